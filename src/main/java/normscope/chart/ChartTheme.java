package normscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;

/**
 * Colours, type sizes and strokes of every figure.
 *
 * @param card the surface figures stand on
 * @param cardBorder the hairline around it
 * @param ground the window behind the cards
 * @param text strong text
 * @param muted secondary text
 * @param faint tick labels
 * @param grid grid lines
 * @param baseline the line a histogram stands on
 * @param outline the dashed memory of a pinned moment
 * @param arms one colour an arm, in their order
 * @param before one colour an arm, for its values before they are normalized
 * @param classes one colour a class, for points and regions: ten
 * @param between where a decision boundary is undecided
 * @param regionStrength share of the class colour in a region of certain class, 0 to 1
 * @param fillStrength opacity of histogram bars, 0 to 1
 * @param type factor on all type sizes and on the room for text
 * @param line factor on all stroke widths
 */
public record ChartTheme(
        Color card,
        Color cardBorder,
        Color ground,
        Color text,
        Color muted,
        Color faint,
        Color grid,
        Color baseline,
        Color outline,
        List<Color> arms,
        List<Color> before,
        List<Color> classes,
        Color between,
        double regionStrength,
        double fillStrength,
        double type,
        double line) {

    /** The program's own two, what the arms leave of Okabe and Ito's, and four more, for ten classes. */
    private static final List<Color> CLASSES_ON_LIGHT =
            colours(0x8E5BB5, 0x1D9A6C, 0xE69F00, 0x56B4E9, 0xCC79A7, 0xF0E442, 0x8A3324, 0x24408E, 0x2B2F36, 0x8C8F00);

    /** The theme of paper and daylight. */
    public static final ChartTheme LIGHT = new ChartTheme(
            rgb(0xFFFFFF),
            rgb(0xE3E7EE),
            rgb(0xF6F7F9),
            rgb(0x1C2430),
            rgb(0x667085),
            rgb(0x6B7589),
            rgb(0xF0F2F6),
            rgb(0xCFD5DF),
            rgb(0x7F8BA0),
            colours(0xD55E00, 0x0072B2),
            colours(0xEAAE80, 0x7FB8DA),
            CLASSES_ON_LIGHT,
            rgb(0xFFFFFF),
            0.52,
            0.82,
            1,
            1);

    /** The theme of dark rooms. */
    public static final ChartTheme DARK = new ChartTheme(
            rgb(0x171E27),
            rgb(0x2A3340),
            rgb(0x0F141B),
            rgb(0xE6EAF0),
            rgb(0x98A2B3),
            rgb(0x7C8798),
            rgb(0x232C38),
            rgb(0x3A4656),
            rgb(0x9AA5B5),
            colours(0xF0803C, 0x4BA3E0),
            colours(0x8C5030, 0x2D5F85),
            colours(0x8E5BB5, 0x1D9A6C, 0xE69F00, 0x56B4E9, 0xCC79A7, 0xF0E442, 0xB5442E, 0x3C5FC4, 0xE8EAED, 0x8C8F00),
            rgb(0x171E27),
            0.54,
            0.82,
            1,
            1);

    /** The theme of the last row of a lecture hall: light, darker greys, bigger type, stronger lines. */
    public static final ChartTheme PROJECTOR = new ChartTheme(
            rgb(0xFFFFFF),
            rgb(0xC9D0DB),
            rgb(0xFFFFFF),
            rgb(0x0F1620),
            rgb(0x3E4859),
            rgb(0x566074),
            rgb(0xE2E6ED),
            rgb(0x8C97A8),
            rgb(0x566074),
            colours(0xD55E00, 0x0072B2),
            colours(0xEAAE80, 0x7FB8DA),
            CLASSES_ON_LIGHT,
            rgb(0xFFFFFF),
            0.60,
            0.90,
            1.35,
            1.6);

    /** The theme of high contrast: every mark has 3 to 1 or more against what it stands on, every word 4.5 to 1. */
    public static final ChartTheme CONTRAST = new ChartTheme(
            rgb(0x000000),
            rgb(0xFFFFFF),
            rgb(0x000000),
            rgb(0xFFFFFF),
            rgb(0xE0E0E0),
            rgb(0xD0D0D0),
            rgb(0x3A3A3A),
            rgb(0xB0B0B0),
            rgb(0xFFFFFF),
            colours(0xFF9A4D, 0x6CC4FF),
            colours(0xB5602A, 0x3B82B5),
            colours(0xB57BE0, 0x2FC28A, 0xE69F00, 0x56B4E9, 0xE08BBB, 0xF0E442, 0xE0563C, 0x5F80F0, 0xFFFFFF, 0x9A9E00),
            rgb(0x000000),
            0.45,
            1,
            1.1,
            1.5);

    /** The least contrast of words against what they stand on: WCAG 2.2, AA. */
    private static final double WORDS = 4.5;

    public ChartTheme {
        arms = List.copyOf(arms);
        before = List.copyOf(before);
        classes = List.copyOf(classes);
    }

    /** {@return the same colours at another size; a factor of 1 changes nothing} */
    public ChartTheme scaled(double factor) {
        return sized(type * factor, line * Math.sqrt(factor));
    }

    /**
     * {@return the same colours with these factors on all type sizes and stroke widths} Type next to 0 leaves every
     * word away, for small pictures of figures.
     */
    public ChartTheme sized(double newType, double newLine) {
        return new ChartTheme(
                card,
                cardBorder,
                ground,
                text,
                muted,
                faint,
                grid,
                baseline,
                outline,
                arms,
                before,
                classes,
                between,
                regionStrength,
                fillStrength,
                newType,
                newLine);
    }

    /** Whether type is large enough to be drawn. */
    public boolean hasWords() {
        return tickFont().getSize2D() >= Draw.SMALLEST;
    }

    /** Whether text is lighter than what it stands on. */
    public boolean dark() {
        return text.getRed() > card.getRed();
    }

    public Color colour(Role role) {
        List<Color> colours = role.before() ? before : arms;
        return colours.get(role.arm() % colours.size());
    }

    /** The colour of an arm for words: as near to its own as can be read. */
    public Color ink(Role role) {
        Color colour = mark(role);
        for (int twentieths = 0; twentieths < 20; twentieths++) {
            Color readable = mix(colour, text, twentieths / 20.0);
            if (contrast(readable, card) >= WORDS) {
                return readable;
            }
        }
        return text;
    }

    /**
     * {@return the contrast of two opaque colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05) of their relative luminances, the
     * lighter one first (WCAG 2.2)}
     */
    public static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** A colour for small marks: the dark theme's subdued blue would drown there. */
    public Color mark(Role role) {
        return dark() && role.before() ? mix(colour(role), text, 0.4) : colour(role);
    }

    Color classColour(int label) {
        return classes.get(Math.floorMod(label, classes.size()));
    }

    public Font tickFont() {
        return ChartFonts.plain(10 * type);
    }

    public Font labelFont() {
        return ChartFonts.plain(11 * type);
    }

    public Font textFont() {
        return ChartFonts.plain(12.5 * type);
    }

    public Font headFont() {
        return ChartFonts.bold(12.5 * type);
    }

    public BasicStroke stroke(double width) {
        return new BasicStroke((float) (width * line), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A stroke that ends where its line ends: upright and level lines are drawn many times as quickly with it. */
    public BasicStroke rule(double width) {
        return new BasicStroke((float) (width * line), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    /** For noisy lines of hundreds of corners: round joins cost a fifth more and can't be seen at one pixel. */
    public BasicStroke thin(double width) {
        return new BasicStroke((float) (width * line), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }

    public BasicStroke dashed(double width, double on, double off) {
        float[] dash = {(float) (on * line), (float) (off * line)};
        return new BasicStroke((float) (width * line), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /** The colour with another opacity. */
    public static Color fade(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * alpha));
    }

    /** The straight blend a (1 - t) + b t of two opaque colours, t from 0 to 1. */
    public static Color mix(Color a, Color b, double t) {
        return new Color(
                (int) Math.round(a.getRed() + t * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + t * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + t * (b.getBlue() - a.getBlue())));
    }

    private static Color rgb(int value) {
        return new Color(value);
    }

    private static List<Color> colours(int... values) {
        return Arrays.stream(values).mapToObj(Color::new).toList();
    }
}
