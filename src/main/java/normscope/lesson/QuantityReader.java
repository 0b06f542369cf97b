package normscope.lesson;

import normscope.experiment.ArmId;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.instrument.ContoursSettings;
import normscope.instrument.Finding;
import normscope.nn.Mode;

/** Reads quantities, such as {@code {"what": "loss", "arm": "with", "set": "train", "mode": "eval"}}. */
final class QuantityReader {

    private final ExperimentConfig config;

    QuantityReader(ExperimentConfig config) {
        this.config = config;
    }

    /** Reads one from among the members of a measure, which is known by its name and format besides. */
    Quantity read(JsonValue json) {
        String what = json.get("what")
                .choice(
                        "loss",
                        "accuracy",
                        "mean",
                        "sd",
                        "width",
                        "largest",
                        "batch-loss",
                        "steps-until",
                        "diverged-at",
                        "contours",
                        "noise",
                        "working",
                        "proof",
                        "exact");
        return switch (what) {
            case "loss" -> score(json, Quantity.ScoreKind.LOSS);
            case "accuracy" -> score(json, Quantity.ScoreKind.ACCURACY);
            case "batch-loss" -> batchLoss(json);
            case "steps-until" -> stepsUntil(json);
            case "diverged-at" -> divergedAt(json);
            case "contours" -> contours(json);
            case "noise" -> noise(json);
            case "working" -> working(json);
            case "proof" -> proof(json);
            case "exact" -> exact(json);
            default -> spread(json);
        };
    }

    private static ArmId arm(JsonValue json) {
        return Fields.choice(json.get("arm"), ArmId.values());
    }

    private static void known(JsonValue json, String... names) {
        String[] all = new String[names.length + 3];
        all[0] = "name";
        all[1] = "format";
        all[2] = "what";
        System.arraycopy(names, 0, all, 3, names.length);
        json.requireOnly(all);
    }

    private static Quantity score(JsonValue json, Quantity.ScoreKind kind) {
        known(json, "arm", "set", "mode");
        return new Quantity.Score(
                kind,
                arm(json),
                Fields.choice(json.get("set"), Quantity.OfSet.values()),
                Fields.choice(json.get("mode"), Mode.values()));
    }

    private Quantity spread(JsonValue json) {
        known(json, "of", "arm", "layer", "unit");
        int layer = json.get("layer").integerWithin(0, config.network().layers() - 1);
        int units = config.network().hiddenUnits().get(layer);
        return new Quantity.Spread(
                Fields.choice(json.get("what"), Quantity.SpreadKind.values()),
                Fields.choice(json.get("of"), normscope.experiment.Quantity.values()),
                arm(json),
                layer,
                json.get("unit").isAbsent() ? -1 : json.get("unit").integerWithin(0, units - 1));
    }

    private static Quantity batchLoss(JsonValue json) {
        known(json, "arm", "when", "steps");
        return new Quantity.BatchLoss(
                arm(json),
                Fields.choice(json.get("when"), Quantity.BatchLoss.When.values()),
                json.get("steps").isAbsent() ? 0 : json.get("steps").integerWithin(1, 1_000_000));
    }

    private static Quantity stepsUntil(JsonValue json) {
        known(json, "arm", "loss");
        return new Quantity.StepsUntil(arm(json), json.get("loss").magnitude());
    }

    private static Quantity divergedAt(JsonValue json) {
        known(json, "arm");
        return new Quantity.DivergedAt(arm(json));
    }

    private static Quantity contours(JsonValue json) {
        known(json, "value", "inputs", "rateTimesLambdaMax", "points", "steps");
        ContoursSettings defaults = ContoursSettings.defaults();
        InstrumentQuantity.OfContours kind = Fields.choice(json.get("value"), InstrumentQuantity.OfContours.values());
        if ((kind == InstrumentQuantity.OfContours.LOSS) == json.get("steps").isAbsent()) {
            throw json.get("steps").wrong("and the value loss go together; give both or neither.");
        }
        return new InstrumentQuantity.OfLeastSquares(
                kind,
                Fields.choice(json.get("inputs"), ContoursSettings.Inputs.values()),
                json.get("rateTimesLambdaMax").isAbsent()
                        ? 1
                        : json.get("rateTimesLambdaMax")
                                .numberWithin(ContoursSettings.MIN_RATE, ContoursSettings.MAX_RATE),
                json.get("points").isAbsent()
                        ? defaults.points()
                        : json.get("points").smallInteger(),
                json.get("steps").isAbsent() ? 0 : json.get("steps").integerWithin(1, 1_000_000));
    }

    private static Quantity noise(JsonValue json) {
        known(json, "value", "batchSizes", "draws", "replacement", "layer");
        return new InstrumentQuantity.Noise(
                Fields.choice(json.get("value"), InstrumentQuantity.OfNoise.values()),
                InstrumentReader.noiseSettings(json));
    }

    private Quantity working(JsonValue json) {
        known(json, "arm", "bound", "setting", "values", "seeds", "steps", "metric");
        return new InstrumentQuantity.Working(
                arm(json),
                InstrumentReader.sweepSettings(json, config),
                json.get("bound").numberWithin(0, 1));
    }

    private static Quantity proof(JsonValue json) {
        known(json, "item");
        return new InstrumentQuantity.Proved(Fields.choice(json.get("item"), Finding.Item.values()));
    }

    private static Quantity exact(JsonValue json) {
        known(json, "value");
        return new InstrumentQuantity.WithExactStatistics(
                Fields.choice(json.get("value"), Quantity.ScoreKind.values()));
    }
}
