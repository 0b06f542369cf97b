package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.nn.Activation;
import normscope.present.PresentViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/**
 * What a class asks in the middle of a script: each question takes at most three gestures (keys or clicks), and then
 * PageDown takes the script up exactly where it was.
 */
@Tag("long")
class ImproviseTest extends SharedWindowTestCase {

    private static final int MOST_GESTURES = 3;

    private FxRobot robot;
    private int gestures;
    private Snapshot atTheCue;

    private PresentViewModel vm() {
        return window.presenter().vm();
    }

    private LabViewModel lab() {
        return vm().shownProperty().get();
    }

    private Node node(String query) {
        return window.presenter().scene().lookup(query);
    }

    private void press(KeyCode key) {
        gestures++;
        robot.press(key).release(key);
        FxThread.awaitFrame();
    }

    /** Clicks on one of the strip's buttons. */
    private void click(String group, String name) {
        gestures++;
        robot.clickOn(onFx(() -> node("#improvise-" + group).lookupAll(".toggle-button").stream()
                .filter(each -> ((ButtonBase) each).getText().equals(name))
                .findFirst()
                .orElseThrow()));
        FxThread.awaitFrame();
    }

    private Snapshot moment() {
        return lab().runner().ask(session -> session.experiment().snapshot()).join();
    }

    private ExperimentConfig config() {
        return onFx(() -> lab().configProperty().get());
    }

    private long step() {
        return lab().transport().lastStepProperty().get();
    }

    private boolean playsCue(int cue) {
        var script = vm().scriptProperty().get();
        return script != null
                && script.lesson().kind() == Lesson.Kind.SCRIPT
                && script.pageProperty().get() == cue;
    }

    private Phase phase() {
        return vm().scriptProperty().get().phaseProperty().get();
    }

    private String differs() {
        return onFx(() -> ((Label) node("#present-differs")).getText());
    }

    private List<Event> events() {
        return lab().runner().status().history().events();
    }

    /** Of three cues, the second: the inputs have just been moved by 3. */
    @BeforeEach
    void standAtACue(FxRobot given) {
        robot = given;
        press(KeyCode.F5);
        await(() -> window.presenter().isOpen() && node("#present-step") != null);
        onFx(() -> {
            vm().play(SampleScripts.script("one"));
            vm().scriptProperty().get().goTo(1);
            return null;
        });
        await(() -> phase() == Phase.READY);
        press(KeyCode.PAGE_DOWN);
        await(() -> phase() == Phase.DONE);
        atTheCue = moment();
        gestures = 0;
    }

    @AfterEach
    void pageDownTakesTheScriptUpExactly() {
        assertThat(gestures).isBetween(1, MOST_GESTURES);
        boolean aside = onFx(() -> vm().improvisation().isOn());
        if (aside) {
            press(KeyCode.PAGE_DOWN);
            await(() -> !vm().improvisation().isOn());
            Snapshot now = moment();
            assertThat(now.step()).isEqualTo(atTheCue.step());
            assertThat(now.arm(0).networkState())
                    .containsExactly(atTheCue.arm(0).networkState());
            assertThat(now.arm(1).networkState())
                    .containsExactly(atTheCue.arm(1).networkState());
            assertThat(onFx(this::phase)).isEqualTo(Phase.DONE);
            assertThat(vm().scriptProperty().get().pageProperty().get()).isOne();
            await(() -> !node("#present-differs").isVisible()
                    && node("#present-result").getOpacity() == 1);
        }
        press(KeyCode.PAGE_DOWN);
        await(() -> playsCue(2) && phase() == Phase.READY);
        assertThat(moment().arm(0).networkState())
                .containsExactly(atTheCue.arm(0).networkState());
    }

    /** Waits until the restarted run has come to where the cue was. */
    private void awaitRestart() {
        await(() -> vm().improvisation().isOn()
                && !vm().improvisation().isPending()
                && step() == atTheCue.step()
                && lab().runner().isSettled());
        await(() -> node("#present-result").getOpacity() < 1);
    }

    @Test
    void batchFour() {
        press(KeyCode.E);
        click("batch", "4");
        press(KeyCode.ENTER);
        awaitRestart();
        assertThat(config().training().batchSize()).isEqualTo(4);
        assertThat(events()).hasSize(1);
        assertThat(differs()).contains("batch 4").doesNotContain("rate");
    }

    @Test
    void tanh() {
        press(KeyCode.E);
        click("activation", "tanh");
        press(KeyCode.ENTER);
        awaitRestart();
        assertThat(config().network().activation()).isEqualTo(Activation.TANH);
        assertThat(differs()).contains("tanh");
    }

    @Test
    void batchNormInLayerOneOnly() {
        press(KeyCode.E);
        click("batch-norm", "1");
        press(KeyCode.ENTER);
        awaitRestart();
        assertThat(config().arms().get(config().batchNormArm()).batchNorm()).containsExactly(true, false, false);
        assertThat(differs()).contains("batch norm in 1");
    }

    @Test
    void oneUnit() {
        press(KeyCode.U);
        assertThat(onFx(() -> lab().layers().oneUnitProperty().get())).isTrue();
    }

    @Test
    void layerTwo() {
        press(KeyCode.UP);
        assertThat(onFx(() -> vm().layer())).isOne();
    }

    @Test
    void oneAxisOnly() {
        press(KeyCode.E);
        click("move", "move x by 2");
        press(KeyCode.S);
        await(() -> events().size() == 2);
        await(() -> differs().contains("shift 2, 0"));
    }

    @Test
    void aSlowDrift() {
        press(KeyCode.E);
        click("move", "in 500 steps");
        press(KeyCode.S);
        await(() -> events().size() == 2);
        assertThat(events().get(1).command().driftSteps()).isEqualTo(500);
        onFx(() -> {
            vm().improvisation().slowlyProperty().set(false);
            return null;
        });
    }

    @Test
    void beforeTheShift() {
        press(KeyCode.R);
        await(() -> phase() == Phase.READY && events().isEmpty());
        assertThat(step()).isEqualTo(40);
        robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
        await(() -> phase() == Phase.DONE);
    }

    @Test
    void anotherRateActsAtOnce() {
        press(KeyCode.E);
        click("rate", "3");
        await(() -> config().training().learningRate() == 3);
        assertThat(step()).isEqualTo(atTheCue.step());
        await(() -> differs().contains("rate 3"));
    }
}
