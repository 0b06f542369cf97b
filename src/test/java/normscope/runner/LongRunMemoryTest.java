package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.history.Cadence;
import normscope.history.History;
import org.junit.jupiter.api.Test;

/**
 * What a run of a million steps keeps. The training itself, which takes minutes, is left out: the losses of every step,
 * and real snapshots and measurements of the default experiment, go into the history at the steps at which a session
 * puts them there. {@code MillionSteps} is the run itself.
 */
class LongRunMemoryTest {

    private static final int STEPS = 1_000_000;

    @Test
    void aMillionStepsOfTheDefaultExperimentKeepFarLessThan300Megabytes() {
        Experiment experiment = new Experiment(ExperimentConfig.defaults());
        Snapshot first = experiment.snapshot();
        Cadence measurements = Cadence.costing(
                Session.MEASUREMENTS_PER_OCTAVE, experiment.measurementCost(), Session.MEASUREMENT_SHARE);
        Cadence snapshots = new Cadence(Session.SNAPSHOTS_PER_OCTAVE, 1);
        long before = usedHeap();
        History history = new History(2);
        int measured = 0;
        for (int step = 0; step <= STEPS; step++) {
            if (step > 0) {
                history.addLosses(1.0 / step, 2.0 / step);
            }
            boolean recent = step % History.RECENT_SPACING == 0 && step > STEPS - 1024;
            if (recent || snapshots.includes(step)) {
                experiment.restore(at(step, first));
                Snapshot snapshot = experiment.snapshot();
                if (recent) {
                    history.addRecent(snapshot);
                } else {
                    history.add(snapshot);
                }
            }
            if (measurements.includes(step)) {
                experiment.restore(at(step, first));
                history.add(experiment.measure());
                measured++;
            }
        }
        long kept = usedHeap() - before;
        assertThat(history.lastStep()).isEqualTo(STEPS);
        assertThat(history.batchLoss(1, STEPS - 1)).isEqualTo(2.0 / STEPS);
        assertThat(history.measurements(0)).hasSize(measured).hasSizeGreaterThan(1000);
        assertThat(history.at(0).step()).isZero();
        assertThat(kept).isLessThan(150_000_000);
        // The runner must not think that former runs take less than they do.
        assertThat(kept).isLessThan((long) (1.1 * history.bytes()) + 10_000_000);
    }

    /** The first moment under another step's number. */
    private static Snapshot at(long step, Snapshot first) {
        return new Snapshot(step, first.learningRate(), first.normalizedRate(), first.shifts(), first.arms());
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** With a small network, but through every line that a session runs: nothing else may grow with the steps. */
    @Test
    void aSessionKeepsNothingButItsHistory() {
        Session session = new Session(Configs.small());
        advance(session, 5_000);
        long before = usedHeap() - session.history().bytes();
        advance(session, 15_000);
        long after = usedHeap() - session.history().bytes();
        assertThat(after - before).isLessThan(4_000_000);
    }

    private static void advance(Session session, int steps) {
        for (int i = 0; i < steps; i++) {
            session.advance();
        }
    }
}
