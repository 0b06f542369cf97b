package normscope.compare;

import java.util.function.BiConsumer;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.runner.RunStatus;

/**
 * Tells when a run is to be kept: when another one takes its place, and every now and then before, so that a crash
 * loses little. It looks at what the trainer thread publishes anyway.
 *
 * <p>A run that steps back a little is still that run; one that goes back farther is another one, and what it was
 * before is kept.
 */
final class RunRecorder {

    private static final long PERIOD_NANOS = 20_000_000_000L;

    private final BiConsumer<Long, RunStatus> keep;
    private RunStatus seen;
    private long keptRun;
    private Snapshot kept;
    private long keptNanos;
    private long count;

    /**
     * Creates a recorder; {@code keep} gets a run's last status with its number among the runs seen, from 0. The same
     * run may come again.
     */
    RunRecorder(BiConsumer<Long, RunStatus> keep) {
        this.keep = keep;
    }

    /** Looks at what the trainer thread says of the run; called for every frame, with its time. */
    void watch(RunStatus now, long nanos) {
        if (now == seen) {
            return;
        }
        if (seen == null) {
            keptNanos = nanos;
        } else if (now.run() != seen.run() && !goesOn(now)) {
            keepNow();
            count++;
        }
        seen = now;
        // On the way to a kept moment it is no news.
        if (nanos - keptNanos > PERIOD_NANOS && !now.busy()) {
            keptNanos = nanos;
            keepNow();
        }
    }

    private boolean goesOn(RunStatus now) {
        long step = now.snapshot().step();
        return step > 0
                && now.config().equals(seen.config())
                && Math.abs(seen.snapshot().step() - step) <= History.RECENT_SPACING;
    }

    /** Keeps the run as it is now, unless it has not begun or nothing has happened since. */
    void keepNow() {
        if (seen != null && seen.snapshot().step() > 0 && !isKept()) {
            keptRun = seen.run();
            kept = seen.snapshot();
            keep.accept(count, seen);
        }
    }

    private boolean isKept() {
        return keptRun == seen.run() && kept == seen.snapshot();
    }
}
