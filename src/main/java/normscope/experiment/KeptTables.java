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

    private static final Map<OwnTable, SoftReference<Dataset>> ALL = new HashMap<>();
    private static final Map<OwnTable, Path> FOUND = new HashMap<>();
    private static final Deque<Dataset> LATEST = new ArrayDeque<>();

    private KeptTables() {}

    /** Wherever the file lies. */
    private static OwnTable key(OwnTable table) {
        return table.withFile(".");
    }

    static synchronized void keep(OwnTable table, Dataset rows) {
        ALL.values().removeIf(kept -> kept.get() == null);
        ALL.put(key(table), new SoftReference<>(rows));
        use(rows);
    }

    /** {@return its rows; null if they are not at hand} */
    static synchronized Dataset of(OwnTable table) {
        SoftReference<Dataset> kept = ALL.get(key(table));
        Dataset rows = kept == null ? null : kept.get();
        if (rows != null) {
            use(rows);
        }
        return rows;
    }

    /** Somebody has found a file that was not where its experiment says. */
    static synchronized void found(OwnTable table) {
        FOUND.put(key(table), Path.of(table.file()));
    }

    /** {@return where somebody has found it} */
    static synchronized Optional<Path> place(OwnTable table) {
        return Optional.ofNullable(FOUND.get(key(table)));
    }

    private static void use(Dataset rows) {
        LATEST.removeIf(each -> each == rows);
        LATEST.addFirst(rows);
        if (LATEST.size() > FOR_GOOD) {
            LATEST.removeLast();
        }
    }
}
