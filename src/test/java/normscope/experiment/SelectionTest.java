package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Feed;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.data.TrueRule;
import normscope.nn.Network;
import org.junit.jupiter.api.Test;

/** The three kinds of change: which examples are drawn, what their inputs are, what their labels are. */
class SelectionTest {

    private static final Selection LEFT = new Selection.Window(new Trait.Direction(0), 0, 0.5);
    private static final Selection RIGHT = new Selection.Window(new Trait.Direction(0), 0.5, 1);

    private static Experiment moons() {
        return new Experiment(Configs.small());
    }

    private static Experiment cats(TrueRule rule) {
        ExperimentConfig config = Configs.small();
        DataConfig data = new DataConfig(DataKind.CATS, 240, 0, 0.5, true)
                .withRule(rule)
                .withSelection(new Selection.Values(new Trait.Input(0), null, 0.0));
        return new Experiment(config.withData(data));
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
    void halvesPartTheTrainingSetAtItsMedianAndLeaveTheLabels() {
        Experiment experiment = moons();
        Split all = experiment.split();
        experiment.apply(new Command.Select(LEFT, 0));
        Split left = experiment.world();
        experiment.apply(new Command.Select(RIGHT, 0));
        Split right = experiment.world();

        assertThat(left.train().size()).isEqualTo(all.train().size() / 2);
        assertThat(right.train().size())
                .isEqualTo(all.train().size() - left.train().size());
        double border = firstInputs(left.train()).stream().max(Double::compare).orElseThrow();
        assertThat(firstInputs(right.train())).allMatch(x -> x > border);
        assertThat(left.test().size() + right.test().size())
                .isEqualTo(all.test().size());
        assertThat(experiment.pool()).isSameAs(all);
        for (int row = 0; row < left.train().size(); row++) {
            double x = left.train().x().get(row, 0);
            int of = IntStream.range(0, all.train().size())
                    .filter(i -> all.train().x().get(i, 0) == x)
                    .findFirst()
                    .orElseThrow();
            assertThat(left.train().label(row)).isEqualTo(all.train().label(of));
        }
    }

    @Test
    void aWholeWindowIsNoSelectionAndLearnsBitForBit() {
        Experiment plain = moons();
        Experiment whole = moons();
        whole.apply(new Command.Select(new Selection.Window(new Trait.Distance(), 0, 1), 0));
        Experiment back = moons();
        back.apply(new Command.Select(RIGHT, 0));
        back.apply(new Command.Select(Selection.ALL, 0));
        for (Experiment experiment : List.of(plain, whole, back)) {
            run(experiment, 20);
        }
        assertThat(state(whole, 1)).isEqualTo(state(plain, 1));
        assertThat(state(back, 1)).isEqualTo(state(plain, 1));
        assertThat(whole.world()).isSameAs(whole.split());
    }

    @Test
    void miniBatchesDrawOnlyWhatIsSelectedAndAnEpochKeepsItsLength() {
        Experiment experiment = moons();
        int steps = experiment.stepsPerEpoch();
        Feed feed = Shifts.NONE.and(RIGHT, 0, 0).feed(experiment.split(), 0, 7);
        Set<Double> allowed = firstInputs(
                Shifts.NONE.and(RIGHT, 0, 0).at(experiment.split(), 0, 7).train());
        MiniBatches batches = new MiniBatches(experiment.split().train(), 16, new RandomStreams(7));
        batches.use(feed);
        assertThat(batches.batchesPerEpoch()).isEqualTo(steps);
        for (int step = 0; step < 50; step++) {
            batches.moveTo(step);
            assertThat(batches.x().numRows).isEqualTo(16);
            for (int row = 0; row < 16; row++) {
                assertThat(allowed).contains(batches.x().get(row, 0));
            }
        }
        double first = batches.x().get(3, 0);
        batches.moveTo(1);
        batches.moveTo(49);
        assertThat(batches.x().get(3, 0)).isEqualTo(first);
    }

    /** The frequencies of 40,000 draws lie within four standard deviations of what the chances say. */
    @Test
    void softSelectionsDrawInProportionToTheirChances() {
        Split split = moons().split();
        Shifts soft = Shifts.NONE.and(new Selection.Sigmoid(new Trait.Direction(90), 2), 0, 0);
        double[] shares = Chances.share(
                soft.chances(split, split.train(), 0), split.train().size());
        MiniBatches batches = new MiniBatches(split.train(), 40, new RandomStreams(1));
        batches.use(soft.feed(split, 0, 1));
        double expected = 0;
        for (int i = 0; i < shares.length; i++) {
            expected += split.train().x().get(i, 1) > 0 ? shares[i] : 0;
        }
        int upper = 0;
        int draws = 40_000;
        for (int step = 0; step < draws / 40; step++) {
            batches.moveTo(step);
            for (int row = 0; row < 40; row++) {
                upper += batches.x().get(row, 1) > 0 ? 1 : 0;
            }
        }
        double sd = Math.sqrt(expected * (1 - expected) / draws);
        assertThat((double) upper / draws).isCloseTo(expected, within(4 * sd));
        assertThat(expected).isGreaterThan(0.7);
        // What is measured on all that is drawn has the same mix.
        Dataset shown = soft.at(split, 0, 1).train();
        long above = IntStream.range(0, shown.size())
                .filter(row -> shown.x().get(row, 1) > 0)
                .count();
        assertThat((double) above / shown.size()).isCloseTo(expected, within(1.5 / shown.size()));
    }

    @Test
    void aWindowDriftsFromWhereItWas() {
        Split split = moons().split();
        Shifts drift = Shifts.NONE.and(LEFT, 0, 0).and(RIGHT, 100, 200);
        assertThat(firstInputs(drift.at(split, 100, 7).train()))
                .isEqualTo(
                        firstInputs(Shifts.NONE.and(LEFT, 0, 0).at(split, 0, 7).train()));
        assertThat(firstInputs(drift.at(split, 200, 7).train()))
                .isEqualTo(firstInputs(Shifts.NONE
                        .and(new Selection.Window(new Trait.Direction(0), 0.25, 0.75), 0, 0)
                        .at(split, 0, 7)
                        .train()));
        assertThat(firstInputs(drift.at(split, 300, 7).train()))
                .isEqualTo(
                        firstInputs(Shifts.NONE.and(RIGHT, 0, 0).at(split, 0, 7).train()));
        assertThat(firstInputs(drift.shownBefore(split, 300, 7).train()))
                .isEqualTo(
                        firstInputs(Shifts.NONE.and(LEFT, 0, 0).at(split, 0, 7).train()));
    }

    @Test
    void oneSelectionFadesIntoAnotherOfItsOwnKind() {
        Split split = moons().split();
        Shifts drift = Shifts.NONE
                .and(new Selection.Labels(List.of(1.0, 0.0)), 0, 0)
                .and(new Selection.Labels(List.of(0.0, 1.0)), 0, 4);
        double[] chances = drift.chances(split, split.train(), 1);
        double ofOne = IntStream.range(0, chances.length)
                .filter(i -> split.train().label(i) == 1)
                .mapToDouble(i -> chances[i])
                .sum();
        assertThat(ofOne / Arrays.stream(chances).sum()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void quantilesWithinEachClassKeepTheMixOfClasses() {
        Split split = moons().split();
        Dataset half = Shifts.NONE
                .and(new Selection.Window(new Trait.Direction(90), 0, 0.5, true), 0, 0)
                .at(split, 0, 7)
                .train();
        long ones =
                IntStream.range(0, half.size()).filter(i -> half.label(i) == 1).count();
        long all = IntStream.range(0, split.train().size())
                .filter(i -> split.train().label(i) == 1)
                .count();
        assertThat(ones).isBetween(all / 2, all / 2 + 1);
    }

    @Test
    void aFlipChangesLabelsInItsRegionAndNoInput() {
        Experiment experiment = moons();
        Dataset before = experiment.world().train();
        experiment.apply(new Command.ChangeRule(new RuleChange.Flip(new Trait.Direction(0), 0.5, 1)));
        Dataset after = experiment.world().train();
        assertThat(after.x().data).isEqualTo(before.x().data);
        long changed = IntStream.range(0, before.size())
                .filter(i -> before.label(i) != after.label(i))
                .count();
        assertThat(changed).isEqualTo(before.size() - before.size() / 2);
    }

    /** The shape alone, and the opposite of coloured cats: trained on black ones the networks are the same. */
    @Test
    void whatHelpsUnderOneTruthHurtsUnderTheOther() {
        Experiment shape = cats(TrueRule.SHAPE);
        Experiment xor = cats(TrueRule.XOR);
        Command coloured = new Command.Select(new Selection.Values(new Trait.Input(0), 0.0, null), 0);
        for (Experiment experiment : List.of(shape, xor)) {
            run(experiment, 100);
            experiment.apply(coloured);
        }
        for (int arm = 0; arm < 2; arm++) {
            assertThat(state(shape, arm)).isEqualTo(state(xor, arm));
            double sum = new ScoringSet(shape.world().test())
                            .score(shape.network(arm))
                            .accuracy()
                    + new ScoringSet(xor.world().test()).score(xor.network(arm)).accuracy();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        shape.apply(new Command.ChangeRule(new RuleChange.Truth(TrueRule.XOR)));
        assertThat(shape.world().test().y().data).isEqualTo(xor.world().test().y().data);
    }

    @Test
    void everythingIsPartOfTheSnapshot() {
        Experiment experiment = moons();
        run(experiment, 5);
        experiment.apply(new Command.Select(RIGHT, 10));
        experiment.apply(new Command.SetLearnFrom(new LearnFrom(true, 0.5, false)));
        run(experiment, 5);
        Snapshot moment = experiment.snapshot();
        run(experiment, 10);
        double[] end = state(experiment, 1);
        experiment.apply(new Command.Select(Selection.ALL, 0));
        experiment.restore(moment);
        run(experiment, 10);
        assertThat(state(experiment, 1)).isEqualTo(end);
    }

    @Test
    void picturesChangeInTheirInk() {
        DataConfig digits = new DataConfig(DataKind.DIGITS, 60, 0, 0.5, true);
        Experiment experiment = new Experiment(Configs.small().withData(digits));
        Split raw = experiment.split();
        double before = ink(raw, experiment.world().train(), 0, 20);
        experiment.apply(new Command.ShiftInputs(new InputShift.Paper(0.5, 1, false), 0));
        assertThat(ink(raw, experiment.world().train(), 0, 20)).isCloseTo(0.5 + 0.5 * before, within(1e-12));
        experiment.apply(new Command.ShiftInputs(new InputShift.Negative(), 0));
        assertThat(ink(raw, experiment.world().train(), 0, 20)).isCloseTo(0.5 - 0.5 * before, within(1e-12));
        Experiment moved = new Experiment(Configs.small().withData(digits));
        moved.apply(new Command.ShiftInputs(new InputShift.Pixels(1, 0), 0));
        assertThat(ink(raw, moved.world().train(), 0, 21)).isCloseTo(before, within(1e-12));
        assertThat(ink(raw, moved.world().train(), 0, 16)).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> moons().apply(new Command.ShiftInputs(new InputShift.Negative(), 0)))
                .hasMessageContaining("pictures");
    }

    private static double ink(Split split, Dataset set, int row, int pixel) {
        return set.x().get(row, pixel) * split.scale()[pixel] + split.shift()[pixel];
    }

    @Test
    void whatTheDataDoNotHaveIsRefused() {
        ExperimentConfig config = Configs.small();
        assertThatThrownBy(() -> config.data().withSelection(new Selection.Window(new Trait.Ink(), 0, 0.5)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("selection.window.by.ink needs pictures, such as digits.");
        assertThatThrownBy(() -> config.data().withRule(TrueRule.BOTH)).hasMessageStartingWith("rule is for the cats");
        assertThatThrownBy(() -> moons().apply(new Command.ChangeRule(new RuleChange.Truth(TrueRule.BOTH))))
                .hasMessage("rule.truth needs the cats.");
        assertThatThrownBy(() -> moons().apply(new Command.Select(new Selection.Labels(List.of(1.0)), 0)))
                .hasMessage("select.labels has 1 entries; give 2, one a class.");
    }
}
