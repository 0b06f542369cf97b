package normscope.instrument.sweep;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The runs of a sweep made so far. Immutable. */
public final class SweepResult {

    private final Sweep sweep;
    private final SweepRun[] runs;

    private SweepResult(Sweep sweep, SweepRun[] runs) {
        this.sweep = sweep;
        this.runs = runs;
    }

    /** No run made yet. */
    public static SweepResult none(Sweep sweep) {
        return new SweepResult(sweep, new SweepRun[sweep.runs()]);
    }

    /**
     * The same with one run more.
     *
     * @param run which, from 0
     * @param made what it came to
     * @return the changed copy
     */
    public SweepResult with(int run, SweepRun made) {
        SweepRun[] next = runs.clone();
        next[run] = made;
        return new SweepResult(sweep, next);
    }

    /** What was asked for. */
    public Sweep sweep() {
        return sweep;
    }

    /** How many runs are made: 0 … the number of runs. */
    public int made() {
        return (int) Arrays.stream(runs).filter(run -> run != null).count();
    }

    /** Whether every run is made. */
    public boolean complete() {
        return made() == runs.length;
    }

    /**
     * One run.
     *
     * @param value which value of the setting, from 0
     * @param seed which seed, from 0
     * @return what it came to; null if it is not made yet
     */
    public SweepRun run(int value, int seed) {
        return runs[index(value, seed)];
    }

    /**
     * The number of one run in its sweep.
     *
     * @param value which value of the setting, from 0
     * @param seed which seed, from 0
     * @return as {@link Sweep#config} counts
     */
    public int index(int value, int seed) {
        return value * sweep.settings().seeds() + seed;
    }

    private Stream<SweepRun.Outcome> outcomes(int arm, int value) {
        return IntStream.range(0, sweep.settings().seeds())
                .mapToObj(seed -> run(value, seed))
                .filter(run -> run != null)
                .map(run -> run.arm(arm));
    }

    /** The metric of the seeds that have ended within the numbers, ascending. */
    private double[] values(int arm, int value) {
        return outcomes(arm, value)
                .mapToDouble(SweepRun.Outcome::value)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    /**
     * How many seeds diverged.
     *
     * @param arm which arm, from 0
     * @param value which value of the setting, from 0
     * @return 0 … the number of seeds
     */
    public int diverged(int arm, int value) {
        return (int) outcomes(arm, value).filter(SweepRun.Outcome::diverged).count();
    }

    /**
     * The middle of the seeds that did not diverge.
     *
     * @param arm which arm, from 0
     * @param value which value of the setting, from 0
     * @return the median, between the two middle ones of an even number; NaN if there is none
     */
    public double median(int arm, int value) {
        double[] sorted = values(arm, value);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /**
     * The least of the seeds that did not diverge.
     *
     * @param arm which arm, from 0
     * @param value which value of the setting, from 0
     * @return the smallest metric; NaN if there is none
     */
    public double min(int arm, int value) {
        return DoubleStream.of(values(arm, value)).min().orElse(Double.NaN);
    }

    /**
     * The most of the seeds that did not diverge.
     *
     * @param arm which arm, from 0
     * @param value which value of the setting, from 0
     * @return the largest metric; NaN if there is none
     */
    public double max(int arm, int value) {
        return DoubleStream.of(values(arm, value)).max().orElse(Double.NaN);
    }

    /**
     * Whether an arm has done well in every seed.
     *
     * @param arm which arm, from 0
     * @param value which value of the setting, from 0
     * @param bound for accuracies the least, for losses the most that is well
     * @return false if a seed is worse, has diverged or is not made yet
     */
    public boolean everySeedWithin(int arm, int value, double bound) {
        double[] sorted = values(arm, value);
        if (sorted.length < sweep.settings().seeds()) {
            return false;
        }
        return sweep.settings().metric().isAccuracy() ? sorted[0] >= bound : sorted[sorted.length - 1] <= bound;
    }
}
