package normscope.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import normscope.text.Numbers;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** JFreeChart's axes with few labels, placed by {@link Ticks}. */
public final class TickedAxis {

    /** Pixels between two labels below an axis. */
    private static final double GAP = 4;

    private TickedAxis() {}

    /** Equal distances for equal differences. */
    public static final class Linear extends NumberAxis {

        private static final long serialVersionUID = 1;

        private final boolean percent;
        private final double room;
        private boolean whole;

        /** An axis of what is counted: no tick lies between two whole numbers. */
        public static Linear whole(double room) {
            Linear axis = new Linear(false, room);
            axis.whole = true;
            return axis;
        }

        /** An axis of numbers, or of per cents that writes 0.5 as 50 %; a tick needs so many pixels at type size 1. */
        public Linear(boolean percent, double room) {
            this.percent = percent;
            this.room = room;
            setAutoRange(false);
        }

        @Override
        @SuppressWarnings("rawtypes") // the signature is JFreeChart's
        public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            double factor = percent ? 100 : 1;
            List<NumberTick> labels = new ArrayList<>();
            int most = most(area, edge, room * getTickLabelFont().getSize2D() / 10);
            if (whole) {
                most = Math.max(1, Math.min(most, (int) (getUpperBound() - getLowerBound())));
            }
            // Room below 0 % is for marks; no share is there.
            double lower = percent ? Math.max(0, getLowerBound()) : getLowerBound();
            for (Ticks.Tick tick : Ticks.linear(factor * lower, factor * getUpperBound(), most)) {
                double value = tick.value() / factor;
                String number = edge == RectangleEdge.BOTTOM ? tick.text() : Numbers.narrow(tick.value(), tick.text());
                String text = percent ? number + "\u00a0%" : number;
                // A label centred under the right end would stick out of the figure.
                boolean end = edge == RectangleEdge.BOTTOM
                        && valueToJava2D(value, area, edge) + Draw.width(getTickLabelFont(), text) / 2 > area.getMaxX();
                labels.add(
                        end
                                ? new NumberTick(value, text, TextAnchor.TOP_RIGHT, TextAnchor.TOP_RIGHT, 0)
                                : label(value, text, edge));
            }
            return apart(labels, this, area, edge);
        }
    }

    /** Equal distances for equal ratios. */
    public static final class Logarithmic extends LogAxis {

        private static final long serialVersionUID = 1;

        private final double room;
        /** Labelled values where powers of ten would not do; null for these. */
        private double[] places;

        private transient List<String> names;

        /** An axis of which a tick needs so many pixels at type size 1. */
        public Logarithmic(double room) {
            this.room = room;
            setAutoRange(false);
            setSmallestValue(1e-300);
        }

        /** Labels these values alone, in ascending order. */
        public void setPlaces(double[] values) {
            setPlaces(values, Arrays.stream(values).mapToObj(Numbers::exact).toList());
        }

        /** Labels these values alone, in ascending order, each with its name. */
        public void setPlaces(double[] values, List<String> ofValues) {
            places = values.clone();
            names = List.copyOf(ofValues);
        }

        @Override
        @SuppressWarnings("rawtypes") // the signature is JFreeChart's
        public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            List<NumberTick> labels = new ArrayList<>();
            if (places != null) {
                for (int i = 0; i < places.length; i++) {
                    labels.add(label(places[i], names.get(i), edge));
                }
                return apart(labels, this, area, edge);
            }
            int most = most(area, edge, room * getTickLabelFont().getSize2D() / 10);
            for (Ticks.Tick tick : Ticks.logarithmic(getLowerBound(), getUpperBound(), most)) {
                labels.add(label(tick.value(), tick.text(), edge));
            }
            return apart(labels, this, area, edge);
        }
    }

    /** Leaves out, from the lowest value on, labels that would touch the one before. */
    private static List<NumberTick> apart(
            List<NumberTick> labels, ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
        boolean below = RectangleEdge.isTopOrBottom(edge);
        Font font = axis.getTickLabelFont();
        List<NumberTick> apart = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (NumberTick label : labels) {
            double at = axis.valueToJava2D(label.getValue(), area, edge);
            double half = below ? Draw.width(font, label.getText()) / 2 : 0.475 * font.getSize2D();
            double middle = label.getTextAnchor() == TextAnchor.TOP_RIGHT ? at - half : below ? at : -at;
            if (middle - half >= free) {
                apart.add(label);
                free = middle + half + (below ? GAP : 0);
            }
        }
        return apart;
    }

    private static int most(Rectangle2D area, RectangleEdge edge, double room) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        return (int) Math.max(2, length / room);
    }

    private static NumberTick label(double value, String text, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return new NumberTick(value, text, anchor, anchor, 0);
    }
}
