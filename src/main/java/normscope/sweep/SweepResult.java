package normscope.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    public SweepResult with(List<SweepRun> more) {
        SweepRun[] next = runs.clone();
        more.forEach(run -> next[run.index()] = run);
        return new SweepResult(sweep, next);
    }

    public Sweep sweep() {
        return sweep;
    }

    public Stream<SweepRun> runs() {
        return Arrays.stream(runs).filter(Objects::nonNull);
    }

    /** {@return what a run, from 0, came to; null if it is not made yet} */
    public SweepRun run(int index) {
        return runs[index];
    }

    /** How many runs are made: 0 … the number of runs. */
    public int made() {
        return (int) runs().count();
    }

    public boolean complete() {
        return made() == runs.length;
    }

    /** Which measure of the sweep, at which of its steps. */
    public record Shown(int measure, int step) {}

    /** A place of the grid: which value of the first setting, and of the second, 0 without one. */
    public record Place(int x, int y) {}

    public Cell cell(Shown shown, int arm, Place place) {
        int seeds = sweep.seeds().size();
        int diverged = 0;
        double[] values = new double[seeds];
        int n = 0;
        for (int seed = 0; seed < seeds; seed++) {
            SweepRun run = runs[sweep.index(place.x(), place.y(), seed)];
            if (run == null) {
                continue;
            }
            double value = run.values()[shown.step()][arm][shown.measure()];
            if (run.diverged(arm, sweep.steps().get(shown.step())) || Double.isNaN(value)) {
                diverged++;
            } else {
                values[n++] = value;
            }
        }
        values = Arrays.copyOf(values, n);
        Arrays.sort(values);
        return new Cell(values, diverged, seeds);
    }

    /**
     * Where an arm does best in the mean over seeds: of the places that are complete, those at which no seed diverged
     * come first, and of equally good ones the first.
     *
     * @return null if nothing is better than anything else, or no place is complete
     */
    public Place best(Shown shown, int arm) {
        Measurable.Better better = sweep.measures().get(shown.measure()).better();
        if (better == Measurable.Better.NEITHER) {
            return null;
        }
        double sign = better == Measurable.Better.HIGHER ? 1 : -1;
        Place best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < sweep.size(1); y++) {
            for (int x = 0; x < sweep.size(0); x++) {
                Cell cell = cell(shown, arm, new Place(x, y));
                if (cell.complete() && cell.diverged() == 0 && sign * cell.mean() > most) {
                    most = sign * cell.mean();
                    best = new Place(x, y);
                }
            }
        }
        return best;
    }
}
