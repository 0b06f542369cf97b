package normscope.lesson;

import normscope.experiment.ArmId;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
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
                        "diverged-at");
        return switch (what) {
            case "loss" -> score(json, Quantity.ScoreKind.LOSS);
            case "accuracy" -> score(json, Quantity.ScoreKind.ACCURACY);
            case "batch-loss" -> batchLoss(json);
            case "steps-until" -> stepsUntil(json);
            case "diverged-at" -> divergedAt(json);
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
}
