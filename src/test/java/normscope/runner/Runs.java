package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.history.History;

/** Compares runs to the last bit. */
public final class Runs {

    private Runs() {}

    /** Losses of every step, measurements and commands. */
    public static void assertSameHistory(History expected, History actual) {
        assertThat(actual.lastStep()).isEqualTo(expected.lastStep());
        for (int arm = 0; arm < 2; arm++) {
            for (long step = 0; step < expected.lastStep(); step++) {
                assertThat(actual.batchLoss(arm, step))
                        .as("batch loss of %s at step %d", arm, step)
                        .isEqualTo(expected.batchLoss(arm, step));
            }
        }
        List<Measurement> measured = expected.measurements(0);
        assertThat(measured).isNotEmpty();
        assertThat(actual.measurements(0)).isEqualTo(measured);
        assertThat(actual.events()).isEqualTo(expected.events());
    }

    /** The state of networks and optimizers, and what follows from it. */
    public static void assertSameMoment(Snapshot expected, Snapshot actual) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.learningRate()).isEqualTo(expected.learningRate());
        for (int arm = 0; arm < 2; arm++) {
            assertThat(actual.arm(arm).networkState())
                    .isEqualTo(expected.arm(arm).networkState());
            assertThat(actual.arm(arm).optimizerState())
                    .isEqualTo(expected.arm(arm).optimizerState());
            assertThat(actual.arm(arm).divergence()).isEqualTo(expected.arm(arm).divergence());
        }
    }
}
