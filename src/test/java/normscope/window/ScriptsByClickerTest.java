package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.present.PresentViewModel;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Both scripts by the keys of a presenter's clicker, as {@code CuesOnScreenTest} plays them by the view model. */
@Tag("long")
class ScriptsByClickerTest extends WindowTestCase {

    private PresentViewModel vm() {
        return window.presenter().vm();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.press(key).release(key);
        }
    }

    @Test
    void allScriptsPlayFromStartToEndAndBackByTheClickersKeysTheSameEveryTime(FxRobot robot) {
        press(robot, KeyCode.F5);
        await(() -> window.presenter().isOpen());
        press(robot, KeyCode.PAGE_DOWN);
        await(() -> vm().choice().isOpen());
        int scripts = onFx(() -> vm().scripts().size());
        assertThat(scripts)
                .isEqualTo(onFx(() -> window.modes().lessons().scripts().size()));
        press(robot, KeyCode.ESCAPE);
        for (int number = 0; number < scripts; number++) {
            List<String> first = playThrough(robot, number);
            int cues = first.size();
            for (int cue = cues - 1; cue > 0; cue--) {
                press(robot, KeyCode.PAGE_UP);
                int before = cue - 1;
                await(() -> page() == before);
            }
            awaitBeginning();
            assertThat(playThrough(robot, number)).isEqualTo(first);
        }
        press(robot, KeyCode.ESCAPE);
        await(() -> !window.presenter().isOpen());
        assertThat(window.modes().modeProperty().get()).isEqualTo(WindowMode.LAB);
    }

    private int page() {
        return vm().scriptProperty().get().pageProperty().get();
    }

    private void awaitBeginning() {
        await(() -> {
            Phase phase = vm().scriptProperty().get().phaseProperty().get();
            return phase == Phase.ASKING || phase == Phase.READY || phase == Phase.DONE;
        });
    }

    /** Clicks through a script, every action to its end, and reads what the class reads. */
    private List<String> playThrough(FxRobot robot, int number) {
        press(robot, KeyCode.O, KeyCode.values()[KeyCode.DIGIT1.ordinal() + number]);
        await(() -> vm().scriptProperty().get() != null && page() == 0);
        List<String> read = new ArrayList<>();
        int cues = onFx(() -> vm().cues());
        for (int cue = 0; cue < cues; cue++) {
            int here = cue;
            await(() -> page() == here);
            awaitBeginning();
            if (onFx(() -> vm().asks() || vm().waits())) {
                press(robot, KeyCode.PAGE_DOWN);
            }
            await(() -> {
                vm().shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
                return vm().scriptProperty().get().phaseProperty().get() == Phase.DONE;
            });
            String result = onFx(() -> vm().scriptProperty().get().words().result());
            assertThat(result).doesNotContain("NaN").doesNotMatch(".*\\{[a-z-]+-[a-z-]+}.*");
            read.add(result
                    + onFx(() -> vm().shownProperty()
                            .get()
                            .transport()
                            .stepProperty()
                            .get()));
            if (cue < cues - 1) {
                press(robot, KeyCode.PAGE_DOWN);
            }
        }
        return read;
    }
}
