package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import normscope.nn.Activation;
import normscope.nn.Layer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot holds z as floats, so all it gives back is the network's own to 24 bits of z. */
class LayerSnapshotTest {

    private static final double FLOAT = 0x1p-24;

    private static Experiment trained(ExperimentConfig config) {
        Experiment experiment = new Experiment(config);
        for (int i = 0; i < 30; i++) {
            experiment.advance();
        }
        return experiment;
    }

    /** Some layers of each arm are normalized and some are not. */
    private static ExperimentConfig mixed(Activation activation) {
        ExperimentConfig config = Configs.small();
        return config.withNetwork(config.network().withActivation(activation))
                .withArm(0, ArmConfig.batchNorm(List.of(false, true, false)))
                .withArm(1, ArmConfig.batchNorm(List.of(true, false, true)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH", "SIGMOID"})
    void everyQuantityIsTheNetworksOwn(Activation activation) {
        Experiment experiment = trained(mixed(activation));
        Snapshot snapshot = experiment.snapshot();
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 3; i++) {
                LayerSnapshot seen = snapshot.arm(arm).layers().get(i);
                Layer own = experiment.network(arm).layer(i);
                assertThat(seen.normalized())
                        .isEqualTo(
                                experiment.config().arms().get(arm).batchNorm().get(i));
                assertThat(seen.rows()).isEqualTo(16);
                assertThat(seen.units()).isEqualTo(own.units());
                for (Quantity quantity : Quantity.values()) {
                    int n = seen.values(quantity, values);
                    DMatrixRMaj expected = matrix(own, quantity);
                    assertThat(n).isEqualTo(expected.getNumElements());
                    for (int k = 0; k < n; k++) {
                        int unit = k % own.units();
                        assertThat(values[k]).isEqualTo(expected.data[k], within(bound(own, k, unit)));
                    }
                }
            }
        }
    }

    private static DMatrixRMaj matrix(Layer layer, Quantity quantity) {
        return switch (quantity) {
            case Z -> layer.z();
            case Z_NORM -> layer.normalizer().zNorm();
            case Z_TILDE -> layer.zTilde();
            case A -> layer.a();
        };
    }

    /** The rounding of z, multiplied by invStd and gamma; no activation here is steeper than 1. */
    private static double bound(Layer layer, int k, int unit) {
        double scale = layer.normalizer()
                .statistics()
                .map(s -> s.invStd()[unit]
                        * Math.max(1, Math.abs(layer.normalizer().gamma()[unit])))
                .orElse(1.0);
        return FLOAT * Math.abs(layer.z().data[k]) * Math.max(1, scale) + 1e-14;
    }

    @Test
    void aUnitsValuesAreItsColumn() {
        Snapshot snapshot = trained(mixed(Activation.TANH)).snapshot();
        double[] layerValues = new double[LayerSnapshot.MAX_VALUES];
        double[] unitValues = new double[LayerSnapshot.MAX_VALUES];
        for (LayerSnapshot layer : snapshot.arm(1).layers()) {
            for (Quantity quantity : Quantity.values()) {
                layer.values(quantity, layerValues);
                for (int unit = 0; unit < layer.units(); unit++) {
                    int rows = layer.values(quantity, unit, unitValues);
                    assertThat(rows).isEqualTo(layer.rows());
                    for (int row = 0; row < rows; row++) {
                        assertThat(unitValues[row]).isEqualTo(layerValues[row * layer.units() + unit]);
                    }
                }
            }
        }
    }

    @Test
    void ofALargeBatchTheFirstExamplesAreKept() {
        ExperimentConfig config = ExperimentConfig.defaults();
        config = config.withNetwork(config.network().withHiddenUnits(List.of(128, 3, 1)))
                .withTraining(config.training().withBatchSize(0));
        Experiment experiment = new Experiment(config);
        Snapshot snapshot = experiment.snapshot();
        List<LayerSnapshot> layers = snapshot.arm(1).layers();
        assertThat(layers).extracting(LayerSnapshot::batchRows).containsExactly(250, 250, 250);
        assertThat(layers).extracting(LayerSnapshot::rows).containsExactly(64, 250, 250);
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        assertThat(layers.get(0).values(Quantity.Z, values)).isEqualTo(64 * 128);
        double[] z = experiment.network(1).layer(0).z().data;
        for (int i = 0; i < 64 * 128; i++) {
            assertThat(values[i]).isEqualTo((float) z[i]);
        }
    }

    @Test
    void scaleAndShiftAreTheLearnedOnesOrNone() {
        Experiment experiment = trained(mixed(Activation.TANH));
        LayerSnapshot with = experiment.snapshot().arm(1).layers().get(0);
        LayerSnapshot without = experiment.snapshot().arm(0).layers().get(0);
        Layer own = experiment.network(1).layer(0);
        for (int unit = 0; unit < with.units(); unit++) {
            assertThat(with.gamma(unit))
                    .isEqualTo(own.normalizer().gamma()[unit])
                    .isNotEqualTo(1);
            assertThat(with.beta(unit)).isEqualTo(own.normalizer().beta()[unit]).isNotEqualTo(0);
            assertThat(without.gamma(unit)).isEqualTo(1);
            assertThat(without.beta(unit)).isEqualTo(0);
        }
    }

    @Test
    void aSnapshotStaysAsItWasWhileTrainingGoesOn() {
        Experiment experiment = trained(mixed(Activation.RELU));
        Snapshot snapshot = experiment.snapshot();
        double[] before = everything(snapshot);
        for (int i = 0; i < 10; i++) {
            experiment.advance();
        }
        experiment.snapshot();
        assertThat(everything(snapshot)).isEqualTo(before);
    }

    private static double[] everything(Snapshot snapshot) {
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        return snapshot.arms().stream()
                .flatMapToDouble(arm -> {
                    return DoubleStream.concat(
                            Arrays.stream(arm.networkState()),
                            arm.layers().stream()
                                    .flatMapToDouble(layer ->
                                            Arrays.stream(Arrays.copyOf(values, layer.values(Quantity.A, values)))));
                })
                .toArray();
    }

    /** What the history's budget is counted in must be what the arrays take. */
    @Test
    void bytesAreThoseOfTheNumbersKept() {
        Experiment experiment = new Experiment(Configs.small());
        Snapshot snapshot = experiment.snapshot();
        long states = 0;
        long z = 0;
        for (int arm = 0; arm < 2; arm++) {
            states += 8L
                    * (snapshot.arm(arm).networkState().length
                            + snapshot.arm(arm).optimizerState().length);
            z += 4L * 16 * (6 + 4 + 5);
        }
        assertThat(snapshot.bytes()).isEqualTo(states + z + 4L * 8 * (6 + 4 + 5));
    }

    @Test
    void randomExperimentsGiveFiniteSnapshotsAtTheirStart() {
        SplittableRandom random = new SplittableRandom(15);
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        for (int i = 0; i < 6; i++) {
            ExperimentConfig config = Configs.random(random);
            config = config.withTraining(config.training().withBatchSize(1 + random.nextInt(50)));
            for (LayerSnapshot layer : new Experiment(config).snapshot().arm(1).layers()) {
                int n = layer.values(Quantity.A, values);
                assertThat(n).isEqualTo(layer.rows() * layer.units()).isPositive();
                for (int k = 0; k < n; k++) {
                    assertThat(values[k]).isFinite();
                }
            }
        }
    }
}
