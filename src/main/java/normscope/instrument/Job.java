package normscope.instrument;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import normscope.runner.QuietThread;

/** Work that is done once, on threads of low priority, and that can be watched and cancelled from another thread. */
public final class Job {

    private static final Logger LOG = System.getLogger(Job.class.getName());

    private final AtomicInteger working;
    private volatile boolean cancelled;
    private volatile double progress;

    private Job(int threads) {
        working = new AtomicInteger(threads);
    }

    /** Starts threads that all do the same work, sharing it among themselves; each asks the job whether to go on. */
    public static Job start(String name, int threads, Consumer<Job> work) {
        Job job = new Job(threads);
        for (int i = 0; i < threads; i++) {
            QuietThread.of(name, () -> job.run(work)).start();
        }
        return job;
    }

    private void run(Consumer<Job> work) {
        try {
            work.accept(this);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.ERROR, Thread.currentThread().getName() + " failed.", e);
            cancelled = true;
        } finally {
            working.decrementAndGet();
        }
    }

    public void tell(double share) {
        progress = share;
    }

    public double progress() {
        return progress;
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public boolean isDone() {
        return working.get() == 0;
    }
}
