package normscope.lab;

import java.util.List;
import java.util.function.BooleanSupplier;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.runner.Await;
import normscope.runner.Session;
import org.junit.jupiter.api.AfterEach;

/** A Lab without a window: the test is the JavaFX thread, and pulses as the window does once a frame. */
public abstract class LabHarness {

    public static final ExperimentConfig SMALL = Configs.small();

    public LabViewModel lab = new LabViewModel(SMALL);
    public TransportViewModel transport = lab.transport();

    @AfterEach
    public final void close() {
        lab.close();
    }

    /** Another Lab in the place of the first. */
    public final void open(Session session) {
        lab.close();
        lab = new LabViewModel(session);
        transport = lab.transport();
    }

    public final void pulseUntil(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            lab.pulse();
            return condition.getAsBoolean();
        });
    }

    public final void trainTo(long step) {
        transport.step(step - transport.lastStepProperty().get());
        awaitRest(step);
    }

    /** Also that everything asked for is answered; the word of that may come a frame after the status. */
    public final void awaitRest(long step) {
        Await.until("a pause at step " + step, () -> {
            boolean settled = lab.runner().isSettled();
            lab.pulse();
            return settled
                    && transport.stepProperty().get() == step
                    && transport.lastStepProperty().get() == step
                    && !transport.busyProperty().get()
                    && !transport.playingProperty().get();
        });
    }

    public final String notice() {
        Notice notice = lab.noticeProperty().get();
        return notice == null ? "" : notice.text();
    }

    public final ExperimentConfig config() {
        return lab.configProperty().get();
    }

    public static ExperimentConfig withRate(ExperimentConfig config, double rate) {
        return config.withTraining(config.training().withLearningRate(rate));
    }

    public static ExperimentConfig withUnits(ExperimentConfig config, Integer... units) {
        return config.withNetwork(config.network().withHiddenUnits(List.of(units)));
    }
}
