package normscope.instrument.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.experiment.ExperimentConfig;
import normscope.instrument.landscape.LandscapeSettings.Directions;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.instrument.landscape.LandscapeViewModel.State;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A landscape beside training leaves it at least half of its speed. */
@Tag("long")
class LandscapeSpeedTest extends LabHarness {

    private static final int STEPS = 6000;

    /** Something else may want the machine meanwhile. */
    private static final int ATTEMPTS = 3;

    private double seconds(LandscapeViewModel vm) {
        long start = System.nanoTime();
        transport.step(STEPS);
        long until = transport.lastStepProperty().get() + STEPS;
        pulseUntil("the end of training", () -> {
            vm.pulse();
            if (vm.shownProperty().get() != null && vm.stateProperty().get() != State.COMPUTING) {
                vm.compute();
            }
            return transport.lastStepProperty().get() >= until;
        });
        awaitRest(until);
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    void trainingGoesOnAtHalfItsSpeedAtLeast() {
        lab.edit(ExperimentConfig.defaults());
        double ratio = 0;
        for (int i = 0; i < ATTEMPTS && ratio < 0.5; i++) {
            try (LandscapeViewModel vm = new LandscapeViewModel(lab)) {
                seconds(vm);
                double alone = seconds(vm);
                vm.configure(new LandscapeSettings(Directions.GRADIENT, 101, 0.5, Examples.SAMPLE, 1));
                double beside = seconds(vm);
                ratio = alone / beside;
            }
        }
        assertThat(ratio).isGreaterThan(0.5);
    }
}
