package normscope.lesson;

import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.instrument.Badge;
import normscope.instrument.BadgesSettings;
import normscope.instrument.BatchBenchSettings;
import normscope.instrument.ContoursSettings;
import normscope.instrument.FormulaSettings;
import normscope.instrument.InstrumentKind;
import normscope.instrument.InstrumentSettings;
import normscope.instrument.NoiseBenchSettings;
import normscope.instrument.RunningStatisticsSettings;
import normscope.instrument.ShiftSettings;
import normscope.instrument.SweepSettings;

/** Reads what an instrument is opened with, such as {@code {"batch-bench": {"values": [1, 2]}}}. */
final class InstrumentReader {

    private final ExperimentConfig config;

    /** For pages of this experiment. */
    InstrumentReader(ExperimentConfig config) {
        this.config = config;
    }

    InstrumentSettings read(JsonValue json) {
        InstrumentKind[] kinds = InstrumentKind.values();
        String id = Fields.only(
                json, List.of(), Stream.of(kinds).map(InstrumentKind::id).toArray(String[]::new));
        InstrumentKind kind = Stream.of(kinds)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        JsonValue settings = json.get(id);
        return switch (kind) {
            case CONTOURS -> contours(settings);
            case BATCH_BENCH -> batchBench(settings);
            case NOISE_BENCH -> noiseBench(settings);
            case SWEEP -> sweep(settings);
            case BADGES -> badges(settings);
            case RUNNING_STATISTICS -> runningStatistics(settings);
            case FORMULA -> formula(settings);
            case SHIFT -> shift(settings);
        };
    }

    private static int integer(JsonValue json, int otherwise) {
        return json.isAbsent() ? otherwise : json.smallInteger();
    }

    private static double number(JsonValue json, double otherwise) {
        return json.isAbsent() ? otherwise : json.number();
    }

    /** The examples are drawn from the experiment's seed, as those that claims measure. */
    private InstrumentSettings contours(JsonValue json) {
        json.requireOnly("inputs", "rateTimesLambdaMax", "points");
        ContoursSettings defaults = ContoursSettings.defaults();
        return new ContoursSettings(
                Fields.choice(json.get("inputs"), ContoursSettings.Inputs.values()),
                number(json.get("rateTimesLambdaMax"), defaults.rateTimesLambdaMax()),
                integer(json.get("points"), defaults.points()),
                config.seed());
    }

    static BatchBenchSettings batchBench(JsonValue json) {
        json.requireOnly("values", "gamma", "beta", "epsilon");
        BatchBenchSettings defaults = BatchBenchSettings.defaults();
        return new BatchBenchSettings(
                Fields.list(json.get("values"), JsonValue::number),
                number(json.get("gamma"), defaults.gamma()),
                number(json.get("beta"), defaults.beta()),
                number(json.get("epsilon"), defaults.epsilon()));
    }

    static NoiseBenchSettings noiseBench(JsonValue json) {
        json.requireOnly("batchSizes", "draws", "replacement", "layer");
        return new NoiseBenchSettings(
                Fields.list(json.get("batchSizes"), JsonValue::smallInteger),
                integer(json.get("draws"), NoiseBenchSettings.defaults().draws()),
                json.get("replacement").flag(),
                json.get("layer").smallInteger());
    }

    SweepSettings sweep(JsonValue json) {
        json.requireOnly("setting", "values", "seeds", "steps", "metric");
        return new SweepSettings(
                config,
                Fields.choice(json.get("setting"), SweepSettings.Setting.values()),
                Fields.list(json.get("values"), JsonValue::number),
                json.get("seeds").smallInteger(),
                json.get("steps").integer(),
                Fields.choice(json.get("metric"), SweepSettings.Metric.values()));
    }

    private static InstrumentSettings badges(JsonValue json) {
        json.requireOnly("badges");
        List<Badge> badges = Fields.list(json.get("badges"), badge -> Fields.choice(badge, Badge.values()));
        return new BadgesSettings(badges);
    }

    private static InstrumentSettings runningStatistics(JsonValue json) {
        json.requireOnly("layer", "unit");
        return new RunningStatisticsSettings(
                json.get("layer").smallInteger(), json.get("unit").smallInteger());
    }

    private static InstrumentSettings formula(JsonValue json) {
        json.requireOnly("layer", "unit", "example");
        return new FormulaSettings(
                json.get("layer").smallInteger(),
                json.get("unit").smallInteger(),
                json.get("example").smallInteger());
    }

    private static InstrumentSettings shift(JsonValue json) {
        json.requireOnly();
        return ShiftSettings.defaults();
    }
}
