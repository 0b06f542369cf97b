package normscope.app;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import normscope.shell.Appearance;
import normscope.shell.Theme;

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

    /** Dresses a scene as the user wants it, and so whenever that changes; likewise its menus, lists and tips. */
    public static void follow(Scene scene, Appearance look) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(Theme.sheets());
        look.dress(scene.getRoot());
        look.chartsProperty().addListener(observable -> look.dress(scene.getRoot()));
        ListChangeListener<Window> dressPopups = change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(window -> window instanceof PopupWindow popup && isOver(popup, scene))
                        .forEach(window -> look.dress(window.getScene().getRoot()));
            }
        };
        // The platform's list of windows must not hold a scene that has gone.
        scene.getProperties().put(Themes.class, dressPopups);
        Window.getWindows().addListener(new WeakListChangeListener<>(dressPopups));
    }

    private static boolean isOver(PopupWindow popup, Scene scene) {
        Window owner = popup.getOwnerWindow();
        return owner instanceof PopupWindow below ? isOver(below, scene) : owner != null && owner == scene.getWindow();
    }
}
