package normscope.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.batik.svggen.SVGGraphics2D;

/** The few drawing strokes all figures share. */
public final class Draw {

    private static final FontRenderContext METRICS = new FontRenderContext(new AffineTransform(), true, true);
    private static final int CACHED_WIDTHS = 2000;

    /** Letters that nobody can read, in points: small pictures of figures are drawn with such a type. */
    static final float SMALLEST = 2;

    /** Measuring a string lays it out; most strings come back frame after frame. */
    private static final Map<Measured, Double> WIDTHS = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) {
            return size() > CACHED_WIDTHS;
        }
    };

    private record Measured(Font font, String text) {}

    private Draw() {}

    /** Smooth edges, fractional positions, grey antialiasing: subpixel colours would differ from screen to screen. */
    public static void quality(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Whether what is drawn stays lines and letters, however large it is shown. */
    static boolean isVector(Graphics2D g) {
        return g instanceof SVGGraphics2D || g instanceof PdfBoxGraphics2D;
    }

    /** Width of a line of text in logical pixels. */
    public static synchronized double width(Font font, String text) {
        return WIDTHS.computeIfAbsent(
                new Measured(font, text),
                m -> m.font.getStringBounds(m.text, METRICS).getWidth());
    }

    /** {@return the width of the widest of some lines; 0 without any} */
    static double widest(Font font, Stream<String> lines) {
        return lines.mapToDouble(line -> width(font, line)).max().orElse(0);
    }

    /** {@return words in lines with something between two of a line; a word wider than the room stays whole} */
    static List<String> lines(List<String> words, String between, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + between + word;
            if (line.isEmpty() || width(font, longer) <= room) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** {@return as much of a text as has room, with an ellipsis where letters are left out} */
    static String fitting(String text, Font font, double room) {
        String shown = text;
        for (int letters = text.length() - 1; width(font, shown) > room && letters > 0; letters--) {
            shown = text.substring(0, letters).stripTrailing() + "…";
        }
        return shown;
    }

    /**
     * Draws one line of text.
     *
     * @param align 0 begins at x, 0.5 is centred on it, 1 ends there
     * @param baseline y of the letters' foot
     * @return the width of the text; 0 when it is too small to be drawn
     */
    public static double text(
            Graphics2D g, String text, Font font, Color colour, double x, double baseline, double align) {
        if (font.getSize2D() < SMALLEST) {
            return 0;
        }
        double width = width(font, text);
        g.setFont(font);
        g.setColor(colour);
        g.drawString(text, (float) (x - align * width), (float) baseline);
        return width;
    }

    /** A small filled triangle with its tip at (x, y), pointing left or right. */
    static void arrow(Graphics2D g, double x, double y, double size, boolean left) {
        double back = left ? x + size : x - size;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(back, y - 0.62 * size);
        path.lineTo(back, y + 0.62 * size);
        path.closePath();
        g.fill(path);
    }
}
