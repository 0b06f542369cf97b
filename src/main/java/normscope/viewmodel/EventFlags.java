package normscope.viewmodel;

import java.util.List;
import normscope.experiment.Command;
import normscope.history.Event;
import normscope.runner.RunStatus;

/** The commands of a run that are on the timeline. */
final class EventFlags {
    private EventFlags() {}

    static List<EventFlag> of(RunStatus status) {
        int hidden = status.config().network().layers();
        return status.history().events().stream()
                .map(event -> new EventFlag(event.step(), label(event, hidden)))
                .toList();
    }

    private static String label(Event event, int hidden) {
        if (event.command() instanceof Command.SetLearningRate rate) {
            return Texts.of("event.rate", Texts.number(rate.learningRate()));
        }
        Command.SetNormalized set = (Command.SetNormalized) event.command();
        return Texts.of(set.on() ? "event.bn.on" : "event.bn.off", layer(set.layer(), hidden));
    }

    static String layer(int layer, int hidden) {
        return layer < hidden ? Texts.of("layer", layer + 1) : Texts.of("layer.output");
    }
}
