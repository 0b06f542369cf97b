package normscope.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import normscope.view.Theme;

/** Dresses a scene in a theme: base styles, the window's own style sheets, and the bundled typeface. */
public final class Themes {

    private static final String FONTS = "/normscope/assets/fonts/";
    private static final List<String> FACES = List.of(
            "NormScopeSans-Regular.ttf",
            "NormScopeSans-Medium.ttf",
            "NormScopeSans-SemiBold.ttf",
            "NormScopeSans-Bold.ttf");
    private static final double ANY_SIZE = 13;

    private Themes() {}

    /** Loads the bundled typeface; must come before the first scene is dressed. */
    public static void loadFonts() {
        for (String face : FACES) {
            try (InputStream in = Themes.class.getResourceAsStream(FONTS + face)) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled font " + face + " is unreadable", e);
            }
        }
    }

    /**
     * Dresses a scene in a theme and in whatever theme follows.
     *
     * @param scene modified
     * @param theme followed
     */
    public static void follow(Scene scene, ObjectProperty<Theme> theme) {
        apply(scene, theme.get());
        theme.addListener((observable, old, now) -> apply(scene, now));
    }

    private static void apply(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(
                theme.isDark()
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(theme.sheets());
    }
}
