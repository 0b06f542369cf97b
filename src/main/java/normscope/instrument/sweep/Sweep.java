package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Arms;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Measurement;

/**
 * A grid of runs over one setting and several seeds. Each run is an {@link Experiment} with all arms, trained in one
 * thread, and depends on nothing but its configuration; so the runs may be made in any order and on any number of
 * threads. Immutable.
 */
public final class Sweep {

    private final SweepSettings settings;
    private final List<ExperimentConfig> configs = new ArrayList<>();

    /**
     * Prepares the runs.
     *
     * @param settings the grid
     * @throws normscope.experiment.InvalidSettingException if an experiment cannot have one of the values
     */
    public Sweep(SweepSettings settings) {
        this.settings = settings;
        for (double value : settings.values()) {
            ExperimentConfig varied = settings.setting().apply(settings.base(), value);
            for (int k = 0; k < settings.seeds(); k++) {
                configs.add(varied.withSeed(varied.seed() + k));
            }
        }
    }

    /** What this was made from. */
    public SweepSettings settings() {
        return settings;
    }

    /** The number of runs: values times seeds. */
    public int runs() {
        return configs.size();
    }

    /**
     * One run's experiment.
     *
     * @param run from 0: all seeds of the first value, then of the second…
     * @return its configuration
     */
    public ExperimentConfig config(int run) {
        return configs.get(run);
    }

    /**
     * Makes one run.
     *
     * @param run from 0
     * @param cancelled asked between steps
     * @return what it came to; null if cancelled
     */
    public SweepRun run(int run, BooleanSupplier cancelled) {
        Experiment experiment = new Experiment(configs.get(run));
        experiment.keepToOneThread();
        int tail = (int) Math.min(experiment.stepsPerEpoch(), settings.steps());
        double[] batchLoss = new double[experiment.arms()];
        while (experiment.step() < settings.steps() && !experiment.isOver()) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            experiment.advance();
            if (experiment.step() > settings.steps() - tail) {
                for (int arm = 0; arm < batchLoss.length; arm++) {
                    batchLoss[arm] += experiment.batchLoss(arm) / tail;
                }
            }
        }
        Measurement measured = experiment.measure();
        return new SweepRun(
                Arms.make(batchLoss.length, arm -> outcome(experiment, arm, measured.arm(arm), batchLoss[arm])));
    }

    private SweepRun.Outcome outcome(Experiment experiment, int arm, ArmMeasurement measured, double batchLoss) {
        if (experiment.divergence(arm) != null) {
            return new SweepRun.Outcome(Double.NaN, experiment.divergence(arm).step());
        }
        double value = switch (settings.metric()) {
            case TRAIN_ACCURACY -> measured.trainAccuracy();
            case TEST_ACCURACY -> measured.testAccuracy();
            case TRAIN_LOSS -> measured.trainLoss();
            case TEST_LOSS -> measured.testLoss();
            case BATCH_LOSS -> batchLoss;
        };
        return new SweepRun.Outcome(value, SweepRun.NOT_DIVERGED);
    }

    /**
     * Makes all runs, one after the other.
     *
     * @param progress told the number of runs made, after each
     * @param cancelled asked between steps
     * @return all runs; null if cancelled
     */
    public SweepResult run(IntConsumer progress, BooleanSupplier cancelled) {
        SweepResult result = SweepResult.none(this);
        for (int i = 0; i < runs(); i++) {
            SweepRun made = run(i, cancelled);
            if (made == null) {
                return null;
            }
            result = result.with(i, made);
            progress.accept(i + 1);
        }
        return result;
    }
}
