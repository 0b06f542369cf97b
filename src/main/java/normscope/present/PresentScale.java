package normscope.present;

import normscope.chart.ChartTheme;

/** The sizes of a projected screen, from its height in logical pixels: from the last row, all screens look alike. */
public record PresentScale(double height) {

    /** No text is smaller than this share of the screen's height. */
    public static final double SMALLEST = 1.0 / 45;

    /** Ticks are ten units high; a legend with little room shrinks to four fifths, and still obeys the rule. */
    private static final double TICK = 10 * 0.8;

    /** The size of type of the projector theme of the window, in pixels. */
    static final int INSTRUMENT_LETTERS = 16;

    private static final double STROKE = 2.5 / 1080;
    private static final double WORDLESS = 0.02;

    /** The root's size of type: sheets know only multiples of it from 1 on: in pixels, whole. */
    public double root() {
        return Math.ceil(SMALLEST * height);
    }

    /** The look of the large figures. */
    public ChartTheme charts() {
        return ChartTheme.PROJECTOR.sized(root() / TICK, Math.max(1.6, STROKE * height));
    }

    /** The look of the figures beside a question: letters of the same size, thinner lines. */
    public ChartTheme beside() {
        return ChartTheme.PROJECTOR.sized(root() / TICK, Math.max(1.2, 0.7 * STROKE * height));
    }

    /** The look of the small figures, without words. */
    public ChartTheme thumbnails() {
        return ChartTheme.PROJECTOR.sized(WORDLESS, Math.max(1, 0.5 * STROKE * height));
    }

    /**
     * How much an instrument is enlarged: it is made for the projector theme of the window, whose smallest words are
     * 0.78 of its usual letters.
     */
    double instrument() {
        return root() / (0.78 * INSTRUMENT_LETTERS);
    }
}
