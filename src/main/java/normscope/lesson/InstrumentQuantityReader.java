package normscope.lesson;

import java.util.List;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.instrument.BatchBenchSettings;
import normscope.instrument.ContoursSettings;
import normscope.instrument.Finding;
import normscope.instrument.InstrumentSettings;
import normscope.instrument.NoiseBenchSettings;
import normscope.instrument.Readings;
import normscope.instrument.SweepSettings;

/** Reads quantities of instruments, such as {@code {"what": "proof", "tell": "bias-gradient"}}. */
final class InstrumentQuantityReader {

    /** What such a quantity may be of. */
    static final List<String> KINDS =
            List.of("contours", "batch-bench", "noise-bench", "sweep", "proof", "statistics", "trial");

    private static final int MOST_STEPS = 1_000_000;

    private final ExperimentConfig config;
    private final InstrumentSettings shown;

    InstrumentQuantityReader(ExperimentConfig config, InstrumentSettings shown) {
        this.config = config;
        this.shown = shown;
    }

    /** What the page's own instrument is set up with, where a measure says nothing else. */
    private <S extends InstrumentSettings> S ofPage(Class<S> kind, JsonValue json) {
        if (!kind.isInstance(shown)) {
            throw json.wrong("is missing, and the page does not show this instrument.");
        }
        return kind.cast(shown);
    }

    Quantity read(String what, JsonValue json) {
        return switch (what) {
            case "contours" -> contours(json);
            case "batch-bench" -> batchBench(json);
            case "noise-bench" -> noise(json);
            case "sweep" -> sweep(json);
            case "proof" -> proof(json);
            case "trial" -> trial(json);
            default -> statistics(json);
        };
    }

    private static Quantity contours(JsonValue json) {
        QuantityReader.known(json, "tell", "inputs", "rateTimesLambdaMax", "steps");
        JsonValue rate = json.get("rateTimesLambdaMax");
        ContoursSettings settings = ContoursSettings.defaults()
                .withInputs(Fields.choice(json.get("inputs"), ContoursSettings.Inputs.values()))
                .withRateTimesLambdaMax(rate.isAbsent() ? 1 : rate.number());
        InstrumentQuantity.OfContours.Tell tell =
                Fields.choice(json.get("tell"), InstrumentQuantity.OfContours.Tell.values());
        if ((tell == InstrumentQuantity.OfContours.Tell.LOSS)
                == json.get("steps").isAbsent()) {
            throw json.get("steps").wrong("and the loss go together; give both or neither.");
        }
        long steps = json.get("steps").isAbsent() ? 0 : json.get("steps").integerWithin(1, MOST_STEPS);
        return new InstrumentQuantity.OfContours(tell, settings, steps);
    }

    private Quantity batchBench(JsonValue json) {
        QuantityReader.known(json, "tell", "settings", "example");
        JsonValue own = json.get("settings");
        BatchBenchSettings settings =
                own.isAbsent() ? ofPage(BatchBenchSettings.class, own) : InstrumentReader.batchBench(own);
        JsonValue example = json.get("example");
        return new InstrumentQuantity.OfBatchBench(
                Fields.choice(json.get("tell"), InstrumentQuantity.OfBatchBench.Tell.values()),
                settings,
                example.isAbsent()
                        ? 0
                        : example.integerWithin(0, settings.values().size() - 1));
    }

    private Quantity noise(JsonValue json) {
        QuantityReader.known(json, "tell", "settings", "example", "unit");
        JsonValue own = json.get("settings");
        NoiseBenchSettings settings =
                own.isAbsent() ? ofPage(NoiseBenchSettings.class, own) : InstrumentReader.noiseBench(own);
        int units = config.network().hiddenUnits().get(settings.layer());
        return new InstrumentQuantity.OfNoise(
                Fields.choice(json.get("tell"), InstrumentQuantity.OfNoise.Tell.values()),
                settings,
                json.get("example").integerWithin(0, 19),
                json.get("unit").integerWithin(0, units - 1));
    }

    private Quantity sweep(JsonValue json) {
        QuantityReader.known(json, "tell", "arm", "setting", "values", "steps", "metric", "bound");
        SweepQuantity.Tell tell = Fields.choice(json.get("tell"), SweepQuantity.Tell.values());
        if (tell.needsBound() == json.get("bound").isAbsent()) {
            throw json.get("bound").wrong("and telling of what works go together; give both or neither.");
        }
        JsonValue own = json.get("setting");
        SweepSettings settings = own.isAbsent()
                ? ofPage(SweepSettings.class, own)
                : new SweepSettings(
                        config,
                        Fields.choice(own, SweepSettings.Setting.values()),
                        Fields.list(json.get("values"), JsonValue::number),
                        1,
                        json.get("steps").integer(),
                        Fields.choice(json.get("metric"), SweepSettings.Metric.values()));
        return new SweepQuantity(
                tell,
                QuantityReader.arm(json, config),
                settings,
                tell.needsBound() ? json.get("bound").number() : Double.NaN);
    }

    private static Quantity proof(JsonValue json) {
        QuantityReader.known(json, "tell", "contrast");
        JsonValue contrast = json.get("contrast");
        return new InstrumentQuantity.OfProof(
                Fields.choice(json.get("tell"), Finding.Item.values()), !contrast.isAbsent() && contrast.flag());
    }

    private static Quantity statistics(JsonValue json) {
        QuantityReader.known(json, "tell", "of");
        return new InstrumentQuantity.OfStatistics(
                Fields.choice(json.get("tell"), Quantity.ScoreKind.values()),
                Fields.choice(json.get("of"), InstrumentQuantity.OfStatistics.Whose.values()));
    }

    private static Quantity trial(JsonValue json) {
        QuantityReader.known(json, "tell", "reading", "limit");
        JsonValue limit = json.get("limit");
        return new InstrumentQuantity.OfTrial(
                Fields.choice(json.get("tell"), InstrumentQuantity.OfTrial.Tell.values()),
                Fields.choice(json.get("reading"), Readings.Reading.values()),
                limit.isAbsent() ? 0 : limit.integerWithin(1, 10_000));
    }
}
