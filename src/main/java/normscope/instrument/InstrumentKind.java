package normscope.instrument;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.answers.AnswersRows;
import normscope.instrument.answers.AnswersSettings;
import normscope.instrument.batchbench.BatchBench;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.contours.Contours;
import normscope.instrument.contours.ContoursSettings;
import normscope.instrument.depth.DepthNumber;
import normscope.instrument.depth.DepthSettings;
import normscope.instrument.formula.FormulaNumbers;
import normscope.instrument.formula.FormulaSettings;
import normscope.instrument.landscape.LandscapeRows;
import normscope.instrument.landscape.LandscapeSettings;
import normscope.instrument.network.NetworkRows;
import normscope.instrument.network.NetworkSettings;
import normscope.instrument.noise.NoiseBench;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.proofs.BadgesSettings;
import normscope.instrument.proofs.Proofs;
import normscope.instrument.rate.EffectiveRateSettings;
import normscope.instrument.rate.RateRows;
import normscope.instrument.shift.Readings;
import normscope.instrument.shift.ShiftSettings;
import normscope.instrument.smoothness.SmoothnessRows;
import normscope.instrument.smoothness.SmoothnessSettings;
import normscope.instrument.statistics.RunningStatistics;
import normscope.instrument.statistics.RunningStatisticsSettings;
import normscope.instrument.sweep.SweepRows;
import normscope.instrument.sweep.SweepSettings;
import normscope.instrument.update.UpdateNorms;
import normscope.instrument.update.UpdateSettings;
import normscope.instrument.vitals.Vitals;
import normscope.instrument.vitals.VitalsSettings;
import tools.jackson.databind.jsontype.NamedType;

/**
 * All instruments, in the order of the menu: the one list that the window, the lesson files and their tests go by.
 *
 * <p>The words are {@code instrument.ID} (its name) and {@code instrument.ID.tip} in the window's texts.
 */
public enum InstrumentKind {
    /** Least squares on contours of the loss. */
    CONTOURS(ContoursSettings.class, ContoursSettings::defaults, Contours::headless),
    /** One batch of one unit, by hand. */
    BATCH_BENCH(BatchBenchSettings.class, BatchBenchSettings::defaults, BatchBench::headless),
    /** One example among random batches. */
    NOISE_BENCH(NoiseBenchSettings.class, NoiseBenchSettings::defaults, NoiseBench::headless),
    /** Runs with several values of a setting. */
    SWEEP(SweepSettings.class, SweepSettings::defaults, SweepRows::headless),
    /** Properties of batch norm, checked on the running networks. */
    BADGES(BadgesSettings.class, BadgesSettings::defaults, Proofs::headless),
    /** Running statistics beside those of the batches. */
    RUNNING_STATISTICS(
            RunningStatisticsSettings.class, RunningStatisticsSettings::defaults, RunningStatistics::headless),
    /** The formulas with the numbers of one unit. */
    FORMULA(FormulaSettings.class, FormulaSettings::defaults, FormulaNumbers::headless),
    /** The network drawn as a network. */
    NETWORK(NetworkSettings.class, NetworkSettings::defaults, settings -> NetworkRows.headless()),
    /** The next update, a stage at a time. */
    UPDATE(UpdateSettings.class, UpdateSettings::defaults, (settings, config) -> UpdateNorms.headless(config)),
    /** The shift lab. */
    SHIFT(ShiftSettings.class, ShiftSettings::defaults, settings -> Readings.headless()),
    /** How much of what the networks answer is right, by several truths. */
    ANSWERS(AnswersSettings.class, AnswersSettings::defaults, AnswersRows::headless),
    /** How large gradients, updates and activations are. */
    VITALS(VitalsSettings.class, VitalsSettings::defaults, (settings, config) -> Vitals.headless(config)),
    /** What a walk along the gradient meets. */
    SMOOTHNESS(SmoothnessSettings.class, SmoothnessSettings::defaults, SmoothnessRows::headless),
    /** The loss on a plane through the weights. */
    LANDSCAPE(LandscapeSettings.class, LandscapeSettings::defaults, LandscapeRows::new),
    /** What many layers do at the start, and which rates train. */
    DEPTH(DepthSettings.class, DepthSettings::defaults, DepthNumber::headless),
    /** How the norm of normalized weights grows, and what is left of their rate. */
    EFFECTIVE_RATE(
            EffectiveRateSettings.class,
            EffectiveRateSettings::defaults,
            (settings, config) -> RateRows.headless(config));

    private final Class<? extends InstrumentSettings> settings;
    private final Supplier<? extends InstrumentSettings> defaults;
    private final BiFunction<InstrumentSettings, ExperimentConfig, Headless> headless;

    <S extends InstrumentSettings> InstrumentKind(
            Class<S> settings, Supplier<S> defaults, Function<S, Headless> headless) {
        this(settings, defaults, (chosen, config) -> headless.apply(chosen));
    }

    <S extends InstrumentSettings> InstrumentKind(
            Class<S> settings, Supplier<S> defaults, BiFunction<S, ExperimentConfig, Headless> headless) {
        this.headless = (chosen, config) -> headless.apply(settings.cast(chosen), config);
        this.settings = settings;
        this.defaults = defaults;
    }

    public static InstrumentKind of(InstrumentSettings settings) {
        return Stream.of(values())
                .filter(kind -> kind.settings.isInstance(settings))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it has numbers of its own, and shows nothing of the running experiment. */
    public boolean standsAlone() {
        return this == CONTOURS || this == BATCH_BENCH;
    }

    /** {@return what the instrument of these settings measures of an experiment without a window} */
    public static Headless headless(InstrumentSettings settings, ExperimentConfig config) {
        return of(settings).headless.apply(settings.on(config), config);
    }

    /** {@return all instruments' settings by their names in files, for a reader of JSON} */
    public static List<NamedType> kinds() {
        return Stream.of(values())
                .map(kind -> new NamedType(kind.settings, kind.id()))
                .toList();
    }

    /** {@return its name in lesson files and texts, in lower case with hyphens} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Class<? extends InstrumentSettings> settings() {
        return settings;
    }

    /** {@return how it starts in the Lab} */
    public InstrumentSettings defaults() {
        return defaults.get();
    }
}
