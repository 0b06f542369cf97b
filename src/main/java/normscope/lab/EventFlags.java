package normscope.lab;

import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.Divergence;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Json;
import normscope.experiment.Kick;
import normscope.experiment.LearnFrom;
import normscope.experiment.RuleChange;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import normscope.nn.NormalizerSpec;
import normscope.runner.RunStatus;
import normscope.text.Numbers;
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
        int hidden = config.network().layers();
        if (event.command() instanceof Command.SetLearningRate rate) {
            return Texts.text("event.rate", rate.learningRate());
        }
        if (event.command() instanceof Command.SetNormalizedRate rate) {
            return Texts.text("event.normalized-rate", rate.normalizedRate());
        }
        if (event.command() instanceof Command.ShiftInputs shift) {
            String what = shift(shift.shift());
            return shift.driftSteps() == 0 ? what : Texts.text("event.drift", what, shift.driftSteps());
        }
        if (event.command() instanceof Command.KickLayer kick) {
            return kick(kick.kick(), layer(kick.layer(), hidden));
        }
        if (event.command() instanceof Command.Select select) {
            String what = selection(select.selection());
            return select.driftSteps() == 0 ? what : Texts.text("event.drift", what, select.driftSteps());
        }
        if (event.command() instanceof Command.ChangeRule rule) {
            return rule.rule() instanceof RuleChange.Truth truth
                    ? Texts.text("event.truth", Texts.text("truth." + Json.name(truth.rule())))
                    : Texts.text("event.flip", trait(((RuleChange.Flip) rule.rule()).by()));
        }
        if (event.command() instanceof Command.SetLearnFrom learn) {
            return source(learn.source());
        }
        if (event.command() instanceof Command.Reestimate) {
            return Texts.text("event.reestimate");
        }
        Command.SetNormalizer set = (Command.SetNormalizer) event.command();
        boolean on = set.normalizer() instanceof NormalizerSpec.Batch;
        return Texts.text(on ? "event.bn.on" : "event.bn.off", layer(set.layer(), hidden));
    }

    /** {@return which examples are drawn, in a few words} */
    public static String selection(Selection selection) {
        if (selection instanceof Selection.Window window) {
            String key = window.inClass() ? "event.select.window.in-class" : "event.select.window";
            return Texts.text(
                    key, trait(window.by()), Numbers.percent(window.from(), 0), Numbers.percent(window.to(), 0));
        }
        if (selection instanceof Selection.Values values) {
            String trait = trait(values.by());
            if (values.from() == null) {
                return Texts.text("event.select.below", trait, values.to());
            }
            return values.to() == null
                    ? Texts.text("event.select.above", trait, values.from())
                    : Texts.text("event.select.between", trait, values.from(), values.to());
        }
        if (selection instanceof Selection.Sigmoid sigmoid) {
            return Texts.text(sigmoid.slope() < 0 ? "event.select.low" : "event.select.high", trait(sigmoid.by()));
        }
        if (selection instanceof Selection.Bell bell) {
            return Texts.text("event.select.bell", trait(bell.by()), bell.centre());
        }
        return Texts.text(selection instanceof Selection.Labels ? "event.select.labels" : "event.select.all");
    }

    /** {@return what examples are chosen by, in a word or two} */
    public static String trait(Trait trait) {
        if (trait instanceof Trait.Direction direction) {
            return Texts.text("trait.direction", direction.degrees());
        }
        if (trait instanceof Trait.Input input) {
            return Texts.text("trait.input", input.index() + 1);
        }
        return Texts.text(trait instanceof Trait.Ink ? "trait.ink" : "trait.distance");
    }

    private static String source(LearnFrom source) {
        if (!source.labels()) {
            return Texts.text(source.weighted() ? "event.learn.weighted" : "event.learn.old");
        }
        return source.replay() == 0
                ? Texts.text("event.learn.now")
                : Texts.text("event.learn.replay", Numbers.percent(source.replay(), 0));
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
        if (shift instanceof InputShift.Paper paper) {
            return Texts.text("event.shift.paper", Numbers.percent(paper.grey(), 0));
        }
        if (shift instanceof InputShift.Pixels pixels) {
            return Texts.text("event.shift.pixels", pixels.right(), pixels.down());
        }
        return shift instanceof InputShift.Noise noise
                ? Texts.text("event.shift.noise", noise.sd())
                : Texts.text("event.shift.negative");
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

    /** {@return what to tell of an arm that has diverged since another status of the run; null if none has} */
    static String divergence(RunStatus before, RunStatus now) {
        String told = null;
        for (int arm = 0; arm < now.snapshot().arms().size(); arm++) {
            Divergence after = now.snapshot().arm(arm).divergence();
            if (after != null && before.snapshot().arm(arm).divergence() == null) {
                told = now.snapshot().isOver()
                        ? Texts.text("diverged.both", after.step())
                        : Texts.text(
                                "diverged",
                                ArmNames.of(now.config(), arm),
                                after.step(),
                                layer(after.layer(), now.config().network().layers()));
            }
        }
        return told;
    }
}
