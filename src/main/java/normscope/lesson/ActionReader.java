package normscope.lesson;

import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.JsonValue;
import normscope.experiment.Kick;
import normscope.experiment.Quantity;
import normscope.experiment.Shifts;
import normscope.nn.NormalizerSpec;

/** Reads actions, such as {@code {"run": 100}}. */
final class ActionReader {

    private static final int MOST_STEPS = 100_000;
    private static final double FASTEST = 1e6;

    private static final String PLANE = "one an input of the plane";

    private final ExperimentConfig config;
    private final DataConfig data;
    private final int layers;

    ActionReader(ExperimentConfig config) {
        this.config = config;
        this.data = config.data();
        this.layers = config.network().layers();
    }

    Action read(JsonValue json) {
        String kind = Fields.only(
                json,
                List.of(),
                "run",
                "run-to",
                "learning-rate",
                "normalized",
                "shift",
                "kick",
                "pin",
                "speed",
                "show",
                "instrument",
                "start");
        JsonValue value = json.get(kind);
        return switch (kind) {
            case "run" -> new Action.Run(value.integerWithin(1, MOST_STEPS));
            case "run-to" -> new Action.RunTo(value.integerWithin(1, MOST_STEPS));
            case "learning-rate" -> new Action.Apply(new Command.SetLearningRate(value.number()));
            case "normalized" -> new Action.Apply(normalized(value));
            case "shift" -> new Action.Apply(shift(value));
            case "kick" -> new Action.Apply(kick(value));
            case "pin" -> new Action.Pin(value.flag());
            case "speed" -> new Action.Speed(value.numberWithin(0.1, FASTEST));
            case "instrument" -> new Action.Start(new InstrumentReader(config).read(value));
            case "start" -> start(value);
            default -> show(value);
        };
    }

    private static Action start(JsonValue json) {
        if (!json.flag()) {
            throw json.wrong("can only be true; leave it out where nothing is to be started.");
        }
        return new Action.Start(null);
    }

    private Command normalized(JsonValue json) {
        json.requireOnly("arm", "layer", "on");
        return new Command.SetNormalizer(
                QuantityReader.arm(json, config),
                json.get("layer").integerWithin(0, layers - 1),
                json.get("on").flag() ? new NormalizerSpec.Batch() : new NormalizerSpec.None());
    }

    private Command shift(JsonValue json) {
        String kind = Fields.only(json, List.of("drift"), "move", "scale", "rotate", "noise", "class");
        JsonValue value = json.get(kind);
        InputShift shift = switch (kind) {
            case "move" -> new InputShift.Translate(value.vector(2, PLANE)[0], value.vector(2, PLANE)[1]);
            case "scale" -> new InputShift.Scale(value.vector(2, PLANE)[0], value.vector(2, PLANE)[1]);
            case "rotate" -> new InputShift.Rotate(value.number());
            case "noise" -> new InputShift.Noise(value.number());
            default -> classShift(value);
        };
        Shifts.check(shift, data);
        JsonValue drift = json.get("drift");
        return new Command.ShiftInputs(shift, drift.isAbsent() ? 0 : drift.integerWithin(0, MOST_STEPS));
    }

    private static InputShift classShift(JsonValue json) {
        json.requireOnly("label", "move");
        double[] move = json.get("move").vector(2, PLANE);
        return new InputShift.ClassShift(json.get("label").integerWithin(0, 9), move[0], move[1]);
    }

    private Command kick(JsonValue json) {
        String kind = Fields.only(json, List.of("layer"), "scale-weights", "add-to-z", "redraw");
        JsonValue value = json.get(kind);
        Kick kick = switch (kind) {
            case "scale-weights" -> new Kick.ScaleWeights(value.number());
            case "add-to-z" -> new Kick.AddToZ(value.number());
            default -> {
                value.flag();
                yield new Kick.Redraw();
            }
        };
        return new Command.KickLayer(json.get("layer").integerWithin(0, layers - 1), kick);
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
