package normscope.lesson;

import normscope.experiment.ArmId;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.experiment.Quantity;

/** Reads actions, such as {@code {"run": 100}}. */
final class ActionReader {

    private static final int MOST_STEPS = 100_000;
    private static final double FASTEST = 1e6;

    private final int layers;

    ActionReader(ExperimentConfig config) {
        this.layers = config.network().layers();
    }

    Action read(JsonValue json) {
        String kind = Fields.only(json, "run", "run-to", "learning-rate", "normalized", "pin", "speed", "show");
        JsonValue value = json.get(kind);
        return switch (kind) {
            case "run" -> new Action.Run(value.integerWithin(1, MOST_STEPS));
            case "run-to" -> new Action.RunTo(value.integerWithin(1, MOST_STEPS));
            case "learning-rate" -> new Action.Apply(new Command.SetLearningRate(value.number()));
            case "normalized" -> new Action.Apply(normalized(value));
            case "pin" -> new Action.Pin(value.flag());
            case "speed" -> new Action.Speed(value.numberWithin(0.1, FASTEST));
            default -> show(value);
        };
    }

    private Command normalized(JsonValue json) {
        json.requireOnly("arm", "layer", "on");
        return new Command.SetNormalized(
                Fields.choice(json.get("arm"), ArmId.values()),
                json.get("layer").integerWithin(0, layers - 1),
                json.get("on").flag());
    }

    private Action show(JsonValue json) {
        json.requireOnly("accuracy", "logAxis", "layer", "after", "oneUnit", "unit", "density");
        return new Action.Show(
                flag(json.get("accuracy")),
                flag(json.get("logAxis")),
                json.get("layer").isAbsent() ? null : json.get("layer").integerWithin(0, layers - 1),
                Fields.choice(json.get("after"), Quantity.values(), null),
                flag(json.get("oneUnit")),
                json.get("unit").isAbsent() ? null : json.get("unit").integerWithin(0, 1023),
                flag(json.get("density")));
    }

    private static Boolean flag(JsonValue json) {
        return json.isAbsent() ? null : Boolean.valueOf(json.flag());
    }
}
