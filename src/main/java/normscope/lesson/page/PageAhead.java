package normscope.lesson.page;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import normscope.experiment.Snapshot;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.runner.QuietThread;
import normscope.runner.Session;

/**
 * Keeps the beginnings of pages at hand: that of a script's next cue is made on a thread of its own while a class looks
 * at the present one.
 */
final class PageAhead {

    private volatile int page = -1;
    private CompletableFuture<LessonPlan.Arrival> arrival;
    private volatile boolean cancelled;

    /**
     * Begins to make a page's state, if the page has an experiment of its own that has to be trained first.
     *
     * @param lesson the lesson or script; only a script's pages are worth a second core
     * @param next the page; need not exist
     */
    void prepare(Lesson lesson, int next) {
        if (lesson.kind() != Lesson.Kind.SCRIPT || next >= lesson.pages().size() || next == page) {
            return;
        }
        Page wanted = lesson.pages().get(next);
        LessonPlan plan = LessonPlan.to(lesson, next);
        if (wanted.experiment() == null || plan.step() == 0) {
            return;
        }
        page = next;
        arrival = CompletableFuture.supplyAsync(
                () -> go(plan), task -> QuietThread.of("page-ahead", task).start());
    }

    private LessonPlan.Arrival go(LessonPlan plan) {
        Snapshot[] pinned = new Snapshot[1];
        Session session = plan.go(null, 0, () -> cancelled, pinned);
        return new LessonPlan.Arrival(session.bookmark(), pinned[0]);
    }

    /**
     * Hands over what is ready.
     *
     * @param arrivals gets it at its page. Modified.
     */
    void handOver(Map<Integer, LessonPlan.Arrival> arrivals) {
        if (arrival != null && arrival.isDone() && !arrival.isCompletedExceptionally() && !cancelled) {
            arrivals.putIfAbsent(page, arrival.join());
        }
    }

    /**
     * Forgets what can be made again: a run takes up to 64 MB.
     *
     * @param lesson the lesson or script
     * @param now the page that is open
     * @param arrivals keeps those of the same run, and those next to the page. Modified.
     */
    void forgetFarRuns(Lesson lesson, int now, Map<Integer, LessonPlan.Arrival> arrivals) {
        int run = LessonPlan.to(lesson, now).first();
        arrivals.keySet()
                .removeIf(other -> Math.abs(other - now) > 1
                        && LessonPlan.to(lesson, other).first() != run);
    }

    /** Stops. */
    void cancel() {
        cancelled = true;
    }
}
