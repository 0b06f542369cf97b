package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A short formula within a figure, such as the name of a column. */
final class TexLabel {

    private static final int KEPT = 300;

    private static final Map<Key, TeXIcon> MADE = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TeXIcon> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String tex, float size) {}

    private TexLabel() {}

    private static TeXIcon icon(String tex, double size) {
        return MADE.computeIfAbsent(
                new Key(tex, (float) size),
                key -> new TeXFormula(key.tex).new TeXIconBuilder()
                        .setStyle(TeXConstants.STYLE_TEXT)
                        .setSize(key.size)
                        .build());
    }

    static double width(String tex, double size) {
        synchronized (FormulaImage.TYPESETTER) {
            return icon(tex, size).getTrueIconWidth();
        }
    }

    /** Draws a formula on one line, placed as {@link Draw#text} places words. */
    static void draw(Graphics2D g, String tex, double size, Color colour, double x, double baseline, double align) {
        if (size < Draw.SMALLEST) {
            return;
        }
        synchronized (FormulaImage.TYPESETTER) {
            TeXIcon icon = icon(tex, size);
            icon.setForeground(colour);
            double left = x - align * icon.getTrueIconWidth();
            double top = baseline - icon.getTrueIconHeight() + icon.getTrueIconDepth();
            Graphics2D moved = (Graphics2D) g.create();
            moved.translate(left, top);
            icon.paintIcon(null, moved, 0, 0);
            moved.dispose();
        }
    }
}
