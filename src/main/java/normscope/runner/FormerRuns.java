package normscope.runner;

import java.util.ArrayDeque;
import java.util.Deque;

/** The runs that undo can bring back, the latest last: as many as a share of the memory holds. */
final class FormerRuns {

    /** They are kept while they take no more than this together. */
    private static final long BUDGET = 96L << 20;

    private static final int KEPT = 20;

    private final Deque<Session.PutAway> runs = new ArrayDeque<>();

    /** Keeps a run, whatever its size, and lets go of the oldest ones if need be. */
    void add(Session.PutAway run) {
        runs.addLast(run);
        long bytes = runs.stream().mapToLong(Session.PutAway::bytes).sum();
        while (runs.size() > 1 && (bytes > BUDGET || runs.size() > KEPT)) {
            bytes -= runs.removeFirst().bytes();
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    int size() {
        return runs.size();
    }

    Session.PutAway last() {
        return runs.getLast();
    }

    void removeLast() {
        runs.removeLast();
    }
}
