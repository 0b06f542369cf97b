package normscope.lesson;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;
import normscope.instrument.Sweep;
import normscope.instrument.SweepResult;
import normscope.instrument.SweepRun;
import normscope.instrument.SweepSettings;

/**
 * A sweep over one setting; without a window of one seed: the experiment's. An arm that diverges has an accuracy of 0
 * and an endless loss. Accuracies are in percent.
 *
 * @param tell what is told
 * @param arm which arm, from 0
 * @param settings the grid; experiment and seeds are replaced by the present one
 * @param bound a value of the setting works if no seed is worse; NaN where that is not told
 */
public record SweepQuantity(Tell tell, int arm, SweepSettings settings, double bound) implements InstrumentQuantity {

    /** What is told of all values of the setting. */
    public enum Tell {
        /** The smallest metric. */
        LEAST,
        /** The largest metric. */
        MOST,
        /** How many runs diverged. */
        DIVERGED,
        /** How many values work. */
        WORKING,
        /** The smallest value that works. */
        LOWEST_WORKING,
        /** The largest value that works. */
        HIGHEST_WORKING;

        /**
         * Whether it has to be said what works.
         *
         * @return true if so
         */
        boolean needsBound() {
            return this == WORKING || this == LOWEST_WORKING || this == HIGHEST_WORKING;
        }
    }

    /**
     * A run that has been made.
     *
     * @param config of the run
     * @param steps updates
     * @param metric what was measured at the end
     */
    record RunKey(ExperimentConfig config, long steps, SweepSettings.Metric metric) {}

    @Override
    public double measure(Experiment experiment, History history) {
        return measure(experiment, new HashMap<>());
    }

    /** The same with the runs that others have made already; its own are added. */
    double measure(Experiment experiment, Map<RunKey, SweepRun> made) {
        Sweep sweep = new Sweep(new SweepSettings(
                settings.base().withSeed(experiment.config().seed()),
                settings.setting(),
                settings.values(),
                1,
                settings.steps(),
                settings.metric()));
        SweepResult result = SweepResult.none(sweep);
        for (int i = 0; i < sweep.runs(); i++) {
            int run = i;
            result = result.with(
                    run,
                    made.computeIfAbsent(
                            new RunKey(sweep.config(run), settings.steps(), settings.metric()),
                            key -> sweep.run(run, () -> false)));
        }
        return tell(result);
    }

    /**
     * Whether a sweep varies and measures what this tells of.
     *
     * @param result of any sweep
     * @return true if so, whichever its values and seeds
     */
    public boolean isOf(SweepResult result) {
        SweepSettings of = result.sweep().settings();
        return of.setting() == settings.setting() && of.metric() == settings.metric() && result.complete();
    }

    /**
     * What a sweep came to.
     *
     * @param result a complete one
     * @return the number; NaN if no value works
     */
    public double tell(SweepResult result) {
        SweepSettings of = result.sweep().settings();
        int values = of.values().size();
        DoubleSummaryStatistics metric = IntStream.range(0, values * of.seeds())
                .mapToObj(i -> result.run(i / of.seeds(), i % of.seeds()).arm(arm))
                .mapToDouble(this::value)
                .summaryStatistics();
        double least = settings.metric().isAccuracy() ? bound / 100 : bound;
        double[] working = IntStream.range(0, values)
                .filter(i -> tell.needsBound() && result.everySeedWithin(arm, i, least))
                .mapToDouble(of.values()::get)
                .toArray();
        return switch (tell) {
            case LEAST -> metric.getMin();
            case MOST -> metric.getMax();
            case DIVERGED ->
                IntStream.range(0, values).map(i -> result.diverged(arm, i)).sum();
            case WORKING -> working.length;
            case LOWEST_WORKING -> working.length == 0 ? Double.NaN : working[0];
            case HIGHEST_WORKING -> working.length == 0 ? Double.NaN : working[working.length - 1];
        };
    }

    private double value(SweepRun.Outcome outcome) {
        boolean accuracy = settings.metric().isAccuracy();
        if (Double.isNaN(outcome.value())) {
            return accuracy ? 0 : Double.POSITIVE_INFINITY;
        }
        return accuracy ? 100 * outcome.value() : outcome.value();
    }
}
