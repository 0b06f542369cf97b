package normscope.view;

import java.util.List;
import normscope.chart.ChartTheme;

/** The looks of the window. */
public enum Theme {
    /** For paper-white rooms. */
    LIGHT(false, ChartTheme.LIGHT, "window.css", "light.css"),
    /** For dark rooms. */
    DARK(true, ChartTheme.DARK, "window.css", "dark.css"),
    /** For a class: light, with bigger type and stronger lines. */
    PROJECTOR(false, ChartTheme.PROJECTOR, "window.css", "light.css", "projector.css");

    private final boolean dark;
    private final ChartTheme charts;
    private final List<String> sheets;

    Theme(boolean dark, ChartTheme charts, String... sheets) {
        this.dark = dark;
        this.charts = charts;
        this.sheets = List.of(sheets);
    }

    /**
     * Tells whether text is light on dark.
     *
     * @return true for the dark theme
     */
    public boolean isDark() {
        return dark;
    }

    /**
     * The colours and sizes of figures in this theme.
     *
     * @return the theme of charts
     */
    public ChartTheme charts() {
        return charts;
    }

    /**
     * The style sheets on top of the base theme, in order.
     *
     * @return their addresses
     */
    public List<String> sheets() {
        return sheets.stream()
                .map(name -> Theme.class.getResource(name).toExternalForm())
                .toList();
    }

    /**
     * The theme that follows when the user goes through them.
     *
     * @return the next, and the first after the last
     */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
