package normscope.instrument.quantity;

import java.util.List;
import java.util.function.Consumer;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.history.History;

/** What was before the latest change: the moment is made again from the history, exactly. */
public final class Past {

    private Past() {}

    /** The index of the latest event that is a shift, a kick or a switch; -1 without any. */
    private static int change(List<Event> events) {
        int latest = events.size() - 1;
        while (latest >= 0 && !events.get(latest).command().jumps()) {
            latest--;
        }
        return latest;
    }

    /** The latest shift, kick or switch; null without any. */
    static Command change(History history) {
        List<Event> events = history.events();
        int latest = change(events);
        return latest < 0 ? null : events.get(latest).command();
    }

    /** The step of the latest change, or 0. */
    static long changedAt(History history) {
        List<Event> events = history.events();
        int latest = change(events);
        return latest < 0 ? 0 : events.get(latest).step();
    }

    /** A copy of the experiment at the moment before the latest change; at its beginning where there is none. */
    static Experiment beforeChange(Experiment experiment, History history) {
        List<Event> events = history.events();
        int latest = change(events);
        long step = latest < 0 ? 0 : events.get(latest).step();
        Experiment then = kept(experiment, history, step);
        // Snapshots are taken before the commands of their step.
        long from = then.step();
        for (int i = 0; i < latest; i++) {
            Event event = events.get(i);
            if (event.step() >= from) {
                advance(then, event.step());
                then.apply(event.command());
            }
        }
        advance(then, step);
        return then;
    }

    /** Goes through what was, on a copy: looks at the first step, every n-th from there, and none after the present. */
    static void through(Experiment experiment, History history, long from, int every, Consumer<Experiment> look) {
        Experiment then = kept(experiment, history, from);
        // Snapshots are taken before the commands of their step.
        long begun = then.step();
        List<Event> events =
                history.events().stream().filter(event -> event.step() >= begun).toList();
        int given = 0;
        for (long step = from; step <= experiment.step(); step += every) {
            given = then.applyDue(events, given);
            while (then.step() < step && !then.isOver()) {
                then.advance();
                given = then.applyDue(events, given);
            }
            look.accept(then);
        }
    }

    /** A copy of the experiment at the latest moment that is kept at or before a step, or at its beginning. */
    private static Experiment kept(Experiment experiment, History history, long step) {
        Experiment then = new Experiment(experiment.config());
        then.keepToOneThread();
        Snapshot start = history.at(step);
        if (start != null) {
            then.restore(start);
        }
        return then;
    }

    private static void advance(Experiment experiment, long step) {
        while (experiment.step() < step && !experiment.isOver()) {
            experiment.advance();
        }
    }
}
