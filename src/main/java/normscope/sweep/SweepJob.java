package normscope.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import normscope.runner.QuietThread;

/**
 * Makes the runs of a sweep that are not made yet, on all cores but one, in the background. It can be watched, paused
 * and cancelled from any thread.
 */
public final class SweepJob {

    private final Sweep sweep;
    private final Consumer<SweepRun> taker;
    private final LongSupplier clock;
    private final Queue<Integer> waiting = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final Object pausing = new Object();
    private volatile boolean paused;
    private volatile boolean cancelled;
    private volatile Throwable failure;
    private SweepResult result;
    private double costLeft;
    private double costMade;
    /** Clock time at which the work would have begun had it never been paused. */
    private long begun;

    private long pausedAt;

    /**
     * Starts nothing yet. Of the runs that are not made, those that are mine are wanted; each is given, when it is
     * made, to the taker, one at a time, on a thread of this.
     */
    public SweepJob(SweepResult start, IntPredicate mine, Consumer<SweepRun> taker) {
        this(start, mine, taker, System::nanoTime);
    }

    SweepJob(SweepResult start, IntPredicate mine, Consumer<SweepRun> taker, LongSupplier clock) {
        this.sweep = start.sweep();
        this.result = start;
        this.taker = taker;
        this.clock = clock;
        for (int run = 0; run < sweep.runs(); run++) {
            if (start.run(run) == null && mine.test(run)) {
                waiting.add(run);
                costLeft += sweep.cost(run);
            }
        }
    }

    /** {@return on how many threads sweeps are made here: all cores but one} */
    public static int cores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** {@return how many runs no thread has begun yet} */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Begins, on so many threads at most. */
    public synchronized SweepJob start(int most) {
        begun = clock.getAsLong();
        int count = Math.min(most, waiting.size());
        working.set(count);
        for (int i = 0; i < count; i++) {
            Thread thread = QuietThread.of("sweep", this::work);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    private void work() {
        try {
            for (Integer run = next(); run != null; run = next()) {
                SweepRun made = sweep.run(run, this::holdsOff);
                if (made == null) {
                    return;
                }
                take(made);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            failure = e;
            cancel();
        } finally {
            working.decrementAndGet();
        }
    }

    private synchronized Integer next() {
        return cancelled ? null : waiting.poll();
    }

    private synchronized void take(SweepRun made) {
        if (cancelled) {
            return;
        }
        taker.accept(made);
        result = result.with(List.of(made));
        costMade += sweep.cost(made.index());
        costLeft -= sweep.cost(made.index());
    }

    /** Waits while it is paused; says whether it is cancelled. */
    private boolean holdsOff() {
        if (paused) {
            synchronized (pausing) {
                while (paused && !cancelled) {
                    try {
                        pausing.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return true;
                    }
                }
            }
        }
        return cancelled;
    }

    /** Stops for a while, at the next update of each run. */
    public synchronized void pause() {
        if (!paused) {
            pausedAt = clock.getAsLong();
            paused = true;
        }
    }

    public synchronized void resume() {
        if (paused) {
            begun += clock.getAsLong() - pausedAt;
            synchronized (pausing) {
                paused = false;
                pausing.notifyAll();
            }
        }
    }

    public boolean isPaused() {
        return paused;
    }

    /** Gives up, at the next update of each run; what is made stays. */
    public void cancel() {
        synchronized (pausing) {
            cancelled = true;
            pausing.notifyAll();
        }
    }

    /** Whether no thread works any more. */
    public boolean isDone() {
        return working.get() == 0;
    }

    /** Waits until no thread works any more, but no longer than so many milliseconds; 0 without end. */
    public void await(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(millis);
        }
    }

    /** {@return what ended it before its time; null if nothing did} */
    public Throwable failure() {
        return failure;
    }

    /** {@return the runs made so far, with those of the start} */
    public synchronized SweepResult result() {
        return result;
    }

    /** How long the rest will take if the machine goes on as so far, in seconds; NaN before the first run is made. */
    public synchronized double secondsLeft() {
        long now = paused ? pausedAt : clock.getAsLong();
        return costMade == 0 ? Double.NaN : 1e-9 * (now - begun) * costLeft / costMade;
    }
}
