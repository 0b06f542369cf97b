package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.nn.Layer;
import normscope.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShiftsTest {

    private static Experiment experiment() {
        return new Experiment(Configs.small());
    }

    private static void shift(Experiment experiment, InputShift shift, long drift) {
        experiment.apply(new Command.ShiftInputs(shift, drift));
    }

    private static double[] row(Dataset set, int row) {
        return new double[] {set.x().get(row, 0), set.x().get(row, 1)};
    }

    @Test
    void eachShiftDoesToEveryExampleWhatItsNameSays() {
        Experiment experiment = experiment();
        Dataset before = experiment.split().train();
        shift(experiment, new InputShift.Translate(1, -2), 0);
        shift(experiment, new InputShift.Scale(10, 0.5), 0);
        shift(experiment, new InputShift.Rotate(90), 0);
        shift(experiment, new InputShift.ClassShift(1, 0.25, 4), 0);
        Dataset after = experiment.world().train();
        for (int i = 0; i < before.size(); i++) {
            double[] from = row(before, i);
            double x = 10 * (from[0] + 1);
            double y = 0.5 * (from[1] - 2);
            int moved = before.label(i) == 1 ? 1 : 0;
            assertThat(row(after, i)[0]).isEqualTo(-y + 0.25 * moved, within(1e-12));
            assertThat(row(after, i)[1]).isEqualTo(x + 4 * moved, within(1e-12));
            assertThat(after.label(i)).isEqualTo(before.label(i));
        }
    }

    @Test
    void driftGrowsEvenlyAndThenStays() {
        Experiment experiment = experiment();
        experiment.advance();
        shift(experiment, new InputShift.Translate(4, 0), 8);
        double start = experiment.split().test().x().get(3, 0);
        for (int k = 0; k <= 12; k++) {
            assertThat(experiment.world().test().x().get(3, 0)).isEqualTo(start + Math.min(4, 0.5 * k), within(1e-14));
            experiment.advance();
        }
        assertThat(experiment.world()).isSameAs(experiment.world());
    }

    @Test
    void noiseIsEachExamplesOwnAndTheSameAtEveryStep() {
        Experiment experiment =
                new Experiment(Configs.small().withData(Configs.small().data().withPoints(2000)));
        shift(experiment, new InputShift.Noise(0.5), 0);
        double[] added = experiment.world().train().x().data.clone();
        double[] before = experiment.split().train().x().data;
        for (int i = 0; i < added.length; i++) {
            added[i] -= before[i];
        }
        Moments moments = Moments.of(added, added.length);
        assertThat(moments.mean()).isEqualTo(0, within(4 * 0.5 / Math.sqrt(added.length)));
        assertThat(moments.sd()).isEqualTo(0.5, within(0.05));
        double[] first = experiment.world().train().x().data.clone();
        experiment.advance();
        assertThat(experiment.world().train().x().data).isEqualTo(first);
        Experiment again = new Experiment(experiment.config());
        shift(again, new InputShift.Noise(0.5), 0);
        assertThat(again.world().train().x().data).isEqualTo(first);
    }

    @Test
    void theNetworksSeeTheShiftedBatch() {
        Experiment experiment = experiment();
        shift(experiment, new InputShift.Translate(3, 1), 0);
        Experiment plain = experiment();
        experiment.measure();
        plain.measure();
        for (int arm = 0; arm < 2; arm++) {
            Layer moved = experiment.network(arm).layer(0);
            Layer still = plain.network(arm).layer(0);
            for (int unit = 0; unit < moved.units(); unit++) {
                double expected = 3 * moved.w().get(0, unit) + moved.w().get(1, unit);
                for (int row = 0; row < moved.z().numRows; row++) {
                    assertThat(moved.z().get(row, unit) - still.z().get(row, unit))
                            .isEqualTo(expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void otherDataMoveWithTheFirstNumber() {
        ExperimentConfig digits = Configs.small()
                .withData(Configs.small().data().withKind(DataKind.DIGITS).withPoints(100));
        Experiment experiment = new Experiment(digits);
        shift(experiment, new InputShift.Scale(2, 7), 0);
        shift(experiment, new InputShift.Translate(1, 9), 0);
        double[] before = experiment.split().train().x().data;
        double[] after = experiment.world().train().x().data;
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isEqualTo(2 * before[i] + 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shift(experiment, new InputShift.Rotate(3), 0))
                .withMessageContaining("shift.rotate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shift(experiment, new InputShift.ClassShift(10, 0, 0), 0))
                .withMessageContaining("shift.class.label");
        assertThat(experiment.world().train().x().data).isEqualTo(after);
    }

    static Stream<Kick> kicks() {
        return Stream.of(new Kick.ScaleWeights(3), new Kick.AddToZ(-1.5), new Kick.Redraw());
    }

    /** Arms that are normalized alike stay the same network: whatever befalls one befalls the other. */
    @ParameterizedTest
    @MethodSource("kicks")
    void aKickIsTheSameInBothArms(Kick kick) {
        ExperimentConfig config = Configs.small();
        List<Boolean> on = List.of(true, false, true);
        Experiment experiment =
                new Experiment(config.withArm(0, ArmConfig.batchNorm(on)).withArm(1, ArmConfig.batchNorm(on)));
        Snapshot before = experiment.snapshot();
        for (int layer = 0; layer < 3; layer++) {
            experiment.apply(new Command.KickLayer(layer, kick));
            experiment.advance();
        }
        Snapshot after = experiment.snapshot();
        assertThat(after.arm(1).networkState()).isEqualTo(after.arm(0).networkState());
        assertThat(after.arm(1).networkState()).isNotEqualTo(before.arm(1).networkState());
    }

    @Test
    void batchNormTakesAnAddedConstantAwayInTrainMode() {
        Experiment experiment = experiment();
        Snapshot before = experiment.snapshot();
        experiment.apply(new Command.KickLayer(1, new Kick.AddToZ(5)));
        experiment.apply(new Command.KickLayer(1, new Kick.AddToZ(2)));
        Snapshot after = experiment.snapshot();
        double[] a = new double[LayerSnapshot.MAX_VALUES];
        double[] b = new double[LayerSnapshot.MAX_VALUES];
        for (int arm = 0; arm < 2; arm++) {
            int n = before.arm(arm).layers().get(1).values(Quantity.Z, a);
            after.arm(arm).layers().get(1).values(Quantity.Z, b);
            for (int i = 0; i < n; i++) {
                assertThat(b[i] - a[i]).isEqualTo(7, within(1e-5));
            }
        }
        before.arm(1).layers().get(1).values(Quantity.Z_TILDE, a);
        int n = after.arm(1).layers().get(1).values(Quantity.Z_TILDE, b);
        for (int i = 0; i < n; i++) {
            assertThat(b[i]).isEqualTo(a[i], within(1e-4));
        }
    }

    @Test
    void aLayerDrawnAnewHasOtherWeightsOfTheSameSpread() {
        ExperimentConfig config =
                Configs.small().withNetwork(Configs.small().network().withHiddenUnits(List.of(100, 100, 8)));
        Experiment experiment = new Experiment(config);
        double[] before = experiment.network(1).layer(1).w().data.clone();
        experiment.apply(new Command.KickLayer(1, new Kick.Redraw()));
        double[] after = experiment.network(1).layer(1).w().data;
        assertThat(after).isNotEqualTo(before);
        assertThat(Moments.of(after, after.length).sd())
                .isEqualTo(config.network().init().standardDeviation(100), within(0.005));
    }

    @Test
    void thereIsNoOtherLayerToKick() {
        Experiment experiment = experiment();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment.apply(new Command.KickLayer(3, new Kick.Redraw())))
                .withMessageContaining("layer");
    }

    @Test
    void refusesWhatCannotBe() {
        Refusals.assertNames("dx", () -> new InputShift.Translate(Double.NaN, 0));
        Refusals.assertNames("fy", () -> new InputShift.Scale(1, 0));
        Refusals.assertNames("degrees", () -> new InputShift.Rotate(361));
        Refusals.assertNames("label", () -> new InputShift.ClassShift(-1, 0, 0));
        Refusals.assertNames("sd", () -> new InputShift.Noise(-1));
        Refusals.assertNames("drift", () -> new Command.ShiftInputs(new InputShift.Noise(1), -1));
        Refusals.assertNames("factor", () -> new Kick.ScaleWeights(0));
        Refusals.assertNames("constant", () -> new Kick.AddToZ(Double.POSITIVE_INFINITY));
    }
}
