package normscope.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.data.TrueRule;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.OwnTable;
import normscope.experiment.Selection;
import normscope.experiment.Shifts;
import normscope.experiment.Trait;
import normscope.experiment.Traits;
import normscope.runner.Evaluation;

/** How both arms do at the shown moment: accuracies, decision boundaries with the data, or confusion matrices. */
public final class EvaluationViewModel {

    private final ReadOnlyObjectWrapper<Evaluation> evaluation = new ReadOnlyObjectWrapper<>(this, "evaluation");
    private final BooleanProperty labelsShown = new SimpleBooleanProperty(this, "labelsShown", true);
    private List<DataPoint> points = List.of();
    private List<DataPoint> original = List.of();
    private List<DataPoint> former = List.of();
    private ExperimentConfig config;
    private Split before;
    private Split data;
    private Traits traits;
    private boolean twoDimensional;
    private int most = Integer.MAX_VALUE;

    /** An example in the plane, in raw coordinates; its label, from 0, is {@link #HIDDEN} if it is not to be seen. */
    public record DataPoint(double x, double y, int label, boolean test) {}

    /** Of sets of which a sample is measured, so many examples are drawn, the first of each set. */
    private static final int MOST_POINTS = 2000;

    /** The label of an example whose label is not to be seen. */
    public static final int HIDDEN = -1;

    EvaluationViewModel() {
        labelsShown.addListener(observable -> {
            if (data != null) {
                points = pointsOf(data);
                former = ghosts(evaluation.get());
            }
        });
    }

    /** Whether the examples have their labels, and their answers are judged. */
    public BooleanProperty labelsShownProperty() {
        return labelsShown;
    }

    /** {@return the rule that the labels follow; null where it cannot be told, or may not be seen} */
    public TrueRule rule() {
        Evaluation now = evaluation.get();
        return now == null || data == null || !labelsShown.get()
                ? null
                : now.shifts().rule(config.data());
    }

    /** {@return the fraction of the test examples drawn now that an arm gets right; null if nobody may say} */
    public Double testAccuracy(int arm) {
        Evaluation now = evaluation.get();
        return now == null || !labelsShown.get() ? null : now.arm(arm).testAccuracy();
    }

    /** The evaluation of the shown moment, a little behind while training: null until the first is ready. */
    public ReadOnlyObjectProperty<Evaluation> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    public boolean twoDimensional() {
        return twoDimensional;
    }

    /** {@return what the classes of a table are called; empty for other data, whose classes have numbers} */
    public List<String> classNames() {
        return config.data().own() instanceof OwnTable table ? table.classNames() : List.of();
    }

    /** {@return what the inputs of a table in the plane are called; empty for other data} */
    public List<String> planeNames() {
        return twoDimensional && config.data().own() instanceof OwnTable table ? table.inputNames() : List.of();
    }

    /** {@return which examples are drawn at the moment evaluated; null if all are, alike} */
    public Selection selection() {
        Evaluation now = evaluation.get();
        return now == null ? null : now.shifts().selection();
    }

    /** {@return what the drawn examples are chosen by, beside all there are; null if they are chosen by no trait} */
    public Traits traits() {
        Evaluation now = evaluation.get();
        Trait by = now == null || now.shifts().selection() == null
                ? null
                : now.shifts().selection().by();
        if (by == null || data == null) {
            return null;
        }
        if (traits == null) {
            traits = new Traits(by, Traits.of(by, before.train(), before), Traits.of(by, data.train(), before));
        }
        return traits;
    }

    /**
     * The examples drawn at the moment evaluated, as they are then, none if not in the plane; the same list until they
     * change.
     */
    public List<DataPoint> points() {
        return points;
    }

    /** {@return some test examples drawn at the moment evaluated: the inputs as they were before standardizing} */
    public List<double[]> samples(int most) {
        return data == null
                ? List.of()
                : IntStream.range(0, Math.min(most, data.test().size()))
                        .mapToObj(row -> data.raw(data.test(), row))
                        .toList();
    }

    /** {@return a few examples of a problem in the plane, without a test set} */
    public static List<DataPoint> thumbnail(DataKind kind) {
        var examples = Datasets.generate(kind, 60, 0.05, new RandomStreams(1).of("thumbnail", 0));
        return IntStream.range(0, examples.size())
                .mapToObj(
                        i -> new DataPoint(examples.x().get(i, 0), examples.x().get(i, 1), examples.label(i), false))
                .toList();
    }

    /**
     * What stands behind the drawn examples: under a selection, the examples that are not drawn; else all examples as
     * they were before they were moved. The same list object until the data change.
     *
     * @return empty when all are drawn where they were, and when the data are not two-dimensional
     */
    public List<DataPoint> formerPoints() {
        return former;
    }

    private List<DataPoint> ghosts(Evaluation now) {
        if (now == null || !twoDimensional || points == original) {
            return List.of();
        }
        Shifts shifts = now.shifts();
        if (shifts.selection() == null) {
            return shifts.moved() ? original : List.of();
        }
        Set<DataPoint> drawn = new HashSet<>(points);
        return pointsOf(shifts.all(before, now.step(), config.seed())).stream()
                .filter(point -> !drawn.contains(point))
                .toList();
    }

    void begin(ExperimentConfig config, Split split) {
        this.config = config;
        twoDimensional = config.data().isPlanar();
        evaluation.set(null);
        before = split.sample();
        most = before == split ? Integer.MAX_VALUE : MOST_POINTS / 2;
        original = List.of();
        former = List.of();
        show(before);
        original = points;
    }

    private void show(Split split) {
        data = split;
        traits = null;
        if (split == before && labelsShown.get() && !original.isEmpty() && points != original) {
            points = original;
            return;
        }
        points = pointsOf(split);
    }

    private List<DataPoint> pointsOf(Split split) {
        List<DataPoint> all = new ArrayList<>();
        if (twoDimensional) {
            addPoints(split, split.train(), false, all);
            addPoints(split, split.test(), true, all);
        }
        return List.copyOf(all);
    }

    private void addPoints(Split split, Dataset set, boolean test, List<DataPoint> to) {
        for (int row = 0; row < Math.min(most, set.size()); row++) {
            to.add(new DataPoint(
                    set.x().get(row, 0) * split.scale()[0] + split.shift()[0],
                    set.x().get(row, 1) * split.scale()[1] + split.shift()[1],
                    labelsShown.get() ? set.label(row) : HIDDEN,
                    test));
        }
    }

    /** Takes in the latest evaluation: whether anything changed. */
    boolean update(Evaluation latest, long run) {
        if (latest == null || latest.run() != run || latest == evaluation.get()) {
            return false;
        }
        if (latest.data() != data) {
            show(latest.data());
            former = ghosts(latest);
        }
        evaluation.set(latest);
        return true;
    }
}
