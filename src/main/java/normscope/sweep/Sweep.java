package normscope.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import normscope.experiment.Check;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;

/**
 * A grid of runs over one or two settings and several seeds. A run depends on nothing but its experiment; so the runs
 * may be made in any order, on any number of threads and machines.
 *
 * @param base the experiment of which the settings are varied
 * @param events commands given in every run, in the order of their steps
 * @param axes the settings, one or two
 * @param seeds the runs' seeds, no two alike
 * @param steps when is measured, ascending; at a step of commands, after them
 */
public record Sweep(
        ExperimentConfig base,
        List<Event> events,
        List<Axis> axes,
        List<Long> seeds,
        List<Long> steps,
        List<Measured> measures) {

    public static final int MOST_RUNS = 100_000;

    public static final long MOST_STEPS = 1_000_000;

    /** Checks everything, up to whether there is an experiment with each combination of values. */
    public Sweep {
        Check.present("base", base);
        Check.within("settings: the number of settings", axes.size(), 1, 2);
        Check.within("seeds: the number of seeds", seeds.size(), 1, 1000);
        Check.that(new HashSet<>(seeds).size() == seeds.size(), "seeds", "has a seed twice; give each once.");
        Check.within("steps: the number of steps", steps.size(), 1, 1000);
        for (int i = 0; i < steps.size(); i++) {
            long least = i == 0 ? 0 : steps.get(i - 1) + 1;
            Check.whole(String.format(Locale.ROOT, "steps[%d]", i), steps.get(i), least, MOST_STEPS);
        }
        Check.within("measure: the number of measures", measures.size(), 1, 50);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < measures.size(); i++) {
            Check.that(
                    names.add(measures.get(i).name()),
                    String.format(Locale.ROOT, "measure[%d].name", i),
                    "is there already; take another.");
        }
        Check.that(
                axes.size() < 2 || axes.get(0).setting() != axes.get(1).setting() || apart(axes),
                "settings[1].setting",
                "is varied already; take another.");
        long runs = seeds.size();
        for (Axis axis : axes) {
            runs *= axis.size();
        }
        Check.within("The number of runs", runs, 1, MOST_RUNS);
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
        steps = List.copyOf(steps);
        measures = List.copyOf(measures);
        for (int x = 0; x < axes.get(0).size(); x++) {
            for (int y = 0; y < (axes.size() < 2 ? 1 : axes.get(1).size()); y++) {
                events = new ExperimentFile(config(base, axes, x, y), events).events();
            }
        }
    }

    /** One arm's and another arm's. */
    private static boolean apart(List<Axis> axes) {
        return axes.stream().allMatch(axis -> axis.arm() != null)
                && !axes.get(0).arm().equals(axes.get(1).arm());
    }

    private static ExperimentConfig config(ExperimentConfig base, List<Axis> axes, int x, int y) {
        ExperimentConfig config = base;
        for (int i = 0; i < axes.size(); i++) {
            try {
                config = axes.get(i).apply(config, i == 0 ? x : y);
            } catch (InvalidSettingException e) {
                throw e.within(String.format(Locale.ROOT, "settings[%d]", i));
            }
        }
        return config;
    }

    /** The number of values of a setting; 1 of one that is not there. */
    public int size(int axis) {
        return axis < axes.size() ? axes.get(axis).size() : 1;
    }

    public int arms() {
        return base.arms().size();
    }

    public int runs() {
        return size(0) * size(1) * seeds.size();
    }

    /**
     * {@return the number of the run with these values of the first and second setting (0 without one) and this seed}
     */
    public int index(int x, int y, int seed) {
        return (y * size(0) + x) * seeds.size() + seed;
    }

    /** Which value of the first setting a run has. */
    public int x(int run) {
        return run / seeds.size() % size(0);
    }

    /** Which value of the second setting a run has. */
    public int y(int run) {
        return run / seeds.size() / size(0);
    }

    /** Which seed a run has. */
    public int seed(int run) {
        return run % seeds.size();
    }

    public ExperimentConfig config(int run) {
        return config(base, axes, x(run), y(run)).withSeed(seeds.get(seed(run)));
    }

    /** What a run costs beside others: its updates of parameters, times the examples of each. */
    double cost(int run) {
        ExperimentConfig config = config(run);
        int batch = config.training().batchSize();
        double examples = batch == 0 ? config.data().points() : batch;
        double parameters = 0;
        for (int arm = 0; arm < arms(); arm++) {
            parameters += config.parameterCount(arm);
        }
        // Small batches have their price, too.
        return steps.get(steps.size() - 1) * parameters * (examples + 8);
    }

    /** {@return what a run, from 0, comes to; null if it was cancelled, which is asked before each update} */
    public SweepRun run(int run, BooleanSupplier cancelled) {
        RecordedRun made = new RecordedRun(config(run));
        double[][][] values = new double[steps.size()][arms()][measures.size()];
        int given = 0;
        for (int i = 0; i < steps.size(); i++) {
            long step = steps.get(i);
            for (; given < events.size() && events.get(given).step() <= step; given++) {
                if (!made.advanceTo(events.get(given).step(), cancelled)) {
                    return null;
                }
                made.apply(events.get(given).command());
            }
            if (!made.advanceTo(step, cancelled)) {
                return null;
            }
            measure(made, values[i]);
        }
        return new SweepRun(run, divergedAt(made.experiment()), values);
    }

    private void measure(RecordedRun made, double[][] values) {
        for (int arm = 0; arm < values.length; arm++) {
            for (int k = 0; k < values[arm].length; k++) {
                values[arm][k] = measures.get(k).ofArms().get(arm).measure(made.experiment(), made.history());
            }
        }
    }

    private long[] divergedAt(Experiment experiment) {
        long[] at = new long[arms()];
        for (int arm = 0; arm < at.length; arm++) {
            at[arm] = experiment.divergence(arm) == null
                    ? SweepRun.NOT_DIVERGED
                    : experiment.divergence(arm).step();
        }
        return at;
    }

    /** All runs in their order, for tests and small sweeps. */
    public List<SweepRun> runAll() {
        List<SweepRun> all = new ArrayList<>();
        for (int run = 0; run < runs(); run++) {
            all.add(run(run, () -> false));
        }
        return all;
    }
}
