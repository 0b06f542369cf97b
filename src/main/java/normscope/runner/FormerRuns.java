package normscope.runner;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What undo takes back, the latest last, and what redo brings back then. A change of the living run is taken back
 * alone; what has replaced a run is taken back with the run it replaced. Runs are kept as far as a share of the memory
 * holds them.
 */
final class FormerRuns {

    /** They are kept while they take no more than this together; the latest of each kind always. */
    private static final long BUDGET = 96L << 20;

    private static final int KEPT = 20;

    /**
     * One thing to undo or redo.
     *
     * @param run what comes back; null for a change that undo takes back from the living run
     * @param command which change, from 0; {@link #NONE} for none
     */
    record Entry(Session.PutAway run, int command) {
        static final int NONE = -1;

        boolean isChange() {
            return command != NONE;
        }

        private long bytes() {
            return run == null ? 0 : run.bytes();
        }
    }

    private final Deque<Entry> undo = new ArrayDeque<>();
    private final Deque<Entry> redo = new ArrayDeque<>();

    /** A run has been replaced by another; whatever its size, it is kept. */
    void replaced(Session.PutAway run) {
        undo.addLast(new Entry(run, Entry.NONE));
        redo.clear();
        trim();
    }

    void changed(int command) {
        undo.addLast(new Entry(null, command));
        redo.clear();
    }

    /** The living run is not there any more, and nothing brings it back. */
    void lost() {
        forgetChangesFrom(0);
        redo.clear();
    }

    /** The living run has only so many commands, after going back. */
    void forgetChangesFrom(int commands) {
        while (!undo.isEmpty() && undo.getLast().command() >= commands) {
            undo.removeLast();
        }
    }

    /** What undo takes back next, or null. */
    Entry next() {
        return undo.peekLast();
    }

    /** Takes that off, and keeps the run as it is now for redo. */
    void undone(Session.PutAway now) {
        redo.addLast(new Entry(now, undo.removeLast().command()));
        trim();
    }

    /** What redo brings back next, or null. */
    Entry nextRedo() {
        return redo.peekLast();
    }

    /** Takes that off, and keeps what is needed to undo it again. */
    void redone(Session.PutAway now) {
        Entry entry = redo.removeLast();
        undo.addLast(entry.isChange() ? new Entry(null, entry.command()) : new Entry(now, Entry.NONE));
        trim();
    }

    int size() {
        return undo.size();
    }

    int redoable() {
        return redo.size();
    }

    private void trim() {
        while (runs(undo) > KEPT || runs(undo) > 1 && bytes() > BUDGET) {
            undo.removeFirst();
        }
        while (redo.size() > 1 && bytes() > BUDGET) {
            redo.removeFirst();
        }
    }

    private long bytes() {
        return bytes(undo) + bytes(redo);
    }

    private static long bytes(Deque<Entry> entries) {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    private static long runs(Deque<Entry> entries) {
        return entries.stream().filter(entry -> !entry.isChange()).count();
    }
}
