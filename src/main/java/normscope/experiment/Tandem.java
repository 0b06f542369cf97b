package normscope.experiment;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs two tasks that have nothing to do with each other: one after the other, or on two threads, whichever has lately
 * been faster. The tasks must not depend on which thread runs them; then neither does any result.
 *
 * <p>All tandems share one helper thread. It spins for a moment after each task, since the next step of training
 * follows at once, and sleeps when nothing follows.
 */
final class Tandem {

    /** So many runs each way decide how the rest of a period goes. */
    private static final int TRIAL = 32;

    private static final int PERIOD = 2048;

    private static final boolean TWO_CORES = Runtime.getRuntime().availableProcessors() > 1;

    private final Runnable first;
    private final Task second;
    private int runs;
    private long nanosAlone;
    private long nanosTogether;

    /** Prepares two tasks: the first is run by the caller's thread, the second by the helper or the caller. */
    Tandem(Runnable first, Runnable second) {
        this.first = first;
        this.second = new Task(second);
    }

    /** Runs both tasks and returns when both are done. */
    void run() {
        long start = System.nanoTime();
        int phase = runs++ % PERIOD;
        boolean trialAlone = phase < TRIAL;
        boolean trialTogether = !trialAlone && phase < 2 * TRIAL;
        boolean together = TWO_CORES && !trialAlone && (trialTogether || nanosTogether < nanosAlone);
        run(together);
        long nanos = System.nanoTime() - start;
        if (trialAlone) {
            nanosAlone = (phase == 0 ? 0 : nanosAlone) + nanos;
        } else if (trialTogether) {
            nanosTogether = (phase == TRIAL ? 0 : nanosTogether) + nanos;
        }
    }

    /** Runs both tasks in a given way; if the helper is busy elsewhere, one after the other. */
    void run(boolean together) {
        if (together && Helper.offer(second)) {
            try {
                first.run();
            } finally {
                Helper.takeBackOrAwait(second);
            }
        } else {
            first.run();
            second.body.run();
        }
    }

    /** Something handed to the helper. */
    private static final class Task {
        private static final int PATIENCE = 20_000;

        private final Runnable body;
        private volatile boolean done;
        private Throwable failure;

        Task(Runnable body) {
            this.body = body;
        }

        void run() {
            try {
                body.run();
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                done = true;
            }
        }

        void await() {
            for (int spins = 0; !done; spins++) {
                if (spins < PATIENCE) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            if (failure != null) {
                Throwable thrown = failure;
                failure = null;
                throw new IllegalStateException("The second of two tasks failed.", thrown);
            }
        }
    }

    /** The shared helper thread. */
    private static final class Helper {
        private static final int SPINS = 20_000;
        private static final AtomicReference<Task> SLOT = new AtomicReference<>();
        private static final Thread THREAD = new Thread(Helper::loop, "tandem");

        static {
            THREAD.setDaemon(true);
            THREAD.start();
        }

        static boolean offer(Task task) {
            task.done = false;
            if (!SLOT.compareAndSet(null, task)) {
                return false;
            }
            LockSupport.unpark(THREAD);
            return true;
        }

        /** Waits for a task, or runs it here if the helper has not begun with it. */
        static void takeBackOrAwait(Task task) {
            if (SLOT.compareAndSet(task, null)) {
                task.run();
            }
            task.await();
        }

        private static void loop() {
            int idle = 0;
            while (true) {
                Task task = SLOT.get();
                if (task != null && SLOT.compareAndSet(task, null)) {
                    task.run();
                    idle = 0;
                } else if (++idle < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(SLOT);
                    idle = 0;
                }
            }
        }
    }
}
