package normscope.instrument.answers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.Split;
import normscope.data.TrueRule;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.RuleChange;
import normscope.experiment.ScoringSet;
import normscope.experiment.Selection;
import normscope.experiment.Shifts;
import normscope.experiment.Trait;
import normscope.experiment.Traits;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.runner.Evaluation;
import normscope.runner.SnapshotScorer;
import org.ejml.data.DMatrixRMaj;

/**
 * What the networks answer at one moment. TRAIN is read with the statistics of all training examples that are drawn
 * now, each answer for itself: before any new update that is the same as re-estimated statistics.
 *
 * @param rows how much is right, by what it is judged
 * @param grid where the map is; null for data that do not lie in the plane
 * @param map the probabilities, as {@link Evaluation.Arm#probabilities}; null without a grid, and of an arm that has
 *     diverged
 * @param points the test examples drawn now, in raw coordinates, by the first truth
 * @param former those drawn before the latest selection; empty if there was none
 * @param pictures a few test examples drawn now, if examples are pictures; by the first truth
 * @param traits what the latest selection goes by, of all training examples drawn now and before
 */
public record Answers(
        long step,
        List<Row> rows,
        Evaluation.Grid grid,
        float[] map,
        List<Point> points,
        List<Point> former,
        List<Picture> pictures,
        Traits traits) {

    private static final int PICTURES = 12;

    public enum Judged {
        /** The examples drawn now, by their labels. */
        NOW,
        /** Those drawn before the latest selection. */
        BEFORE,
        /** All examples, drawn or not. */
        ALL
    }

    /**
     * How much is right.
     *
     * @param of which examples
     * @param truth by which truth; null for the labels that they have
     * @param right a fraction for each reading; NaN for an arm that has diverged
     */
    public record Row(Judged of, TrueRule truth, Map<Reading, Double> right) {}

    /** One example, and whether the map answers another class there. */
    public record Point(double x, double y, int label, boolean wrong) {}

    /**
     * A test example that is a picture.
     *
     * @param ink of each pixel, as it was before standardizing
     * @param answer the class that the reading of the map takes it for
     */
    public record Picture(double[] ink, int label, int answer) {}

    /** {@return the answers at the moment of a replica, which is in the end as it was} */
    public static Answers of(Replica replica, AnswersSettings settings) {
        ExperimentConfig config = replica.config();
        Shifts shifts = replica.shifts();
        long step = replica.snapshot().step();
        Split before = replica.before();
        List<Dataset> sets = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean selected = shifts.changes().stream().anyMatch(each -> each.change() instanceof Selection);
        if (settings.truths().isEmpty()) {
            add(sets, rows, replica.test(), Judged.NOW, null);
            if (selected) {
                add(sets, rows, shifts.shownBefore(before, step, config.seed()).test(), Judged.BEFORE, null);
                add(sets, rows, shifts.all(before, step, config.seed()).test(), Judged.ALL, null);
            }
        }
        for (TrueRule truth : settings.truths()) {
            Split told = shifts.and(new RuleChange.Truth(truth), step, 0).at(before, step, config.seed());
            add(sets, rows, told.test(), Judged.NOW, truth);
        }
        boolean planar = config.data().isPlanar();
        Evaluation.Grid grid = planar ? SnapshotScorer.grid(before, shifts, step, config) : null;
        float[] map = null;
        List<Point> points = List.of();
        List<Picture> pictures = List.of();
        for (Reading reading : Reading.values()) {
            int arm = reading.arm(config);
            if (replica.diverged(arm)) {
                rows.forEach(row -> row.right().put(reading, Double.NaN));
                continue;
            }
            Network network = replica.network(arm);
            if (reading == Reading.WITH_TRAIN) {
                network.reestimateStatistics(replica.train().x());
            }
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i)
                        .right()
                        .put(reading, new ScoringSet(sets.get(i)).score(network).accuracy());
            }
            if (planar && reading == settings.map()) {
                map = SnapshotScorer.probabilities(
                        network, grid, before, config.data().classes());
                points = points(network, replica.test(), before);
            } else if (reading == settings.map() && config.data().hasPictures()) {
                pictures = pictures(network, replica.test(), before);
            }
            replica.restore(arm);
        }
        List<Point> former = planar && selected
                ? points(null, shifts.shownBefore(before, step, config.seed()).test(), before)
                : List.of();
        return new Answers(step, List.copyOf(rows), grid, map, points, former, pictures, traits(replica, selected));
    }

    private static void add(List<Dataset> sets, List<Row> rows, Dataset set, Judged of, TrueRule truth) {
        sets.add(set);
        rows.add(new Row(of, truth, new EnumMap<>(Reading.class)));
    }

    private static List<Point> points(Network network, Dataset set, Split split) {
        DMatrixRMaj logits = network == null ? null : network.forward(set.x(), Mode.EVAL);
        List<Point> points = new ArrayList<>(set.size());
        for (int row = 0; row < set.size(); row++) {
            points.add(new Point(
                    set.x().get(row, 0) * split.scale()[0] + split.shift()[0],
                    set.x().get(row, 1) * split.scale()[1] + split.shift()[1],
                    set.label(row),
                    logits != null && ScoringSet.predictedClass(logits, row) != set.label(row)));
        }
        return List.copyOf(points);
    }

    private static List<Picture> pictures(Network network, Dataset set, Split split) {
        DMatrixRMaj logits = network.forward(set.x(), Mode.EVAL);
        return IntStream.range(0, Math.min(PICTURES, set.size()))
                .mapToObj(
                        row -> new Picture(split.raw(set, row), set.label(row), ScoringSet.predictedClass(logits, row)))
                .toList();
    }

    private static Traits traits(Replica replica, boolean selected) {
        Shifts shifts = replica.shifts();
        Trait by = by(shifts, replica.config());
        Split split = replica.before();
        long step = replica.snapshot().step();
        double[] now = Traits.of(by, replica.train(), split);
        double[] before = selected
                ? Traits.of(
                        by,
                        shifts.shownBefore(split, step, replica.config().seed()).train(),
                        split)
                : new double[0];
        return new Traits(by, before, now);
    }

    /** What the latest selection goes by; the first input if there is none. */
    private static Trait by(Shifts shifts, ExperimentConfig config) {
        Trait by = config.data().hasPictures() ? new Trait.Ink() : new Trait.Input(0);
        for (Shifts.Change each : shifts.changes()) {
            if (each.change() instanceof Selection selection && selection.by() != null) {
                by = selection.by();
            }
        }
        return by;
    }
}
