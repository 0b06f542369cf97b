package normscope.instrument.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.experiment.Snapshot;
import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.stats.Moments;
import normscope.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signs are those of the very step that the trainer makes. */
class VitalsTest {

    private static final ExperimentConfig SMALL = Configs.small();

    /** Every optimizer, normalizer and activation; dropout, L2, and a rate of the normalized weights. */
    static Stream<ExperimentConfig> experiments() {
        return Stream.of(
                        OptimizerSpec.EXPERIMENTS.stream()
                                .map(optimizer ->
                                        SMALL.withTraining(SMALL.training().withOptimizer(optimizer))),
                        NormalizerSpec.EXPERIMENTS.stream()
                                .map(normalizer -> SMALL.withArmsAlike(arm -> arm.withNormalizer(
                                        normalizer,
                                        arm.normalizers().stream()
                                                .map(each -> true)
                                                .toList()))),
                        Stream.of(Activation.TANH, Activation.SIGMOID)
                                .map(activation ->
                                        SMALL.withNetwork(SMALL.network().withActivation(activation))),
                        Stream.of(
                                SMALL.withTraining(SMALL.training().withDropout(0.3)),
                                SMALL.withTraining(SMALL.training().withL2(0.01)),
                                SMALL.withTraining(SMALL.training().withNormalizedRate(10.0))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theSignsAreThoseOfTheTrainersOwnStep(ExperimentConfig config) {
        Experiment living = new Experiment(config);
        for (int i = 0; i < 4; i++) {
            living.advance();
        }
        living.apply(new Command.SetLearningRate(0.07));
        Snapshot moment = living.snapshot();
        Vitals vitals = Vitals.of(new Experiment(config), moment);
        double[][][] before = new double[living.arms()][][];
        for (int arm = 0; arm < living.arms(); arm++) {
            before[arm] = new double[living.network(arm).layerCount()][];
            for (int l = 0; l < before[arm].length; l++) {
                before[arm][l] = living.network(arm).layer(l).w().data.clone();
            }
        }
        living.advance();
        for (int arm = 0; arm < living.arms(); arm++) {
            List<Vitals.OfLayer> layers = vitals.arms().get(arm);
            assertThat(layers).hasSize(before[arm].length);
            for (int l = 0; l < layers.size(); l++) {
                Layer layer = living.network(arm).layer(l);
                double[] old = before[arm][l];
                double[] difference = layer.w().data.clone();
                Arrays.setAll(difference, i -> difference[i] - old[i]);
                Vitals.OfLayer signs = layers.get(l);
                assertThat(signs.gradient()).isCloseTo(norm(layer.dW().data), within(1e-12));
                assertThat(signs.update()).isCloseTo(norm(difference) / norm(old), within(1e-12));
                if (l < layers.size() - 1) {
                    Moments a = Moments.of(layer.a().data, layer.a().getNumElements());
                    assertThat(signs.mean()).isEqualTo(a.mean());
                    assertThat(signs.sd()).isEqualTo(a.sd());
                    assertThat(signs.stuck())
                            .isEqualTo(stuck(layer, config.network().activation()));
                }
            }
        }
    }

    @Test
    void everySignIsExplainedForEveryActivation() {
        for (Sign sign : Sign.values()) {
            assertThat(Texts.text(sign.key() + ".tip")).isNotEmpty();
            for (Activation activation : NetworkConfig.ACTIVATIONS) {
                assertThat(Texts.text(sign.note(activation))).endsWith(".");
            }
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }

    private static double stuck(Layer layer, Activation activation) {
        int rows = layer.a().numRows;
        int units = layer.units();
        double count = 0;
        for (int unit = 0; unit < units; unit++) {
            double most = 0;
            double ends = 0;
            for (int row = 0; row < rows; row++) {
                double a = layer.a().get(row, unit);
                most = Math.max(most, a);
                // Slopes: 1 - a² of tanh, 4 a (1 - a) of the sigmoid, over those in the middle.
                double slope = activation == Activation.TANH ? 1 - a * a : 4 * a * (1 - a);
                ends += slope < 1 - 0.97 * 0.97 ? 1 : 0;
            }
            count += activation == Activation.RELU ? (most == 0 ? 1 : 0) : ends / rows;
        }
        return activation == Activation.RELU ? count / units : Math.round(count * rows) / (double) (rows * units);
    }
}
