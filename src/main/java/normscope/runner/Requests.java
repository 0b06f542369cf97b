package normscope.runner;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What other threads ask of the trainer thread. They add; that thread alone carries out. */
final class Requests {

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger carriedOut = new AtomicInteger();

    void add(Runnable request) {
        unanswered.incrementAndGet();
        queue.add(request);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Whether the published status tells what came of every request. */
    boolean areAnswered() {
        return unanswered.get() == 0;
    }

    /** Carries out what is there, in order. One that fails ends this; it counts as carried out. */
    void carryOut(BooleanSupplier cancelled) {
        for (Runnable request = queue.poll(); request != null; request = queue.poll()) {
            try {
                request.run();
            } finally {
                carriedOut.incrementAndGet();
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
        }
    }

    /** The status that was just published tells what came of all that was carried out. */
    void answer() {
        unanswered.addAndGet(-carriedOut.getAndSet(0));
    }
}
