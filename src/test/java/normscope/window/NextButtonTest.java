package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import normscope.LongRun;
import normscope.lesson.Lesson;
import normscope.lesson.OwnLessons;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever clicks Next again and again turns pages, and does nothing else. */
@Tag("long")
class NextButtonTest extends WindowTestCase {

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static List<Node> visibleButtons(Node node, List<Node> found) {
        if (node.isVisible()) {
            if (node instanceof ButtonBase) {
                found.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visibleButtons(child, found));
            }
        }
        return found;
    }

    static Stream<Arguments> sizes() {
        return LongRun.cases(1, Arguments.of(1022, 675), Arguments.of(1366, 768), Arguments.of(1920, 1080));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void nextHasOnePlaceOnAllPagesAndNoOtherButtonComesThere(double width, double height) {
        List<Lesson> lessons = onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return window.modes().lessons().lessons();
        });
        Bounds place = null;
        for (Lesson lesson : lessons) {
            onFx(() -> {
                window.modes().lessons().startOver(lesson);
                return null;
            });
            await(() -> window.scene().lookup("#lesson-panel") != null);
            for (int page = 0; page <= lesson.pages().size(); page++) {
                int index = page;
                List<Node> others = onFx(() -> {
                    window.modes().lessons().lessonProperty().get().goTo(index);
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    window.scene().getRoot().layout();
                    return visibleButtons(window.scene().getRoot(), new ArrayList<>());
                });
                Node next = window.node("#lesson-next");
                Bounds here = onFx(() -> bounds(next));
                String what = String.format(Locale.ROOT, "%s, page %d", lesson.id(), page + 1);
                place = place == null ? here : place;
                assertThat(here).as(what).isEqualTo(place);
                assertThat(onFx(() -> others.stream()
                                .filter(button ->
                                        button != next && bounds(button).intersects(here))
                                .map(Node::getId)
                                .toList()))
                        .as(what)
                        .isEmpty();
            }
        }
        assertThat(place.getMaxY()).isLessThanOrEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, PROJECTOR", "1022, 675, LIGHT"})
    void theBarBesideTheTextKeepsALineThatCanBeClicked(double width, double height, Theme theme) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            window.actions().themeProperty().set(theme);
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes()
                    .lessons()
                    .startOver(window.modes().lessons().lessons().get(4));
            return null;
        });
        await(() -> window.scene().lookup("#lesson-panel") != null);
        await(() -> bounds(window.scene().lookup("#timeline")).getWidth() > 100);
        assertThat(onFx(() -> bounds(window.scene().lookup(".transport")).getMaxX()))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void aTitleOfAnyLengthLeavesNextInTheWindow(@TempDir Path folder) throws IOException {
        OwnLessons.copy("by-hand", folder, "own", "All that there is to say ".repeat(30));
        Path words = folder.resolve("own/en.md");
        String title = "A title that does not come to its end ".repeat(30);
        Files.writeString(words, Files.readString(words).replaceAll("(?m)^(## [a-z-]+: ).*", "$1" + title));
        onFx(() -> {
            stage.setWidth(1022);
            stage.setHeight(675);
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes().lessons().load(folder);
            return null;
        });
        await(() -> window.scene().lookup("#lesson-panel") != null);

        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return null;
        });
        assertThat(onFx(() -> bounds(window.scene().lookup("#lesson-next")).getMaxY()))
                .isLessThanOrEqualTo(675);
        assertThat(onFx(() -> bounds(window.scene().lookup("#lesson-scroll")).getHeight()))
                .isGreaterThan(250);
    }
}
