package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.Block;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.LabelBlock;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;

/** A row of samples with their names above a plot, in as many lines as it needs. */
public final class FigureLegend extends LegendTitle {

    private static final long serialVersionUID = 1;

    /** The room for a value, so that nothing beside it moves. */
    private static final String WIDEST = "\u22120.00e\u22120";

    private static final double GAP = 4;

    private transient ChartTheme theme = ChartTheme.LIGHT;

    public FigureLegend() {
        super(LegendItemCollection::new, flow(), flow());
        setPosition(RectangleEdge.TOP);
        setHorizontalAlignment(HorizontalAlignment.LEFT);
    }

    private static FlowArrangement flow() {
        return new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 0, 0);
    }

    /** The sample of a line. A description of the item is written after its name, as a value. */
    public static LegendItem line(String name, Color text, Color colour, Stroke stroke, double length) {
        Line2D sample = new Line2D.Double(0, 0, length, 0);
        LegendItem item = new LegendItem(name, null, null, null, sample, stroke, colour);
        item.setLabelPaint(text);
        return item;
    }

    /** The sample of what is filled. */
    public static LegendItem shape(String name, Color text, Color colour, Shape shape) {
        LegendItem item = new LegendItem(name, null, null, null, shape, colour);
        item.setLabelPaint(text);
        return item;
    }

    /** Replaces the samples, with a gap between two at type size 1. */
    public void show(ChartTheme next, Font font, double gap, List<LegendItem> samples) {
        theme = next;
        double type = theme.type();
        setVisible(theme.hasWords() && !samples.isEmpty());
        setItemFont(font);
        setItemLabelPadding(new RectangleInsets(1.2 * type, GAP * type, 1.2 * type, gap * type));
        setLegendItemGraphicPadding(RectangleInsets.ZERO_INSETS);
        LegendItemCollection items = new LegendItemCollection();
        samples.forEach(items::add);
        setSources(new LegendItemSource[] {() -> items});
    }

    @Override
    protected Block createLegendItemBlock(LegendItem item) {
        Block block = super.createLegendItemBlock(item);
        if (item.getDescription() == null) {
            return block;
        }
        BlockContainer row = new BlockContainer(flow());
        row.add(block);
        row.add(new Value(item.getDescription(), getItemFont(), theme));
        return row;
    }

    /** A number in a room of fixed width. */
    private static final class Value extends LabelBlock {

        private static final long serialVersionUID = 1;

        private final double width;

        Value(String text, Font font, ChartTheme theme) {
            super(" " + text, font, theme.text());
            width = Draw.width(font, WIDEST) + 2 * GAP * theme.type();
            setTextAnchor(RectangleAnchor.LEFT);
            setContentAlignmentPoint(TextBlockAnchor.CENTER_LEFT);
        }

        @Override
        public Size2D arrange(Graphics2D g, RectangleConstraint room) {
            return new Size2D(width, super.arrange(g, room).getHeight());
        }
    }
}
