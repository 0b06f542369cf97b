package normscope.lesson;

import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.instrument.InstrumentSettings;
import normscope.nn.Mode;

/** Reads quantities, such as {@code {"what": "loss", "arm": "with", "set": "train", "mode": "eval"}}. */
final class QuantityReader {

    private static final String[] KINDS = Stream.concat(
                    Stream.of(
                            "loss",
                            "accuracy",
                            "mean",
                            "sd",
                            "width",
                            "largest",
                            "moved",
                            "batch-loss",
                            "steps-until",
                            "diverged-at",
                            "travel"),
                    InstrumentQuantityReader.KINDS.stream())
            .toArray(String[]::new);

    private final ExperimentConfig config;
    private final InstrumentSettings shown;

    /**
     * For a page.
     *
     * @param config its experiment
     * @param shown how its instrument is set up once the action is done, or null
     */
    QuantityReader(ExperimentConfig config, InstrumentSettings shown) {
        this.config = config;
        this.shown = shown;
    }

    /** Reads one from among the members of a measure, which is known by its name and format besides. */
    Quantity read(JsonValue json) {
        String what = json.get("what").choice(KINDS);
        if (InstrumentQuantityReader.KINDS.contains(what)) {
            return new InstrumentQuantityReader(config, shown).read(what, json);
        }
        Quantity quantity = switch (what) {
            case "loss" -> score(json, Quantity.ScoreKind.LOSS);
            case "accuracy" -> score(json, Quantity.ScoreKind.ACCURACY);
            case "batch-loss" -> batchLoss(json);
            case "steps-until" -> stepsUntil(json);
            case "diverged-at" -> divergedAt(json);
            case "moved" -> moved(json);
            case "travel" -> travel(json);
            default -> spread(json);
        };
        if (isOn(json.get("before"))) {
            return new Quantity.Before(quantity);
        }
        return isOn(json.get("at-start")) ? new Quantity.AtStart(quantity) : quantity;
    }

    private static boolean isOn(JsonValue json) {
        return !json.isAbsent() && json.flag();
    }

    /** The index of the arm that a quantity or a command names by its word. */
    static int arm(JsonValue json, ExperimentConfig config) {
        List<String> words = Arms.keys(config.arms().size());
        return words.indexOf(json.get("arm").choice(words.toArray(String[]::new)));
    }

    /** Makes sure that a measure has no members but these and those that every measure has. */
    static void known(JsonValue json, String... names) {
        json.requireOnly(Stream.concat(Stream.of("name", "format", "what"), Stream.of(names))
                .toArray(String[]::new));
    }

    private Quantity score(JsonValue json, Quantity.ScoreKind kind) {
        known(json, "arm", "set", "mode", "before");
        return new Quantity.Score(
                kind,
                arm(json, config),
                Fields.choice(json.get("set"), Quantity.OfSet.values()),
                Fields.choice(json.get("mode"), Mode.values()));
    }

    private Quantity spread(JsonValue json) {
        known(json, "of", "arm", "layer", "unit", "mode", "before", "at-start");
        int layer = json.get("layer").integerWithin(0, config.network().layers() - 1);
        int units = config.network().hiddenUnits().get(layer);
        return new Quantity.Spread(
                Fields.choice(json.get("what"), Quantity.SpreadKind.values()),
                Fields.choice(json.get("of"), normscope.experiment.Quantity.values()),
                arm(json, config),
                layer,
                json.get("unit").isAbsent() ? -1 : json.get("unit").integerWithin(0, units - 1),
                Fields.choice(json.get("mode"), Mode.values(), Mode.TRAIN));
    }

    private Quantity moved(JsonValue json) {
        known(json, "of", "arm", "layer");
        return new Quantity.Moved(
                Fields.choice(json.get("of"), normscope.experiment.Quantity.values()),
                arm(json, config),
                json.get("layer").integerWithin(0, config.network().layers() - 1));
    }

    private Quantity travel(JsonValue json) {
        known(json, "arm", "layer");
        return new Quantity.Travel(
                arm(json, config),
                json.get("layer").integerWithin(0, config.network().layers() - 1));
    }

    private Quantity batchLoss(JsonValue json) {
        known(json, "arm", "when", "steps");
        return new Quantity.BatchLoss(
                arm(json, config),
                Fields.choice(json.get("when"), Quantity.BatchLoss.When.values()),
                json.get("steps").isAbsent() ? 0 : json.get("steps").integerWithin(1, 1_000_000));
    }

    private Quantity stepsUntil(JsonValue json) {
        known(json, "arm", "loss");
        return new Quantity.StepsUntil(arm(json, config), json.get("loss").magnitude());
    }

    private Quantity divergedAt(JsonValue json) {
        known(json, "arm");
        return new Quantity.DivergedAt(arm(json, config));
    }
}
