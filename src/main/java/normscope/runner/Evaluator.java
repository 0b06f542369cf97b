package normscope.runner;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import normscope.experiment.Snapshot;

/** A thread that evaluates the moment that is looked at, always the latest one asked for, beside the training loop. */
public final class Evaluator implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Evaluator.class.getName());

    /** Between two evaluations the thread rests as long as the last one took, but at least this. */
    private static final long MIN_REST_NANOS = 100_000_000;

    private record Request(RunStatus status, Snapshot snapshot) {}

    private final Thread thread;
    private volatile Request wanted;
    private volatile Evaluation latest;
    private volatile boolean closed;

    /** Starts the thread. */
    public Evaluator() {
        thread = new Thread(this::loop, "evaluator");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /**
     * Asks for the evaluation of a moment; an earlier wish that has not begun is dropped.
     *
     * @param status the run
     * @param snapshot the moment
     */
    public void request(RunStatus status, Snapshot snapshot) {
        Request former = wanted;
        if (former == null || former.snapshot() != snapshot) {
            wanted = new Request(status, snapshot);
            LockSupport.unpark(thread);
        }
    }

    /**
     * The latest evaluation that is ready.
     *
     * @return null before the first
     */
    public Evaluation latest() {
        return latest;
    }

    private void loop() {
        Request done = null;
        SnapshotScorer scorer = null;
        while (!closed) {
            Request request = wanted;
            if (request == done) {
                LockSupport.park(this);
                continue;
            }
            done = request;
            long start = System.nanoTime();
            try {
                if (scorer == null || !scorer.fits(request.status())) {
                    scorer = new SnapshotScorer(request.status());
                }
                latest = scorer.score(request.status().run(), request.snapshot());
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.ERROR, "A moment could not be evaluated.", e);
            }
            long now = System.nanoTime();
            restUntil(now + Math.max(MIN_REST_NANOS, now - start));
        }
    }

    /** New requests, of which there is one a frame, do not end the rest; closing does. */
    private void restUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0 && !closed; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
