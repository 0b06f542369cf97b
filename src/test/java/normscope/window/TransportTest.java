package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import normscope.experiment.Command;
import normscope.experiment.Kick;
import normscope.lab.TransportViewModel;
import normscope.lab.TransportViewModel.Beside;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Playing, stepping and going through time, with real clicks and keys. */
@Tag("long")
class TransportTest extends SharedWindowTestCase {

    private TransportViewModel transport;

    @BeforeEach
    void findTransport() {
        transport = window.vm().transport();
    }

    /** Single steps, so that each is recorded. */
    private void stepBy(int times) {
        for (int i = 1; i <= times; i++) {
            long wanted = i;
            onFx(() -> {
                transport.stepOnce();
                return null;
            });
            await(() -> transport.stepProperty().get() == wanted);
        }
    }

    @Test
    void spacePlaysAndPauses(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() ->
                transport.playingProperty().get() && transport.stepProperty().get() > 5);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> !transport.playingProperty().get());

        await(() -> window.liveText("#step-number").equals(String.valueOf(window.step())));
    }

    @Test
    void thePlayButtonPlaysAndSaysThatItNowPauses(FxRobot robot) {
        robot.clickOn("#play");
        await(() -> transport.playingProperty().get());

        assertThat(window.node("#play").getAccessibleText()).isEqualTo("Pause");
    }

    @Test
    void stepsForwardAndBackOneByOne(FxRobot robot) {
        for (int i = 1; i <= 3; i++) {
            long wanted = i;
            robot.clickOn("#step");
            await(() -> transport.stepProperty().get() == wanted);
        }
        robot.clickOn("#step-back");
        await(() -> transport.stepProperty().get() == 2);

        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> transport.stepProperty().get() == 3);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> transport.stepProperty().get() == 2);
    }

    @Test
    void aStepOfAnEpochEndsAtTheNextEpoch(FxRobot robot) {
        robot.clickOn("#step");
        await(() -> transport.stepProperty().get() == 1);
        robot.clickOn("#step-epoch");
        await(() -> transport.epochProperty().get() == 1);

        // 250 training examples in batches of 64 make 4 steps an epoch.
        assertThat(window.step()).isEqualTo(4);
    }

    @Test
    void resetGoesBackToStepZero(FxRobot robot) {
        stepBy(2);
        robot.press(KeyCode.R).release(KeyCode.R);
        await(() -> transport.stepProperty().get() == 0);

        assertThat(window.liveText("#step-number")).isEqualTo("0");
    }

    @Test
    void draggingTheTimelineReviewsAndOneKeyReturnsToLive(FxRobot robot) {
        stepBy(10);
        robot.drag(window.onTimeline(8)).dropTo(window.onTimeline(4));
        await(() ->
                transport.reviewingProperty().get() && transport.stepProperty().get() == 4);

        assertThat(window.node("#back-to-live").getParent().isVisible()).isTrue();
        robot.press(KeyCode.L).release(KeyCode.L);
        await(() ->
                !transport.reviewingProperty().get() && transport.stepProperty().get() == 10);
        assertThat(window.node("#back-to-live").getParent().isVisible()).isFalse();
    }

    @Test
    void theTimelineGoesByKeysOnceItHasTheFocus(FxRobot robot) {
        stepBy(6);
        robot.clickOn(window.onTimeline(3));
        await(() -> transport.stepProperty().get() == 3);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> transport.stepProperty().get() == 2);
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        await(() -> transport.stepProperty().get() == 0
                && transport.reviewingProperty().get());
        robot.press(KeyCode.END).release(KeyCode.END);
        await(() -> !transport.reviewingProperty().get());

        assertThat(window.step()).isEqualTo(6);
    }

    @Test
    void continuingFromAReviewedStepPutsTheNetworksThere(FxRobot robot) {
        stepBy(6);
        robot.clickOn(window.onTimeline(3));
        await(() -> transport.stepProperty().get() == 3);
        robot.clickOn("#continue-from-here");
        await(() -> !transport.reviewingProperty().get()
                && transport.lastStepProperty().get() == 3);

        robot.clickOn("#step");
        await(() -> transport.stepProperty().get() == 4);
    }

    @Test
    void aFlagsClickShowsJustBeforeTheChangeAndAfterContinuingTheArrowKeysStep(FxRobot robot) {
        stepBy(6);
        onFx(() -> window.vm().runner().apply(new Command.KickLayer(0, new Kick.AddToZ(2))));
        await(() -> window.vm().events().size() == 1);
        step(4);
        await(() -> window.step() == 10);
        robot.clickOn(window.node(".flag"));
        await(() -> transport.besideProperty().get() == Beside.BEFORE);
        assertThat(transport.stepProperty().get()).isEqualTo(6);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> transport.besideProperty().get() == Beside.AFTER);
        assertThat(transport.stepProperty().get()).isEqualTo(6);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> transport.besideProperty().get() == Beside.BEFORE);
        robot.clickOn("#continue-from-here");
        await(() -> transport.lastStepProperty().get() == 6
                && !transport.busyProperty().get());
        assertThat(window.vm().events()).isEmpty();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> window.step() == 7);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> window.vm().events().size() == 1 && window.step() == 10);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> window.vm().events().isEmpty() && window.step() == 10);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> window.vm().events().size() == 1 && window.step() == 10);
    }

    private void step(long steps) {
        onFx(() -> {
            transport.step(steps);
            return null;
        });
    }

    @Test
    void theSpeedGoesFromOneStepASecondToUnlimited(FxRobot robot) {
        robot.clickOn("#speed");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        await(() -> transport.speedProperty().get() == 1);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> transport.speedProperty().get() == 1.5);
        robot.press(KeyCode.END).release(KeyCode.END);
        await(() -> Double.isInfinite(transport.speedProperty().get()));
    }
}
