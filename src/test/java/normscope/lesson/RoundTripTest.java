package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Quantity;
import normscope.instrument.InstrumentKind;
import normscope.instrument.Reading;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.contours.ContoursSettings;
import normscope.instrument.depth.DepthSettings;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.proofs.Finding;
import normscope.instrument.quantity.HeadlessQuantity;
import normscope.instrument.quantity.InstrumentQuantity;
import normscope.instrument.quantity.OptimizerQuantity;
import normscope.instrument.quantity.Quantities;
import normscope.instrument.quantity.Quantity.OfSet;
import normscope.instrument.quantity.Quantity.ScoreKind;
import normscope.instrument.quantity.SweepQuantity;
import normscope.instrument.quantity.UpdateQuantity;
import normscope.instrument.rate.EffectiveRateSettings;
import normscope.instrument.smoothness.SmoothnessSettings;
import normscope.instrument.sweep.SweepSettings;
import normscope.nn.Init;
import normscope.nn.Mode;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.panel.PanelWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is registered is saved, opened and equal; nothing that is registered is left out here. */
class RoundTripTest {

    private static final ExperimentConfig CONFIG = ExperimentConfig.defaults();

    private static void assertExperimentSurvives(ExperimentConfig config) {
        ExperimentFile file = new ExperimentFile(config);
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);
    }

    static List<OptimizerSpec> optimizers() {
        return OptimizerSpec.EXPERIMENTS;
    }

    static List<NormalizerSpec> normalizers() {
        return NormalizerSpec.EXPERIMENTS;
    }

    static List<Init> inits() {
        return Init.ALL;
    }

    /** With constants of its own, so that none is only a default. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizer(OptimizerSpec usual) {
        OptimizerSpec optimizer = usual;
        double value = 0.125;
        for (String name : usual.constants().keySet()) {
            optimizer = optimizer.with(name, value);
            value /= 2;
        }
        assertExperimentSurvives(CONFIG.withTraining(CONFIG.training().withOptimizer(optimizer)));
    }

    @ParameterizedTest
    @MethodSource("normalizers")
    void aNormalizer(NormalizerSpec normalizer) {
        assertExperimentSurvives(CONFIG.withArm(
                0,
                normscope.experiment.ArmConfig.of(normalizer, CONFIG.network().layers())));
    }

    @Test
    void aNormalizersConstants() {
        for (NormalizerSpec normalizer : List.of(
                new NormalizerSpec.Batch(8),
                new NormalizerSpec.Layer(false),
                new NormalizerSpec.Rms(false),
                new NormalizerSpec.BatchRenorm(1.5, 0.25, 3))) {
            aNormalizer(normalizer);
        }
    }

    @ParameterizedTest
    @MethodSource("inits")
    void anInitialization(Init init) {
        assertExperimentSurvives(CONFIG.withNetwork(CONFIG.network().withInit(init)));
    }

    @ParameterizedTest
    @EnumSource(names = "OWN", mode = EnumSource.Mode.EXCLUDE)
    void aDataSet(DataKind kind) {
        assertExperimentSurvives(CONFIG.withData(CONFIG.data().withKind(kind)));
    }

    @Test
    void everyNormalizerAndEveryInitializationIsRegistered() {
        assertThat(kinds(NormalizerSpec.KINDS))
                .containsExactlyInAnyOrder(NormalizerSpec.class.getPermittedSubclasses());
        assertThat(kinds(Init.ALL)).containsExactlyInAnyOrder(Init.class.getPermittedSubclasses());
    }

    private static List<Class<?>> kinds(List<?> values) {
        return values.stream().<Class<?>>map(Object::getClass).toList();
    }

    @ParameterizedTest
    @EnumSource
    void anInstrument(InstrumentKind kind) {
        InstrumentSettings settings = kind.defaults().on(CONFIG);
        Page page = page(settings, List.of(), List.of());
        assertThat(LessonJson.JSON
                        .bind(LessonJson.JSON.tree(page), Page.class)
                        .instrument()
                        .on(CONFIG))
                .isEqualTo(settings);
    }

    @Test
    void everyAction() {
        List<Action> actions = List.of(
                new Action.Run(3),
                new Action.RunTo(70),
                new Action.Apply(new Command.SetLearningRate(0.5)),
                new Action.Apply(new Command.ShiftInputs(new InputShift.Rotate(30), 20)),
                new Action.Pin(true),
                new Action.Pin(false),
                new Action.Start(),
                new Action.SetUp(BatchBenchSettings.defaults().withGammaAndBeta(0, 3)),
                new Action.Speed(12.5),
                new Action.Show(true, false, 2, Quantity.Z_NORM, null, 5, null, false));
        assertThat(kinds(actions)).containsAll(concrete(Action.class));

        Page page = page(null, actions, List.of());
        assertThat(LessonJson.JSON.bind(LessonJson.JSON.tree(page), Page.class)).isEqualTo(page);
    }

    @Test
    void everyQuantity() {
        Quantity z = Quantity.Z;
        normscope.instrument.quantity.Quantity.Values values =
                new normscope.instrument.quantity.Quantity.Values(z, 1, 2, 3, Mode.EVAL, true, false);
        normscope.instrument.quantity.Quantity.Scored scored =
                new normscope.instrument.quantity.Quantity.Scored(0, OfSet.TEST, Mode.TRAIN, true);
        List<normscope.instrument.quantity.Quantity> quantities = List.of(
                new normscope.instrument.quantity.Quantity.Loss(scored),
                new normscope.instrument.quantity.Quantity.Accuracy(scored),
                new normscope.instrument.quantity.Quantity.Mean(values),
                new normscope.instrument.quantity.Quantity.Sd(values),
                new normscope.instrument.quantity.Quantity.Width(values),
                new normscope.instrument.quantity.Quantity.Largest(
                        new normscope.instrument.quantity.Quantity.Values(z, 0, 0, null, Mode.TRAIN, false, true)),
                new normscope.instrument.quantity.Quantity.BatchLoss(
                        1, normscope.instrument.quantity.Quantity.BatchLoss.When.LAST, 10),
                new normscope.instrument.quantity.Quantity.BatchLoss(
                        1, normscope.instrument.quantity.Quantity.BatchLoss.When.AFTER, null),
                new normscope.instrument.quantity.Quantity.StepsUntil(0, 0.25),
                new normscope.instrument.quantity.Quantity.Recovery(1, Mode.EVAL, 1.25, 0.02, 50),
                new normscope.instrument.quantity.Quantity.DivergedAt(1),
                new normscope.instrument.quantity.LayerQuantity.Travel(0, 1),
                new normscope.instrument.quantity.LayerQuantity.Moved(z, 1, 2),
                new normscope.instrument.quantity.LayerQuantity.Distance(1, 2, Mode.EVAL),
                new normscope.instrument.quantity.LayerQuantity.Wander(0, 1, 0, 100),
                new InstrumentQuantity.OfContours(
                        InstrumentQuantity.OfContours.Tell.LOSS, ContoursSettings.Inputs.SCALED, 1.5, 30),
                new InstrumentQuantity.OfBatchBench(
                        InstrumentQuantity.OfBatchBench.Tell.Z_NORM, BatchBenchSettings.defaults(), 2),
                new InstrumentQuantity.OfNoise(
                        InstrumentQuantity.OfNoise.Tell.LAYER_SLOPE, NoiseBenchSettings.defaults(), 3, 4),
                new InstrumentQuantity.OfProof(Finding.Item.SCALE_100, true),
                new InstrumentQuantity.OfStatistics(ScoreKind.LOSS, InstrumentQuantity.OfStatistics.Whose.EXACT),
                new InstrumentQuantity.OfTrial(InstrumentQuantity.OfTrial.Tell.STEPS, Reading.values()[0], 200),
                new UpdateQuantity(UpdateQuantity.Tell.D_Z_SUM, 1, 0, 1, 2),
                new OptimizerQuantity(new OptimizerSpec.Adam(), 0.01, 100, 1),
                new HeadlessQuantity(EffectiveRateSettings.defaults(), "effective", 1, 0, null),
                new HeadlessQuantity(SmoothnessSettings.defaults(), "loss-ratio", 1, null, 80),
                new HeadlessQuantity(DepthSettings.defaults(), "mean-share", 0, 2, null),
                new SweepQuantity(
                        SweepQuantity.Tell.WORKING,
                        1,
                        normscope.sweep.Setting.INIT_SD,
                        List.of(0.1, 1.0),
                        100L,
                        SweepSettings.Metric.TEST_LOSS,
                        0.5));
        assertThat(kinds(quantities)).containsAll(Quantities.ALL);

        List<Measure> measures = new ArrayList<>();
        quantities.forEach(quantity -> measures.add(new Measure("m" + measures.size(), quantity, "%.1f")));
        Page page = page(null, List.of(), measures);
        assertThat(LessonJson.JSON.bind(LessonJson.JSON.tree(page), Page.class)).isEqualTo(page);
    }

    private static List<Class<?>> concrete(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses())
                        .flatMap(each -> concrete(each).stream())
                        .toList()
                : Stream.<Class<?>>of(kind).toList();
    }

    private static Page page(InstrumentSettings instrument, List<Action> action, List<Measure> measures) {
        return new Page(
                "one",
                Mode.EVAL,
                List.of(PanelWord.LOSS),
                Set.of(),
                null,
                instrument,
                null,
                List.of(),
                new Formula("x"),
                new Prediction(List.of("a", "b"), "b"),
                action,
                measures,
                List.of(),
                List.of(new Claim("is", "m0", null, null, null, null, 2.0, 0.5, null)),
                Set.of(Control.SPEED),
                Set.of(Page.Later.FORMULA),
                false);
    }
}
