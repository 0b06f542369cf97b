package normscope.instrument.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.chart.ChartTheme;
import normscope.chart.FormulaImage;
import normscope.experiment.ArmConfig;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.formula.FormulaText;
import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The update that is taken apart is the very one that the trainer makes. */
class OneUpdateTest {

    private static final ExperimentConfig SMALL = Configs.small();

    /** Every optimizer, dropout, L2, a layer without batch normalization. */
    static Stream<ExperimentConfig> experiments() {
        return Stream.concat(
                OptimizerSpec.EXPERIMENTS.stream()
                        .map(optimizer -> SMALL.withTraining(SMALL.training().withOptimizer(optimizer))),
                Stream.of(
                        SMALL.withTraining(SMALL.training().withDropout(0.3)),
                        SMALL.withTraining(SMALL.training().withL2(0.01)),
                        SMALL.withArm(1, SMALL.arms().get(1).withNoise(2)),
                        SMALL.withTraining(
                                SMALL.training().withNormalizedRate(7.0).withNormalizedL2(0.02)),
                        SMALL.withArm(1, ArmConfig.batchNorm(List.of(true, false, true)))));
    }

    private static Experiment at(ExperimentConfig config, int steps) {
        Experiment experiment = new Experiment(config);
        for (int step = 0; step < steps; step++) {
            experiment.advance();
        }
        return experiment;
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void afterTheLastStageParametersAreTheTrainersNextOnesBitForBit(ExperimentConfig config) {
        Experiment living = at(config, 11);
        OneUpdate update = OneUpdate.of(living);
        living.advance();
        for (int arm = 0; arm < living.arms(); arm++) {
            Network trained = living.network(arm);
            double[] next = new double[trained.stateSize()];
            trained.copyStateTo(next, 0);
            double[] made = new double[next.length];
            update.after(arm).copyStateTo(made, 0);
            assertThat(made).isEqualTo(next);
            for (int layer = 0; layer < trained.layerCount(); layer++) {
                Layer l = trained.layer(layer);
                UnitUpdate shown = update.unit(arm, layer, 1, 3);
                int unit = shown.unit();
                assertThat(shown.wAfter()).isEqualTo(column(l.w(), unit));
                if (l.normalized()) {
                    assertThat(shown.gamma().after()).isEqualTo(l.normalizer().gamma()[unit]);
                    assertThat(shown.beta().after()).isEqualTo(l.normalizer().beta()[unit]);
                } else {
                    assertThat(shown.b().after()).isEqualTo(l.b()[unit]);
                }
                List<FormulaText> rows = UpdateRows.of(Stage.Kind.UPDATE, shown);
                assertThat(rows.get(0).result()).isEqualTo(l.w().get(shown.from(), unit));
                assertThat(rows.get(rows.size() - 1).result())
                        .isEqualTo(l.normalized() ? l.normalizer().beta()[unit] : l.b()[unit]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void gradientsAreThoseOfTheNetworksPassBack(ExperimentConfig config) {
        Experiment living = at(config, 11);
        OneUpdate update = OneUpdate.of(living);
        living.advance();
        for (int arm = 0; arm < living.arms(); arm++) {
            for (int layer = 0; layer < living.network(arm).layerCount(); layer++) {
                Layer l = living.network(arm).layer(layer);
                UnitUpdate shown = update.unit(arm, layer, 2, 5);
                int unit = shown.unit();
                assertThat(shown.z()).isEqualTo(column(l.z(), unit));
                assertThat(shown.dZTilde()).isEqualTo(column(l.dZTilde(), unit));
                assertThat(shown.dZ()).isEqualTo(column(l.dZ(), unit));
                assertThat(shown.dW()).isEqualTo(column(l.dW(), unit));
                List<FormulaText> rows = UpdateRows.of(Stage.Kind.D_Z, shown);
                assertThat(rows.get(rows.size() - 1).result()).isEqualTo(l.dZ().get(5, unit));
                if (l.normalized()) {
                    assertThat(shown.gamma().gradient())
                            .isEqualTo(l.normalizer().dGamma()[unit]);
                    assertThat(shown.beta().gradient()).isEqualTo(l.normalizer().dBeta()[unit]);
                    assertThat(shown.box().gamma()).isEqualTo(shown.gamma().before());
                }
            }
        }
    }

    private static double[] column(DMatrixRMaj x, int column) {
        return IntStream.range(0, x.numRows)
                .mapToDouble(row -> x.get(row, column))
                .toArray();
    }

    @Test
    void nothingOfTheLivingExperimentChanges() {
        Experiment living = at(SMALL, 5);
        Experiment other = at(SMALL, 5);
        OneUpdate update = OneUpdate.of(living);
        update.unit(1, 0, 0, 0);
        living.advance();
        other.advance();
        assertThat(living.snapshot().arm(1).networkState())
                .isEqualTo(other.snapshot().arm(1).networkState());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whatTheFormulasSayAddsUp(ExperimentConfig config) {
        OneUpdate update = OneUpdate.of(at(config, 11));
        for (int arm = 0; arm < 2; arm++) {
            for (int layer = 0; layer < update.after(arm).layerCount(); layer++) {
                for (int example : new int[] {0, 7, 15}) {
                    check(update.unit(arm, layer, 1, example));
                }
            }
        }
    }

    private static void check(UnitUpdate u) {
        int i = u.example();
        double z = u.added() + (u.b() == null ? 0 : u.b().before());
        for (int k = 0; k < u.w().length; k++) {
            z += u.w()[k] * u.input()[k];
        }
        assertThat(u.z()[i]).isCloseTo(z, within(1e-9));
        double dW = IntStream.range(0, u.m())
                .mapToDouble(k -> u.dZ()[k] * u.inputs()[k])
                .sum();
        assertThat(u.weight().gradient()).isCloseTo(dW, within(1e-9));
        assertThat(DoubleStream.of(u.answer().losses()).sum() / u.m())
                .isCloseTo(u.answer().mean(), within(1e-9));
        if (!u.isOutput()) {
            List<FormulaText> back = UpdateRows.of(u.box() == null ? Stage.Kind.D_Z : Stage.Kind.D_TILDE, u);
            if (u.config().network().activation() == Activation.RELU && u.a()[i] > 0) {
                double scale = u.noise() == null ? 1 : u.noise().scale();
                assertThat(back.get(1).result()).isCloseTo(scale * back.get(0).result(), within(1e-9));
            }
        }
        if (u.box() != null) {
            assertThat(DoubleStream.of(u.dZ()).sum()).isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyRowOfEveryStageIsTypesetAndHasItsWords(ExperimentConfig config) {
        OneUpdate update = OneUpdate.of(at(config, 3));
        for (int each = 0; each < 2; each++) {
            int arm = each;
            List<Boolean> boxes = IntStream.range(0, config.network().layers())
                    .mapToObj(layer -> config.arms().get(arm).normalizers().get(layer) instanceof NormalizerSpec.Batch)
                    .toList();
            for (Stage stage : Stage.of(boxes)) {
                int layer = stage.layer() >= 0 ? stage.layer() : stage.kind() == Stage.Kind.LOSS ? boxes.size() : 0;
                UnitUpdate unit = update.unit(arm, layer, 2, 4);
                List<FormulaText> rows = UpdateRows.of(stage.kind(), unit);
                assertThat(rows).as(stage.toString()).isNotEmpty();
                for (FormulaText row : rows) {
                    assertThat(row.symbols()).doesNotContain("[l", "{t");
                    FormulaImage.once(row.low().symbols(), 12, ChartTheme.LIGHT, FormulaImage.Ink.TEXT);
                    FormulaImage.once(row.symbols(), 12, ChartTheme.LIGHT, FormulaImage.Ink.TEXT);
                    FormulaImage.once(row.numbers(), 12, ChartTheme.LIGHT, FormulaImage.Ink.TEXT);
                    assertThat(Texts.text("formula.row." + row.id())).isNotBlank();
                    assertThat(Texts.text("formula.row." + row.id() + ".spoken", "0.5"))
                            .isNotBlank();
                }
                assertThat(UpdateBars.of(stage.kind(), unit)).isNotEmpty();
            }
        }
    }

    @Test
    void stagesGoForwardThroughTheLayersAndBackFromTheLast() {
        List<Stage> stages = Stage.of(List.of(true, true, true));
        assertThat(stages).hasSize(1 + 3 * 5 + 1 + 1 + 2 + 3 * 4 + 1);
        assertThat(stages.get(0).kind()).isEqualTo(Stage.Kind.X);
        assertThat(stages.indexOf(new Stage(Stage.Kind.D_Z, 2)))
                .isGreaterThan(stages.indexOf(new Stage(Stage.Kind.D_W, 3)))
                .isLessThan(stages.indexOf(new Stage(Stage.Kind.D_TILDE, 1)));
        assertThat(Stage.of(List.of(false)).stream().map(Stage::kind))
                .containsExactly(
                        Stage.Kind.X,
                        Stage.Kind.Z,
                        Stage.Kind.A,
                        Stage.Kind.Z,
                        Stage.Kind.LOSS,
                        Stage.Kind.D_Z,
                        Stage.Kind.D_W,
                        Stage.Kind.D_Z,
                        Stage.Kind.D_W,
                        Stage.Kind.UPDATE);
    }
}
