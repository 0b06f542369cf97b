package normscope.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.lesson.Action;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.runner.Session;

/**
 * The way to a page of a lesson: the experiment that it goes back to, and everything that the pages since have done to
 * it. The same way always leads to the same networks, bit for bit.
 *
 * @param first the page that the experiment begins at
 */
record LessonPlan(int first, ExperimentConfig config, List<Action> actions) {

    /** Where a way ends: the run, to come back to, and the moment that is remembered as outlines there, or null. */
    record Arrival(Session.PutAway run, Snapshot pinned) {}

    /** The way to a page; one beyond the last page means the end of the lesson. */
    static LessonPlan to(Lesson lesson, int page) {
        List<Page> pages = lesson.pages();
        int first = Math.min(page, pages.size() - 1);
        while (first > 0 && pages.get(first).experiment() == null) {
            first--;
        }
        ExperimentConfig config = pages.get(first).experiment();
        List<Action> actions = new ArrayList<>();
        for (int i = first; i <= Math.min(page, pages.size() - 1); i++) {
            actions.addAll(pages.get(i).enter());
            if (i < page) {
                actions.addAll(pages.get(i).action());
            }
        }
        return new LessonPlan(first, config == null ? lesson.experiment() : config, actions);
    }

    long step() {
        long step = 0;
        for (Action action : actions) {
            step = after(action, step);
        }
        return step;
    }

    /** The step after an action that begins at a step. */
    static long after(Action action, long step) {
        if (action instanceof Action.Run run) {
            return step + run.steps();
        }
        return action instanceof Action.RunTo to ? Math.max(step, to.step()) : step;
    }

    /** The step whose histograms are outlines at the end, or -1. */
    long pinnedStep() {
        long step = 0;
        long pinned = -1;
        for (Action action : actions) {
            step = after(action, step);
            if (action instanceof Action.Pin pin) {
                pinned = pin.on() ? step : -1;
            }
        }
        return pinned;
    }

    /** Whether a run has gone exactly this way, so that nothing is left to do. */
    boolean isGoneBy(Session session) {
        return session.experiment().config().equals(config)
                && session.experiment().step() == step()
                && session.history().events().equals(events());
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        long step = 0;
        for (Action action : actions) {
            step = after(action, step);
            if (action instanceof Action.Apply apply) {
                events.add(new Event(step, apply.command()));
            }
        }
        return events;
    }

    /**
     * Goes the way, on the caller's thread.
     *
     * @param from an arrival on this way to go on from, or null for the beginning
     * @param done how many of the actions were done there
     * @param pinned gets the moment that is pinned at the end, or null
     */
    Session go(Arrival from, int done, BooleanSupplier cancelled, Snapshot[] pinned) {
        Session session = from == null ? new Session(config) : Session.at(from.run());
        pinned[0] = from == null ? null : from.pinned();
        long step = session.experiment().step();
        for (Action action : actions.subList(done, actions.size())) {
            step = after(action, step);
            while (session.experiment().step() < step && !session.experiment().isOver() && !cancelled.getAsBoolean()) {
                session.advance();
            }
            if (action instanceof Action.Apply apply) {
                Command command = apply.command();
                session.apply(command);
            } else if (action instanceof Action.Pin pin) {
                pinned[0] = pin.on() ? session.experiment().snapshot() : null;
            }
        }
        return session;
    }
}
