package normscope.experiment;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import normscope.data.Dataset;

/**
 * The rows of tables that were read, so that nobody reads a file between two steps: those used last for good, others as
 * long as there is memory. Any thread may ask.
 */
final class KeptTables {

    /** How many tables are kept whatever happens: that of the Lab, and one to compare it with. */
    private static final int FOR_GOOD = 2;

    private static final Map<OwnTable, Kept> ALL = new HashMap<>();
    private static final Deque<Dataset> LATEST = new ArrayDeque<>();

    private record Kept(SoftReference<Dataset> rows, String place) {}

    private KeptTables() {}

    /** Wherever the file lies. */
    private static OwnTable key(OwnTable table) {
        return table.withFile(".");
    }

    static synchronized void keep(OwnTable table, Dataset rows) {
        ALL.values().removeIf(kept -> kept.rows.get() == null);
        ALL.put(key(table), new Kept(new SoftReference<>(rows), table.file()));
        use(rows);
    }

    /** {@return its rows; null if they are not at hand} */
    static synchronized Dataset of(OwnTable table) {
        Kept kept = ALL.get(key(table));
        Dataset rows = kept == null ? null : kept.rows.get();
        if (rows != null) {
            use(rows);
        }
        return rows;
    }

    /** {@return where it was read last} */
    static synchronized Optional<Path> place(OwnTable table) {
        Kept kept = ALL.get(key(table));
        return kept == null ? Optional.empty() : Optional.of(Path.of(kept.place));
    }

    private static void use(Dataset rows) {
        LATEST.removeIf(each -> each == rows);
        LATEST.addFirst(rows);
        if (LATEST.size() > FOR_GOOD) {
            LATEST.removeLast();
        }
    }
}
