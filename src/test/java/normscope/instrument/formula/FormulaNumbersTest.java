package normscope.instrument.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import normscope.experiment.ArmConfig;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.instrument.Replica;
import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.LayerSpec;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers in the formulas: those of the shown snapshot, and the derivatives that they claim to be. */
class FormulaNumbersTest {

    private static final double H = 1e-5;

    private final Experiment experiment = trained();
    private final Replica replica = Replica.of(experiment);

    private static Experiment trained() {
        ExperimentConfig config = Configs.small();
        Experiment experiment =
                new Experiment(config.withNetwork(config.network().withActivation(Activation.TANH)));
        while (experiment.step() < 120) {
            experiment.advance();
        }
        return experiment;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void forwardTheyAreThoseOfTheSnapshot(int layer) {
        LayerSnapshot shown = replica.snapshot().arm(1).layers().get(layer);
        double[] expected = new double[LayerSnapshot.MAX_VALUES];
        FormulaNumbers numbers = FormulaNumbers.of(replica, layer, 2);

        int m = shown.values(Quantity.Z, 2, expected);
        assertThat(numbers.m()).isEqualTo(m).isEqualTo(16);
        for (int i = 0; i < m; i++) {
            assertThat(numbers.z()[i]).isCloseTo(expected[i], within(1e-6));
        }
        shown.values(Quantity.Z_TILDE, 2, expected);
        double mean = 0;
        for (int i = 0; i < m; i++) {
            assertThat(numbers.zTilde()[i]).isCloseTo(expected[i], within(1e-5));
            assertThat(numbers.zTilde()[i])
                    .isCloseTo(numbers.gamma() * numbers.zNorm()[i] + numbers.beta(), within(1e-14));
            mean += numbers.z()[i] / m;
        }
        assertThat(numbers.mean()).isCloseTo(mean, within(1e-14));
        assertThat(numbers.invStd()).isCloseTo(1 / Math.sqrt(numbers.var() + numbers.epsilon()), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void gammaAndBetaHaveTheGradientsOfTheLoss(int layer) {
        FormulaNumbers numbers = FormulaNumbers.of(replica, layer, 3);
        Layer l = replica.network(1).layer(layer);

        assertThat(numbers.dGamma()).isCloseTo(slope(l.normalizer().gamma(), 3), within(1e-8));
        assertThat(numbers.dBeta()).isCloseTo(slope(l.normalizer().beta(), 3), within(1e-8));
    }

    /** Central differences over z itself: the loss of the layers behind, as a function of the values of one unit. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void dZIsTheGradientOfTheLossWithMeanAndVarianceMoving(int layer) {
        FormulaNumbers numbers = FormulaNumbers.of(replica, layer, 1);

        for (int example = 0; example < numbers.m(); example++) {
            double slope = (lossWith(layer, 1, example, H) - lossWith(layer, 1, example, -H)) / (2 * H);
            assertThat(numbers.dZ()[example]).isCloseTo(slope, within(1e-9));
            assertThat(numbers.throughNorm(example) + numbers.throughVar(example) + numbers.throughMean())
                    .isCloseTo(slope, within(1e-9));
        }
    }

    @Test
    void theGradientsOfABatchSumToZero() {
        FormulaNumbers numbers = FormulaNumbers.of(replica, 0, 0);
        double sum = 0;
        double alongZ = 0;
        double size = 0;
        for (int i = 0; i < numbers.m(); i++) {
            sum += numbers.dZ()[i];
            alongZ += numbers.dZ()[i] * (numbers.z()[i] - numbers.mean());
            size += Math.abs(numbers.dZ()[i]);
        }
        assertThat(size).isGreaterThan(1e-6);
        assertThat(sum / size).isCloseTo(0, within(1e-12));
        assertThat(alongZ / size).isCloseTo(0, within(1e-3));
    }

    @Test
    void aLayerWithoutBatchNormHasNone() {
        ExperimentConfig config = Configs.small();
        Experiment partly = new Experiment(config.withArm(1, ArmConfig.batchNorm(List.of(true, false, true))));
        Replica at = Replica.of(partly);

        assertThat(FormulaNumbers.exist(at, 0)).isTrue();
        assertThat(FormulaNumbers.exist(at, 1)).isFalse();
        assertThatThrownBy(() -> FormulaNumbers.of(at, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theyFollowTheSnapshotThatIsShown() {
        FormulaNumbers before = FormulaNumbers.of(replica, 1, 1);
        var earlier = replica.snapshot();
        experiment.advance();
        replica.goTo(experiment.snapshot());
        FormulaNumbers after = FormulaNumbers.of(replica, 1, 1);
        replica.goTo(earlier);

        assertThat(after.step()).isEqualTo(before.step() + 1);
        assertThat(after.z()).isNotEqualTo(before.z());
        assertThat(FormulaNumbers.of(replica, 1, 1).dZ()).isEqualTo(before.dZ());
    }

    private double slope(double[] parameters, int i) {
        double value = parameters[i];
        parameters[i] = value + H;
        double up = loss();
        parameters[i] = value - H;
        double down = loss();
        parameters[i] = value;
        return (up - down) / (2 * H);
    }

    private double loss() {
        replica.network(1).forward(replica.x(), Mode.TRAIN);
        return replica.network(1).loss(replica.y());
    }

    /** z of the layer goes into a network of the same layers from here on, whose first weights pass it on as it is. */
    private double lossWith(int layer, int unit, int example, double change) {
        Network whole = replica.network(1);
        whole.forward(replica.x(), Mode.TRAIN);
        DMatrixRMaj z = whole.layer(layer).z().copy();
        z.add(example, unit, change);
        int units = whole.layer(layer).units();
        List<LayerSpec> specs = whole.spec().layers().subList(layer, whole.layerCount());
        Network tail = new Network(new NetworkSpec(units, specs, whole.spec().loss(), 0));
        for (int i = layer; i < whole.layerCount(); i++) {
            Layer from = whole.layer(i);
            Layer to = tail.layer(i - layer);
            for (int input = 0; input < to.inputs(); input++) {
                for (int j = 0; j < to.units(); j++) {
                    double identity = input == j ? 1 : 0;
                    to.w().set(input, j, i == layer ? identity : from.w().get(input, j));
                }
            }
            System.arraycopy(from.b(), 0, to.b(), 0, to.units());
            to.normalizer().copyFrom(from.normalizer());
        }
        tail.forward(z, Mode.TRAIN);
        return tail.loss(replica.y());
    }
}
