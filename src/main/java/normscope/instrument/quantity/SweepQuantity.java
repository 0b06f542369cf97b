package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.instrument.sweep.SweepSettings;
import normscope.sweep.Cell;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepRun;

/**
 * A sweep over one setting; without a window of one seed: the experiment's. An arm that diverges has an accuracy of 0
 * and an endless loss. Accuracies are in percent.
 *
 * @param setting what is varied; with values empty, steps and metric null for the page's own sweep
 * @param values its values in ascending order
 * @param steps updates of every run
 * @param metric what is measured at the end of every run
 * @param bound a value of the setting works if no seed is worse; null where that is not told
 */
@JsonTypeName("sweep")
public record SweepQuantity(
        Tell tell,
        @Json.ArmWord int arm,
        @Json.MayBeAbsent Setting setting,
        @Json.MayBeAbsent List<Double> values,
        @Json.MayBeAbsent Long steps,
        @Json.MayBeAbsent SweepSettings.Metric metric,
        @Json.MayBeAbsent Double bound)
        implements InstrumentQuantity {

    /** Copies the list, and checks that the bound is given where it is needed. */
    public SweepQuantity {
        values = List.copyOf(values);
        Check.that(
                tell.needsBound() == (bound != null),
                "bound",
                "and telling of what works go together; give both or neither.");
    }

    @Override
    public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.arm("arm", arm, config);
        if (setting == null) {
            Check.that(
                    shown instanceof SweepSettings,
                    "setting",
                    "is missing, and the page does not show this instrument.");
            SweepSettings own = (SweepSettings) shown;
            return new SweepQuantity(tell, arm, own.setting(), own.values(), own.steps(), own.metric(), bound);
        }
        Check.present("steps", steps);
        Check.present("metric", metric);
        settings(config);
        return this;
    }

    private SweepSettings settings(ExperimentConfig base) {
        return new SweepSettings(base, setting, values, 1, steps, metric);
    }

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

        /** Whether it has to be said what works. */
        boolean needsBound() {
            return this == WORKING || this == LOWEST_WORKING || this == HIGHEST_WORKING;
        }
    }

    /** A run that has been made, and what was measured at its end. */
    public record RunKey(ExperimentConfig config, long steps, SweepSettings.Metric metric) {}

    @Override
    public double measure(Experiment experiment, History history) {
        return measure(experiment, new HashMap<>());
    }

    /** The same with the runs that others have made already; its own are added. */
    public double measure(Experiment experiment, Map<RunKey, SweepRun> made) {
        Sweep sweep = settings(experiment.config()).sweep();
        List<SweepRun> runs = IntStream.range(0, sweep.runs())
                .mapToObj(run -> {
                    SweepRun same = made.computeIfAbsent(
                            new RunKey(sweep.config(run), steps, metric), key -> sweep.run(run, () -> false));
                    return new SweepRun(run, same.divergedAt(), same.values());
                })
                .toList();
        return tell(SweepResult.none(sweep).with(runs));
    }

    /** Whether a sweep of settings varies and measures what this tells of. */
    public boolean isOf(SweepSettings settings) {
        return settings.setting() == setting && settings.metric() == metric;
    }

    /** What a whole sweep of one setting and this metric came to: the number; NaN if no value works. */
    public double tell(SweepResult result) {
        DoubleSummaryStatistics metrics = result.runs().mapToDouble(this::value).summaryStatistics();
        List<Cell> cells = IntStream.range(0, result.sweep().size(0))
                .mapToObj(x -> result.cell(new Shown(0, 0), arm, new Place(x, 0)))
                .toList();
        double[] working = IntStream.range(0, cells.size())
                .filter(x -> tell.needsBound() && works(cells.get(x)))
                .mapToDouble(x -> result.sweep().axes().get(0).numbers()[x])
                .toArray();
        return switch (tell) {
            case LEAST -> metrics.getMin();
            case MOST -> metrics.getMax();
            case DIVERGED -> cells.stream().mapToInt(Cell::diverged).sum();
            case WORKING -> working.length;
            case LOWEST_WORKING -> working.length == 0 ? Double.NaN : working[0];
            case HIGHEST_WORKING -> working.length == 0 ? Double.NaN : working[working.length - 1];
        };
    }

    private boolean works(Cell cell) {
        return cell.values().length == cell.seeds()
                && (metric.isAccuracy() ? cell.min() >= bound : cell.max() <= bound);
    }

    private double value(SweepRun run) {
        double value = run.values()[0][arm][0];
        if (Double.isNaN(value)) {
            return metric.isAccuracy() ? 0 : Double.POSITIVE_INFINITY;
        }
        return value;
    }
}
