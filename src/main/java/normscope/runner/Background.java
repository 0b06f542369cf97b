package normscope.runner;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A thread of low priority that answers a question, always the latest one asked, beside the training loop.
 *
 * @param <Q> the question; an equal one is not answered twice
 * @param <A> the answer, immutable
 */
public final class Background<Q, A> implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Background.class.getName());

    /** So long after the last time of asking nobody looks any more. */
    private static final long IDLE_NANOS = 2_000_000_000L;

    private final Function<Q, A> work;
    private final Runnable forget;
    private final long restNanos;
    private final Thread thread;
    private volatile Q wanted;
    private volatile long askedAt;
    private volatile A latest;
    private volatile boolean closed;

    /** Starts the thread, with nothing to let go of. */
    public Background(String name, long restMillis, Function<Q, A> work) {
        this(name, restMillis, work, () -> {});
    }

    /**
     * Starts the thread.
     *
     * @param restMillis how long it rests at least between two answers; and always as long as the last one took
     * @param forget lets go of what the work keeps from one question to the next, on that thread: called when nobody
     *     has asked for a while. The last question, which may hold a whole run, is forgotten too.
     */
    public Background(String name, long restMillis, Function<Q, A> work, Runnable forget) {
        this.work = work;
        this.forget = forget;
        this.restNanos = restMillis * 1_000_000;
        thread = QuietThread.of(name, this::loop);
        thread.start();
    }

    /** Asks what is wanted now; an earlier question that is not being answered yet is dropped. */
    public void ask(Q question) {
        askedAt = System.nanoTime();
        if (!question.equals(wanted)) {
            wanted = question;
            LockSupport.unpark(thread);
        }
    }

    /** The latest answer: null before the first. */
    public A latest() {
        return latest;
    }

    private void loop() {
        Q done = null;
        while (!closed) {
            Q question = wanted;
            if (question == null) {
                LockSupport.park(this);
                continue;
            }
            if (question == done) {
                if (System.nanoTime() - askedAt > IDLE_NANOS) {
                    wanted = null;
                    done = null;
                    forget.run();
                } else {
                    LockSupport.parkNanos(this, IDLE_NANOS);
                }
                continue;
            }
            done = question;
            long start = System.nanoTime();
            try {
                latest = work.apply(question);
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.ERROR, thread.getName() + " could not answer.", e);
            }
            long now = System.nanoTime();
            restUntil(now + Math.max(restNanos, Math.min(now - start, 1_000_000_000L)));
        }
    }

    /** New questions, of which there may be one a frame, do not end the rest; closing does. */
    private void restUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0 && !closed; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
