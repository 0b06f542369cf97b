package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * The three kinds of change: which examples are drawn, what their inputs are, what their labels are; and the remedies.
 */
/** What helps after a change: statistics re-estimated, labels withheld or given, old examples kept, weights. */
class RemediesTest {

    private static final Selection LEFT = new Selection.Window(new Trait.Direction(0), 0, 0.5);
    private static final Selection RIGHT = new Selection.Window(new Trait.Direction(0), 0.5, 1);

    private static Experiment moons() {
        return new Experiment(Configs.small());
    }

    private static void run(Experiment experiment, int steps) {
        for (int i = 0; i < steps; i++) {
            experiment.advance(false);
        }
    }

    private static Set<Double> firstInputs(Dataset set) {
        return IntStream.range(0, set.size())
                .mapToObj(row -> set.x().get(row, 0))
                .collect(Collectors.toSet());
    }

    private static double[] state(Experiment experiment, int arm) {
        Network network = experiment.network(arm);
        double[] state = new double[network.stateSize()];
        network.copyStateTo(state, 0);
        return state;
    }

    @Test
    void reestimatedStatisticsMakeEvalOfTheSetWhatTrainIs() {
        ExperimentConfig config = Configs.small();
        Experiment experiment =
                new Experiment(config.withTraining(config.training().withDropout(0.3)));
        run(experiment, 50);
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(2, -1), 0));
        Dataset set = experiment.world().train();
        double plain = new ScoringSet(set).score(experiment.network(0)).loss();
        double stale = new ScoringSet(set).score(experiment.network(1)).loss();
        experiment.apply(new Command.Reestimate());
        assertThat(new ScoringSet(set).score(experiment.network(0)).loss()).isEqualTo(plain);

        Experiment without = new Experiment(config);
        double[] state = state(experiment, 1);
        without.network(1).setState(state, 0);
        without.network(1).forward(set.x(), Mode.TRAIN);
        double train = without.network(1).loss(set.y());
        double eval = new ScoringSet(set).score(experiment.network(1)).loss();
        assertThat(eval).isCloseTo(train, within(1e-9)).isNotCloseTo(stale, within(1e-3));
    }

    @Test
    void withoutNewLabelsTheBatchesAreTheOldOnes() {
        Experiment untouched = moons();
        Experiment changed = moons();
        run(untouched, 30);
        run(changed, 30);
        changed.apply(new Command.ShiftInputs(new InputShift.Translate(3, 3), 0));
        changed.apply(new Command.SetLearnFrom(new LearnFrom(false, 0, false)));
        run(untouched, 20);
        run(changed, 20);
        assertThat(state(changed, 0)).isEqualTo(state(untouched, 0));
        assertThat(changed.world().train().x().data)
                .isNotEqualTo(untouched.world().train().x().data);
    }

    @Test
    void replayMakesAPartOfEachBatchOfTheOldExamples() {
        Split split = moons().split();
        Shifts shifts = Shifts.NONE.and(LEFT, 0, 0).and(RIGHT, 10, 0).and(new LearnFrom(true, 0.25, false), 10, 0);
        MiniBatches batches = new MiniBatches(split.train(), 16, new RandomStreams(7));
        batches.use(shifts.feed(split, 10, 7));
        Set<Double> left =
                firstInputs(Shifts.NONE.and(LEFT, 0, 0).at(split, 0, 7).train());
        for (int step = 10; step < 20; step++) {
            batches.moveTo(step);
            long old = IntStream.range(0, 16)
                    .filter(row -> left.contains(batches.x().get(row, 0)))
                    .count();
            assertThat(old).isEqualTo(4);
        }
    }

    @Test
    void importanceWeightsTurnTheOldDistributionIntoTheNewOne() {
        Split split = moons().split();
        Selection low = new Selection.Bell(new Trait.Direction(0), -0.7, 0.8);
        Selection high = new Selection.Bell(new Trait.Direction(0), 0.7, 0.8);
        Shifts shifts = Shifts.NONE.and(low, 0, 0).and(high, 0, 0);
        int n = split.train().size();
        Importance importance = shifts.importance(split, 0);
        double[] old = Chances.share(Shifts.NONE.and(low, 0, 0).chances(split, split.train(), 0), n);
        double[] now = Chances.share(shifts.chances(split, split.train(), 0), n);
        for (int i = 0; i < n; i++) {
            assertThat(old[i] * importance.weights()[i]).isCloseTo(now[i], within(1e-15));
        }
        assertThat(importance.overlap()).isCloseTo(1, within(1e-12));
        assertThat(importance.effectiveSize()).isBetween(2.0, n / 2.0);
    }

    @Test
    void weightsWithoutOverlapAreRefused() {
        Experiment experiment = moons();
        experiment.apply(new Command.Select(LEFT, 0));
        experiment.apply(new Command.Select(RIGHT, 0));
        Split world = experiment.world();
        assertThatThrownBy(() -> experiment.apply(new Command.SetLearnFrom(new LearnFrom(false, 0, true))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("overlap");
        assertThat(experiment.world()).isSameAs(world);
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0));
        assertThatThrownBy(() -> experiment.apply(new Command.SetLearnFrom(new LearnFrom(false, 0, true))))
                .hasMessageContaining("needs a selection");
    }

    /** dLoss of the weighted mean against central differences of 1/m sum w L, example by example. */
    @Test
    void theGradientIsThatOfTheWeightedLoss() {
        Network network = moons().network(1);
        Split split = moons().split();
        Dataset some = split.train().select(IntStream.range(0, 9).toArray(), 0, 9);
        double[] weights = IntStream.range(0, 9).mapToDouble(i -> i / 4.0).toArray();
        network.forward(some.x(), Mode.TRAIN);
        network.backward(some.y(), weights);
        DMatrixRMaj w = network.layer(1).w();
        double analytic = network.layer(1).dW().get(2, 1);
        double at = w.get(2, 1);
        double h = 1e-6;
        double[] loss = new double[2];
        for (int side = 0; side < 2; side++) {
            w.set(2, 1, at + (side == 0 ? -h : h));
            network.forward(some.x(), Mode.TRAIN);
            DMatrixRMaj logits = network.layer(3).a();
            for (int i = 0; i < 9; i++) {
                double z = logits.get(i, 0);
                loss[side] +=
                        weights[i] * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - z * some.label(i)) / 9;
            }
        }
        assertThat(analytic)
                .isCloseTo((loss[1] - loss[0]) / (2 * h), within(1e-7))
                .isNotZero();
    }
}
