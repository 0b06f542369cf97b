package normscope.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import normscope.chart.ChartTheme;

/**
 * The looks of the window. All share the same style sheets; a pseudo-class of a scene's root tells which colours and
 * sizes hold, so that a change re-reads nothing and the platform keeps what it has worked out for each look.
 */
public enum Theme {
    /** For paper-white rooms. */
    LIGHT(ChartTheme.LIGHT, 13),
    /** For dark rooms. */
    DARK(ChartTheme.DARK, 13),
    /** For a class: light, with bigger type and stronger lines. */
    PROJECTOR(ChartTheme.PROJECTOR, 16),
    /** For eyes that need it: black, white and few strong colours. */
    CONTRAST(ChartTheme.CONTRAST, 13);

    private static final List<String> SHEETS = Stream.of(
                    "window.css", "light.css", "dark.css", "projector.css", "contrast.css")
            .map(name -> Theme.class.getResource(name).toExternalForm())
            .toList();

    private final ChartTheme charts;
    private final double fontSize;
    private final PseudoClass look = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    Theme(ChartTheme charts, double fontSize) {
        this.charts = charts;
        this.fontSize = fontSize;
    }

    public ChartTheme charts() {
        return charts;
    }

    /** The size of the root font in pixels, as the sheets have it. */
    double fontSize() {
        return fontSize;
    }

    /** The style sheets of all themes, on top of the base theme: their addresses, in order. */
    public static List<String> sheets() {
        return SHEETS;
    }

    /** Gives what a scene shows this look; the scene has {@link #sheets()}. */
    public void dress(Parent root) {
        for (Theme theme : values()) {
            root.pseudoClassStateChanged(theme.look, theme == this);
        }
    }

    /** Whether something has this look. */
    public boolean isWornBy(Parent root) {
        return root.getPseudoClassStates().contains(look);
    }

    /** The theme that follows when the user goes through them: the next, and the first after the last. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
