package normscope.lab;

import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.nn.NormalizerSpec;
import normscope.runner.RunStatus;
import normscope.text.Texts;

/** The commands of a run that are on the timeline. */
public final class EventFlags {
    private EventFlags() {}

    public static List<EventFlag> of(RunStatus status) {
        return status.history().events().stream()
                .map(event -> new EventFlag(event.step(), label(event, status.config())))
                .toList();
    }

    /** A command in a word or two. */
    static String label(Event event, ExperimentConfig config) {
        return label(event, config.network().layers());
    }

    private static String label(Event event, int hidden) {
        if (event.command() instanceof Command.SetLearningRate rate) {
            return Texts.text("event.rate", rate.learningRate());
        }
        if (event.command() instanceof Command.ShiftInputs shift) {
            String what = shift(shift.shift());
            return shift.driftSteps() == 0 ? what : Texts.text("event.drift", what, shift.driftSteps());
        }
        if (event.command() instanceof Command.KickLayer kick) {
            return kick(kick.kick(), layer(kick.layer(), hidden));
        }
        Command.SetNormalizer set = (Command.SetNormalizer) event.command();
        boolean on = set.normalizer() instanceof NormalizerSpec.Batch;
        return Texts.text(on ? "event.bn.on" : "event.bn.off", layer(set.layer(), hidden));
    }

    /** A shift in a word or two. */
    static String shift(InputShift shift) {
        if (shift instanceof InputShift.Translate move) {
            return Texts.text("event.shift.translate", move.dx(), move.dy());
        }
        if (shift instanceof InputShift.Scale scale) {
            return scale.fx() == scale.fy()
                    ? Texts.text("event.shift.scale", scale.fx())
                    : Texts.text("event.shift.scale.each", scale.fx(), scale.fy());
        }
        if (shift instanceof InputShift.Rotate turn) {
            return Texts.text("event.shift.rotate", turn.degrees());
        }
        if (shift instanceof InputShift.ClassShift move) {
            return Texts.text("event.shift.class", move.label() + 1, move.dx(), move.dy());
        }
        return Texts.text("event.shift.noise", ((InputShift.Noise) shift).sd());
    }

    private static String kick(Kick kick, String layer) {
        if (kick instanceof Kick.ScaleWeights scale) {
            return Texts.text("event.kick.scale", layer, scale.factor());
        }
        return kick instanceof Kick.AddToZ add
                ? Texts.text("event.kick.add", layer, add.constant())
                : Texts.text("event.kick.redraw", layer);
    }

    static String layer(int layer, int hidden) {
        return layer < hidden ? Texts.text("layer", layer + 1) : Texts.text("layer.output");
    }
}
