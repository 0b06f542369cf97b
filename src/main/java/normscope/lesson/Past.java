package normscope.lesson;

import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.history.Event;
import normscope.history.History;
import normscope.nn.Mode;
import normscope.stats.Moments;

/** What was before the latest change: the moment is made again from the history, exactly. */
final class Past {

    private Past() {}

    /** The index of the latest event that is a shift, a kick or a switch; -1 without any. */
    private static int change(List<Event> events) {
        int latest = events.size() - 1;
        while (latest >= 0 && events.get(latest).command() instanceof Command.SetLearningRate) {
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
        Experiment then = new Experiment(experiment.config());
        then.keepToOneThread();
        Snapshot start = history.at(step);
        if (start != null) {
            then.restore(start);
        }
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

    private static void advance(Experiment experiment, long step) {
        while (experiment.step() < step && !experiment.isOver()) {
            experiment.advance();
        }
    }

    static double moved(Experiment experiment, History history, Quantity.Moved what) {
        Quantity.Spread spread =
                new Quantity.Spread(Quantity.SpreadKind.SD, what.of(), what.arm(), what.layer(), -1, Mode.TRAIN);
        Experiment then = beforeChange(experiment, history);
        if (then.step() != experiment.step()
                || experiment.divergence(what.arm()) != null
                || then.divergence(what.arm()) != null) {
            return Double.NaN;
        }
        double[] before = Measuring.values(then, spread);
        double[] after = Measuring.values(experiment, spread);
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            squares += (after[i] - before[i]) * (after[i] - before[i]);
        }
        double sd = Moments.of(before, before.length).sd();
        return Math.sqrt(squares / before.length) / sd;
    }
}
