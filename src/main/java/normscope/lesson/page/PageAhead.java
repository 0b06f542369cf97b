package normscope.lesson.page;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import normscope.experiment.Snapshot;
import normscope.lab.LabViewModel;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.runner.QuietThread;
import normscope.runner.Session;

/**
 * Keeps the beginnings of pages at hand: that of a script's next cue is made on a thread of its own while a class looks
 * at the present one.
 */
final class PageAhead {

    private final Map<Integer, LessonPlan.Arrival> arrivals = new HashMap<>();
    /** Null while nobody waits for a page. */
    private Making making;

    /** A page whose beginning is being made, or was; its stop is set when nobody wants it any more. */
    private record Making(int page, CompletableFuture<LessonPlan.Arrival> arrival, AtomicBoolean stop) {}

    /**
     * Goes to where a page begins, from the nearest place on the way there that was reached before; the page behind the
     * last is the lesson's end.
     */
    CompletableFuture<LessonPlan.Arrival> travel(Lesson lesson, int to, LabViewModel lab) {
        handOver();
        LessonPlan plan = LessonPlan.to(lesson, to);
        int near = to;
        while (near > plan.first() && !arrivals.containsKey(near)) {
            near--;
        }
        LessonPlan.Arrival from = arrivals.get(near);
        int done = from == null ? 0 : LessonPlan.to(lesson, near).actions().size();
        Snapshot outlined = lab.layers().pinnedSnapshot();
        boolean outlinesAgree =
                !lab.layers().isPinnedByHand() && plan.pinnedStep() == (outlined == null ? -1 : outlined.step());
        Snapshot[] pinned = {outlined};
        return lab.runner()
                .travel(
                        session -> outlinesAgree && plan.isGoneBy(session),
                        cancelled -> plan.go(from, done, cancelled, pinned),
                        false)
                .thenApply(run -> new LessonPlan.Arrival(run, pinned[0]));
    }

    /** Keeps where a page begins, and begins to make what comes next. */
    void arrived(Lesson lesson, int at, LessonPlan.Arrival there) {
        arrivals.put(at, there);
        forgetFarRuns(lesson, at);
        prepare(lesson, at + 1);
    }

    /**
     * Begins to make the next page's state, if it has an experiment of its own that has to be trained first; only a
     * script's pages are worth a second core.
     */
    void prepare(Lesson lesson, int next) {
        if (lesson.kind() != Lesson.Kind.SCRIPT
                || next >= lesson.pages().size()
                || making != null && making.page() == next) {
            return;
        }
        Page wanted = lesson.pages().get(next);
        LessonPlan plan = LessonPlan.to(lesson, next);
        if (wanted.experiment() == null || plan.step() == 0) {
            return;
        }
        stop();
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<LessonPlan.Arrival> arrival = CompletableFuture.supplyAsync(
                () -> go(plan, stop::get),
                task -> QuietThread.of("page-ahead", task).start());
        making = new Making(next, arrival, stop);
    }

    private static LessonPlan.Arrival go(LessonPlan plan, BooleanSupplier stopped) {
        Snapshot[] pinned = new Snapshot[1];
        Session session = plan.go(null, 0, stopped, pinned);
        return new LessonPlan.Arrival(session.bookmark(), pinned[0]);
    }

    private void handOver() {
        if (making != null && making.arrival().isDone() && !making.arrival().isCompletedExceptionally()) {
            arrivals.putIfAbsent(making.page(), making.arrival().join());
        }
    }

    /**
     * What can be made again is forgotten, for a run takes up to 64 MB: of a lesson what is of another run and not
     * beside the page, of a script, whose cues train longer, all that is not beside it.
     */
    private void forgetFarRuns(Lesson lesson, int now) {
        int run = LessonPlan.to(lesson, now).first();
        boolean script = lesson.kind() == Lesson.Kind.SCRIPT;
        arrivals.keySet()
                .removeIf(other -> Math.abs(other - now) > 1
                        && (script || LessonPlan.to(lesson, other).first() != run));
    }

    /** Stops, and lets go of the runs, while nobody turns pages. */
    void forget() {
        stop();
        arrivals.clear();
        making = null;
    }

    private void stop() {
        if (making != null) {
            making.stop().set(true);
        }
    }
}
