package normscope.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import normscope.app.SurfaceAdapter;
import normscope.experiment.InstrumentSettings;
import normscope.present.PresentViewModel;
import normscope.surface.KeptFile;
import normscope.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window has the keys, menus, instruments and controls that it had, with their names. */
@Tag("long")
class WindowSurfaceTest extends WindowTestCase {

    private static <T> T call(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.asyncFx(call).get();
    }

    @Test
    void keysAreAsBefore() throws Exception {
        List<String> lines = new ArrayList<>();
        call(() -> lines.addAll(SurfaceAdapter.windowKeys(window.modes()).stream()
                .map(key -> "window key " + key)
                .toList()));
        PresentViewModel present =
                call(() -> new PresentViewModel(window.modes().lessons(), window.vm(), null, false));
        call(() -> lines.addAll(SurfaceAdapter.presentKeys(present, window.presenter()).stream()
                .map(key -> "present key " + key)
                .toList()));
        for (String group : List.of("window", "lesson", "present")) {
            for (int i = 1; Texts.has(String.format(Locale.ROOT, "keys.%s.%d", group, i)); i++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "told %s: %s",
                        group,
                        Texts.text(String.format(Locale.ROOT, "keys.%s.%d", group, i))));
            }
        }
        assertThat(lines).hasSizeGreaterThan(50);
        KeptFile.check("keys.txt", lines);
    }

    @Test
    void menusAndControlsAreAsBefore() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (InstrumentSettings instrument : SurfaceAdapter.instruments()) {
            Set<String> before = new TreeSet<>();
            call(() -> before.addAll(controls(window.scene().getRoot())));
            window.show(instrument);
            Set<String> with = new TreeSet<>();
            call(() -> with.addAll(controls(window.scene().getRoot())));
            lines.addAll(before);
            lines.addAll(with);
        }
        KeptFile.check("window.txt", lines);
    }

    private static List<String> controls(Node node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof MenuButton menu) {
            menu.getItems()
                    .forEach(
                            item -> lines.add(String.format(Locale.ROOT, "menu %s: %s", menu.getId(), describe(item))));
        }
        if (node instanceof Control && !(node instanceof Label) && !(node instanceof ScrollPane)) {
            if (node.getAccessibleText() != null || node instanceof ToggleButton) {
                lines.add(String.format(
                        Locale.ROOT,
                        "control %s: %s",
                        String.valueOf(node.getAccessibleText()).replace('\n', ' '),
                        node.getAccessibleHelp()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> lines.addAll(controls(child)));
        }
        return lines;
    }

    private static String describe(MenuItem item) {
        if (item instanceof SeparatorMenuItem) {
            return "line";
        }
        return String.format(
                Locale.ROOT,
                "%s%s%s",
                item.getText(),
                item instanceof RadioMenuItem ? ", one of several" : "",
                item.getAccelerator() == null
                        ? ""
                        : ", key " + item.getAccelerator().getName());
    }
}
