package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import normscope.experiment.ExperimentConfig;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What each network has of its own in the settings: name, rate, optimizer, dropout, constants of its normalizer. */
@Tag("long")
class OwnSettingsTest extends WindowTestCase {

    @Override
    public double height() {
        return 1060;
    }

    private boolean isShown(String selector) {
        return onFx(() -> {
            Node node = window.scene().lookup(selector);
            while (node != null && node.isVisible()) {
                node = node.getParent();
            }
            return node == null;
        });
    }

    @Test
    void aNameIsTakenWhileTheRunGoesOn(FxRobot robot) {
        robot.clickOn("#step");
        await(() -> window.step() == 1);
        window.enter(robot, "#arm-name-without", " plain ");
        await(() -> window.config().arms().get(0).name().equals("plain"));
        robot.clickOn("#step");
        await(() -> window.step() == 2);
        assertThat(window.vm().runner().status().config().arms().get(0).name()).isEqualTo("plain");

        window.type(robot, "#arm-name-without", "other");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.clickOn("#step");
        await(() -> window.step() == 3);
        assertThat(window.config().arms().get(0).name()).isEqualTo("plain");
    }

    @Test
    void eachNetworkLearnsInItsOwnWayUntilTheyAreAlikeAgain(FxRobot robot) {
        assertThat(isShown("#training-own-rate-with")).isFalse();
        robot.clickOn("each its own");
        await(() -> isShown("#training-own-rate-with") && !isShown("#training-learning-rate"));
        assertThat(window.config()).isEqualTo(ExperimentConfig.defaults());

        window.enter(robot, "#training-own-rate-with", "1");
        await(() -> window.config().training(1).learningRate() == 1);
        window.enter(robot, "#training-dropout-without", "0.2");
        await(() -> window.config().training(0).dropout() == 0.2);
        assertThat(window.config().training(0).learningRate()).isEqualTo(0.1);
        assertThat(window.config().training(1).dropout()).isZero();

        onFx(() -> {
            window.vm()
                    .edit(window.config()
                            .withArm(1, window.config().arms().get(1).withOptimizer(new OptimizerSpec.Adam())));
            return null;
        });
        await(() -> isShown("#training-beta2-with"));
        assertThat(isShown("#training-beta2-without")).isFalse();
        window.enter(robot, "#training-beta2-with", "0.9");
        await(() -> window.config().training(1).optimizer().constants().get("beta2") == 0.9);
        assertThat(window.config().training(0).optimizer()).isEqualTo(new OptimizerSpec.Sgd());

        robot.clickOn("alike");
        await(() -> window.config().equals(ExperimentConfig.defaults()));
        await(() -> isShown("#training-learning-rate") && !isShown("#training-own-rate-with"));
    }

    @Test
    void eachNetworkMayHaveNoiseBehindItsNormalizers(FxRobot robot) {
        window.enter(robot, "#norm-noise-with", "2");
        await(() -> window.config().arms().get(1).noiseStrength() == 2);
        assertThat(window.config().arms().get(0).noiseStrength()).isZero();
        window.enter(robot, "#norm-noise-with", "off");
        await(() -> window.config().equals(ExperimentConfig.defaults()));
        window.enter(robot, "#norm-noise-without", "1");
        await(() -> window.config().arms().get(0).noiseStrength() == 1);
    }

    @Test
    void constantsAreShownWhereTheNormalizerHasThem(FxRobot robot) {
        assertThat(isShown("#norm-ghost-with")).isTrue();
        window.enter(robot, "#norm-ghost-with", "16");
        await(() -> window.config().arms().get(1).firstNormalizer().equals(new NormalizerSpec.Batch(16)));
        window.enter(robot, "#norm-ghost-with", "off");
        await(() -> window.config().arms().get(1).firstNormalizer().equals(new NormalizerSpec.Batch()));

        int layers = window.config().network().layers();
        onFx(() -> {
            ExperimentConfig config = window.config();
            window.vm()
                    .edit(config.withArm(
                            1,
                            config.arms()
                                    .get(1)
                                    .withNormalizer(
                                            new NormalizerSpec.BatchRenorm(),
                                            List.of(true, true, false, true).subList(0, layers))));
            return null;
        });
        await(() -> isShown("#norm-r-max-with") && !isShown("#norm-ghost-with"));
        window.enter(robot, "#norm-r-max-with", "1");
        window.enter(robot, "#norm-d-max-with", "0");
        window.enter(robot, "#norm-warm-up-with", "50");
        await(() -> window.config().arms().get(1).firstNormalizer().equals(new NormalizerSpec.BatchRenorm(1, 0, 50)));
        assertThat(window.config().arms().get(1).normalized()).containsExactly(true, true, false, true);
    }
}
