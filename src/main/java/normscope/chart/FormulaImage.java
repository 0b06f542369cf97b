package normscope.chart;

import java.awt.Color;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.image.Image;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A typeset formula as a picture with two pixels a logical pixel, on a transparent ground.
 *
 * <p>Typesetting takes a millisecond or two, the very first time 0.7 s: {@link #warmUp()} beforehand. The last 200
 * pictures are kept, so that a formula shown again costs nothing. Usable from any thread, which waits while another one
 * typesets.
 *
 * @param image shared; to be shown {@code width} x {@code height} large
 * @param width in logical pixels
 * @param height in logical pixels
 * @param baseline the foot of the letters, in logical pixels from the top
 */
public record FormulaImage(Image image, double width, double height, double baseline) {

    private static final double SCALE = 2;

    /** Italics and roots reach a little beyond what the typesetter counts as theirs. */
    private static final double MARGIN = 1;

    private static final int KEPT = 200;

    /** JLaTeXMath keeps its fonts and what it has parsed in shared tables that are not made for several threads. */
    static final Object TYPESETTER = new Object();

    private static final Map<Wanted, FormulaImage> MADE = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, FormulaImage> eldest) {
            return size() > KEPT;
        }
    };

    private record Wanted(String tex, double size, Color colour) {}

    /** What colour of the theme a formula has. */
    public enum Ink {
        /** As strong text. */
        TEXT,
        /** As secondary text. */
        MUTED;

        private Color of(ChartTheme theme) {
            return switch (this) {
                case TEXT -> theme.text();
                case MUTED -> theme.muted();
            };
        }
    }

    /** Typesets a formula in the colour of strong text; see {@link #of(String, double, ChartTheme, Ink)}. */
    public static FormulaImage of(String tex, double size, ChartTheme theme) {
        return of(tex, size, theme, Ink.TEXT);
    }

    /**
     * Typesets a formula.
     *
     * @param tex in TeX's math language, without dollar signs
     * @param size the letters' size in logical pixels; the theme's own factor on type is not applied
     * @param theme where the colour is from
     * @param ink which of its colours
     * @return the picture
     * @throws IllegalArgumentException when {@code tex} is not understood; the message says where
     */
    public static FormulaImage of(String tex, double size, ChartTheme theme, Ink ink) {
        Wanted wanted = new Wanted(tex, size, ink.of(theme));
        synchronized (TYPESETTER) {
            return MADE.computeIfAbsent(wanted, FormulaImage::typeset);
        }
    }

    /** The same for a formula that will not be seen again, such as one with the numbers of a moment. It is not kept. */
    public static FormulaImage once(String tex, double size, ChartTheme theme, Ink ink) {
        synchronized (TYPESETTER) {
            return typeset(new Wanted(tex, size, ink.of(theme)));
        }
    }

    /** Loads what typesetting needs, which takes most of a second. On any thread, before the first formula. */
    public static void warmUp() {
        of(
                "\\tilde z=\\gamma\\,\\frac{z-\\mu}{\\sqrt{\\sigma^2+\\varepsilon}}+\\beta\\cdot\\sum_{i=1}^m 0.5",
                14,
                ChartTheme.LIGHT);
    }

    /** Typesets; whoever asks holds the {@link #TYPESETTER}. */
    static TeXIcon icon(String tex, double size) {
        try {
            checkBraces(tex);
            return new TeXFormula(tex).new TeXIconBuilder()
                    .setStyle(TeXConstants.STYLE_DISPLAY)
                    .setSize((float) size)
                    .build();
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "The formula \u201c%s\u201d: %s", tex, e.getMessage()), e);
        }
    }

    /** The typesetter closes what was left open, and draws something else than was meant. */
    private static void checkBraces(String tex) {
        int open = 0;
        for (int i = 0; i < tex.length() && open >= 0; i++) {
            switch (tex.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open++;
                case '}' -> open--;
                default -> {}
            }
        }
        if (open != 0) {
            throw new ParseException(open > 0 ? "A brace is not closed." : "A brace is closed that was not opened.");
        }
    }

    private static FormulaImage typeset(Wanted wanted) {
        TeXIcon icon = icon(wanted.tex, wanted.size);
        icon.setForeground(wanted.colour);
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        double width = Math.ceil(icon.getTrueIconWidth() + 2 * MARGIN);
        double height = Math.ceil(icon.getTrueIconHeight() + 2 * MARGIN);
        PixelSurface surface = new PixelSurface((int) (SCALE * width), (int) (SCALE * height));
        surface.paint(SCALE, g -> {
            Draw.quality(g);
            icon.paintIcon(null, g, (int) MARGIN, (int) MARGIN);
        });
        double baseline = MARGIN + icon.getTrueIconHeight() - icon.getTrueIconDepth();
        return new FormulaImage(surface.image(), width, height, baseline);
    }
}
