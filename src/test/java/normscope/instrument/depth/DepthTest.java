package normscope.instrument.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.experiment.ArmConfig;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import normscope.instrument.depth.Depth.OfArm;
import normscope.instrument.depth.Depth.OfLayer;
import normscope.instrument.depth.DepthSettings.Inputs;
import normscope.nn.Activation;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import normscope.stats.Moments;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

    private static final ExperimentConfig SMALL = Configs.small();
    private static final Map<String, List<Measured>> MEASURED = new TreeMap<>();

    private static DepthSettings settings(Integer layers, Inputs inputs, boolean linear) {
        return new DepthSettings(null, layers, inputs, linear);
    }

    /** By their definitions, on the first mini-batch of the trainer's own networks before they change. */
    @Test
    void theNumbersAreThoseOfTheFirstStep() {
        Depth depth = Depth.of(SMALL, DepthSettings.defaults());
        Experiment fresh = new Experiment(SMALL);
        MiniBatches batches =
                new MiniBatches(fresh.split().train(), SMALL.training().batchSize(), new RandomStreams(SMALL.seed()));
        batches.moveTo(0);
        for (int arm = 0; arm < 2; arm++) {
            Network network = fresh.network(arm);
            network.forward(batches.x(), Mode.TRAIN);
            network.backward(batches.y());
            for (int l = 0; l < 3; l++) {
                OfLayer of = depth.arms().get(arm).layers().get(l);
                DMatrixRMaj z = network.layer(l).zTilde();
                double means = 0;
                double squares = 0;
                for (int unit = 0; unit < z.numCols; unit++) {
                    double[] values = new double[z.numRows];
                    for (int i = 0; i < z.numRows; i++) {
                        values[i] = z.get(i, unit);
                    }
                    Moments moments = Moments.of(values, values.length);
                    means += moments.mean() * moments.mean();
                    squares += moments.mean() * moments.mean() + moments.sd() * moments.sd();
                }
                assertThat(of.meanShare()).isCloseTo(means / squares, within(1e-12));
                assertThat(of.rms()).isCloseTo(Math.sqrt(squares / z.numCols), within(1e-12));
                assertThat(of.pairCosine())
                        .isCloseTo(pairCosine(network.layer(l).a()), within(1e-12));
                double gradient = 0;
                for (double d : network.layer(l).dZTilde().data) {
                    gradient += d * d;
                }
                assertThat(of.gradient()).isCloseTo(Math.sqrt(gradient), within(1e-15));
            }
        }
    }

    private static double pairCosine(DMatrixRMaj a) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < a.numRows; i++) {
            for (int k = 0; k < i; k++) {
                double both = 0;
                double one = 0;
                double other = 0;
                for (int j = 0; j < a.numCols; j++) {
                    both += a.get(i, j) * a.get(k, j);
                    one += a.get(i, j) * a.get(i, j);
                    other += a.get(k, j) * a.get(k, j);
                }
                if (one > 0 && other > 0) {
                    sum += both / Math.sqrt(one * other);
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    @Test
    void theStartStaysTheStartHoweverFarTheRunIs() {
        Experiment living = new Experiment(SMALL);
        var headless = DepthNumber.headless(DepthSettings.defaults());
        var before = headless.at(living);
        for (int i = 0; i < 5; i++) {
            living.advance();
        }
        for (int i = 0; i < before.size(); i++) {
            assertThat(headless.at(living).get(i).values())
                    .isEqualTo(before.get(i).values());
        }
        assertThatThrownBy(() -> new MeasureFile(
                        new ExperimentFile(SMALL), DepthSettings.defaults(), List.of(1L), List.of(0L, 5L)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("steps must be [0]");
    }

    @Test
    void theTheoryIsOfBatchNormAndReluInEveryLayer() {
        assertThat(Depth.THEORY).isCloseTo(1.2112, within(5e-5));
        assertThat(theory(SMALL, 0)).isNaN();
        assertThat(theory(SMALL, 1)).isEqualTo(Depth.THEORY);
        assertThat(theory(SMALL.withNetwork(SMALL.network().withActivation(Activation.TANH)), 1))
                .isNaN();
        assertThat(theory(SMALL.withArm(1, SMALL.arms().get(1).withBatchNorm(List.of(true, false, true))), 1))
                .isNaN();
        assertThat(Depth.of(SMALL, settings(null, Inputs.DATA, true))
                        .arms()
                        .get(1)
                        .theory())
                .isNaN();
    }

    private static double theory(ExperimentConfig config, int arm) {
        return Depth.of(config, DepthSettings.defaults()).arms().get(arm).theory();
    }

    @Test
    void growthIsFittedOverTheMiddle() {
        assertThat(Depth.middle(50)).containsExactly(10, 45);
        assertThat(Depth.middle(20)).containsExactly(4, 18);
        assertThat(Depth.middle(5)).containsExactly(3, 4);
        OfArm three = Depth.of(SMALL, DepthSettings.defaults()).arms().get(1);
        assertThat(three.growth()).isNaN();
        Depth five = Depth.of(SMALL, settings(5, Inputs.DATA, false));
        OfArm of = five.arms().get(1);
        assertThat(of.layers()).hasSize(5);
        assertThat(of.growth())
                .isCloseTo(of.layers().get(2).gradient() / of.layers().get(3).gradient(), within(1e-12));
        assertThat(five.expected(1)[3]).isEqualTo(of.layers().get(3).gradient());
        assertThat(five.expected(1)[0] / five.expected(1)[1]).isCloseTo(Depth.THEORY, within(1e-12));
    }

    @Test
    void noExperimentAndNoDepthBreaksIt() {
        for (NormalizerSpec kind : NormalizerSpec.EXPERIMENTS) {
            for (Integer layers : new Integer[] {null, 1, 2, 50}) {
                for (Inputs inputs : Inputs.values()) {
                    ExperimentConfig config =
                            SMALL.withArm(0, ArmConfig.of(kind, SMALL.network().layers()));
                    Depth depth = Depth.of(config, settings(layers, inputs, layers == null));
                    assertThat(depth.arms().get(0).layers())
                            .hasSize(layers == null ? 3 : layers)
                            // A deep one of few relu may have died.
                            .allSatisfy(of -> assertThat(of.rms()).isNotNegative());
                }
            }
        }
    }

    @Test
    void aWholeTrainingSetIsCutToSomeExamplesOfIt() {
        ExperimentConfig whole = SMALL.withData(SMALL.data().withPoints(5000))
                .withTraining(SMALL.training().withBatchSize(0));
        assertThat(Depth.of(whole, DepthSettings.defaults()).arms()).hasSize(2);
    }

    /**
     * The tables of the design page, made with PyTorch: means over ten seeds of signals on 256 digits, with 3 % of a
     * share or two printed standard deviations.
     */
    @ParameterizedTest
    @CsvSource({
        // file, arm, layer, number, printed, tolerance
        "signals-digits-he, 0, 1, MEAN_SHARE, 0.00, 0.03",
        "signals-digits-he, 0, 5, MEAN_SHARE, 0.63, 0.03",
        "signals-digits-he, 0, 20, MEAN_SHARE, 0.81, 0.12",
        "signals-digits-he, 0, 1, PAIR_COSINE, 0.34, 0.03",
        "signals-digits-he, 0, 5, PAIR_COSINE, 0.72, 0.03",
        "signals-digits-he, 0, 20, PAIR_COSINE, 0.95, 0.03",
        "signals-digits-he, 1, 20, MEAN_SHARE, 0.00, 0.03",
        "signals-digits-he, 1, 1, PAIR_COSINE, 0.33, 0.03",
        "signals-digits-he, 1, 20, PAIR_COSINE, 0.35, 0.03",
        "signals-digits-he, 2, 1, MEAN_SHARE, 0.00, 0.03",
        "signals-digits-he, 2, 20, MEAN_SHARE, 0.94, 0.06",
        "signals-digits-he, 2, 20, PAIR_COSINE, 0.95, 0.03",
        "signals-digits-xavier, 0, 20, MEAN_SHARE, 0.81, 0.12",
        "signals-digits-xavier, 0, 20, PAIR_COSINE, 0.95, 0.03"
    })
    void theSignalsAreThoseOfTheTable(
            String file, int arm, int layer, DepthNumber number, double printed, double tolerance) throws IOException {
        assertThat(mean(file, arm, layer - 1, number.ordinal())).isCloseTo(printed, within(tolerance));
    }

    /** Growth of the gradient a layer over eight seeds, within two printed standard deviations or 1 %. */
    @ParameterizedTest
    @CsvSource({
        // file, arm, printed, tolerance
        "gradients-relu-64-batch-256, 0, 0.992, 0.044",
        "gradients-relu-64-batch-256, 1, 1.204, 0.012",
        "gradients-relu-64-batch-256, 2, 0.995, 0.052",
        "gradients-relu-64-batch-16, 1, 1.257, 0.020",
        "gradients-spiral-20, 1, 1.236, 0.026"
    })
    void theGradientGrowsAsTheTableSays(String file, int arm, double printed, double tolerance) throws IOException {
        assertThat(mean(file, arm, -1, DepthNumber.values().length)).isCloseTo(printed, within(tolerance));
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "gradients-relu-64-batch-64, 1, 1.217, 0.012",
        "gradients-relu-32-batch-16, 1, 1.259, 0.038",
        "gradients-relu-32-batch-64, 1, 1.235, 0.024",
        "gradients-relu-32-batch-256, 1, 1.225, 0.022",
        "gradients-tanh-64-batch-16, 1, 1.117, 0.011",
        "gradients-tanh-64-batch-64, 1, 1.105, 0.011",
        "gradients-tanh-64-batch-256, 1, 1.103, 0.011",
        "gradients-linear-64-batch-16, 1, 1.021, 0.010",
        "gradients-linear-64-batch-64, 1, 1.011, 0.010",
        "gradients-linear-64-batch-256, 1, 1.009, 0.010",
        "gradients-spiral-50, 1, 1.229, 0.012",
        "gradients-digits-20, 1, 1.217, 0.012",
        "gradients-digits-50, 1, 1.222, 0.012"
    })
    void theGradientGrowsAsTheTableSaysElsewhereToo(String file, int arm, double printed, double tolerance)
            throws IOException {
        theGradientGrowsAsTheTableSays(file, arm, printed, tolerance);
    }

    private static double mean(String name, int arm, int layer, int column) throws IOException {
        if (!MEASURED.containsKey(name)) {
            MeasureFile file = MeasureFile.read(Path.of("assets/experiments/measure-depth-" + name + ".json"));
            MEASURED.put(
                    name,
                    file.seeds().stream()
                            .flatMap(seed -> file.run(seed).stream())
                            .toList());
        }
        return MEASURED.get(name).stream()
                .filter(each -> each.row().arm() == arm && each.row().layer() == layer)
                .mapToDouble(each -> each.row().values()[column])
                .average()
                .orElseThrow();
    }
}
