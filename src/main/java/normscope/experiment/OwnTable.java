package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import normscope.data.Dataset;
import normscope.data.table.TableException;
import normscope.data.table.TableFile;
import normscope.data.table.TableFormat;
import normscope.data.table.TableReader;

/**
 * Rows of a file of separated values. All that a network's shape depends on stands here; the rows themselves are read
 * once and kept as long as there is memory, those used last for good.
 *
 * @param file where it lies: a path, in an experiment's file from the folder of that file on; or {@value #EXAMPLE} and
 *     the name of an example that comes with the program
 * @param sha256 of the file's bytes, so that changed data are noticed
 * @param label the column of the classes
 * @param inputNames the columns of the inputs, in their order
 * @param classNames what the classes are called, in the order of their numbers
 * @param missing what is done with a row in which one of these columns has no value
 * @param rows how many rows there are, without those left out
 */
@JsonTypeName("table")
public record OwnTable(
        String file,
        String sha256,
        TableFormat format,
        String label,
        List<String> inputNames,
        List<String> classNames,
        TableReader.Missing missing,
        int rows)
        implements OwnData {

    public static final String EXAMPLE = "example:";

    public static final List<String> ALL_EXAMPLES = List.of("iris", "penguins", "wine", "breast-cancer");

    private static final String EXAMPLES = "/normscope/assets/data/examples/%s.csv";

    private static final String SHA = "[0-9a-f]{64}";

    private static final int LONGEST_PATH = 4000;

    public OwnTable {
        Check.within("file: the number of characters", file.length(), 1, LONGEST_PATH);
        Check.that(sha256.matches(SHA), "sha256", "must be 64 hexadecimal digits.");
        Check.that(
                !isExample(file) || ALL_EXAMPLES.contains(file.substring(EXAMPLE.length())),
                "file",
                "is no example of this program.");
        Check.within("inputNames: the number of inputs", inputNames.size(), 1, TableReader.MAX_INPUTS);
        Check.that(
                inputNames.stream().distinct().count() == inputNames.size(),
                "inputNames",
                "has a column twice; take one out.");
        Check.that(!inputNames.contains(label), "inputNames", "has the label; take it out.");
        Check.within("classNames: the number of classes", classNames.size(), 2, TableReader.MAX_CLASSES);
        Check.that(classNames.stream().distinct().count() == classNames.size(), "classNames", "has a class twice.");
        Check.within("rows", rows, TableReader.MIN_ROWS, TableReader.MAX_ROWS);
        inputNames = List.copyOf(inputNames);
        classNames = List.copyOf(classNames);
    }

    private static boolean isExample(String file) {
        return file.startsWith(EXAMPLE);
    }

    /** What was found when a table was read for the first time. */
    public record Loaded(OwnTable table, TableReader.Table found) {}

    /**
     * Reads a file that somebody has chosen, and keeps its rows.
     *
     * @param file a path, or an example
     * @throws TableException if something is wrong; the message is the rest of a sentence that begins with the file
     */
    public static Loaded load(String file, TableReader.Choice choice, DoubleConsumer progress) throws TableException {
        TableReader.Table found = read(file, choice, progress);
        OwnTable table = new OwnTable(
                file,
                found.sha256(),
                choice.format(),
                choice.label(),
                choice.inputs(),
                found.classes(),
                choice.missing(),
                found.examples().size());
        KeptTables.keep(table, found.examples());
        return new Loaded(table, found);
    }

    private static TableReader.Table read(String file, TableReader.Choice choice, DoubleConsumer progress)
            throws TableException {
        try {
            return TableReader.read(source(file), choice, progress);
        } catch (TableException e) {
            throw e;
        } catch (IOException e) {
            throw new TableException("cannot be read; check that it may be read.");
        }
    }

    /** {@return where the bytes of a path or of an example are} */
    public static TableFile source(String file) throws TableException {
        if (isExample(file) && ALL_EXAMPLES.contains(file.substring(EXAMPLE.length()))) {
            return TableFile.ofResource(String.format(Locale.ROOT, EXAMPLES, file.substring(EXAMPLE.length())));
        }
        try {
            return TableFile.of(Path.of(file));
        } catch (InvalidPathException e) {
            throw new TableException("is no name of a file on this system; choose another file.");
        }
    }

    /** Whether it comes with the program. */
    public boolean fromProgram() {
        return isExample(file);
    }

    /** {@return the file's name without its folder} */
    public String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .replace(EXAMPLE, "");
    }

    /** Whether the rows are at hand, so that nothing has to be read. */
    public boolean ready() {
        return KeptTables.of(this) != null;
    }

    @Override
    public int size() {
        return rows;
    }

    @Override
    public Dataset examples() {
        Dataset kept = KeptTables.of(this);
        return kept == null ? readAgain(progress -> {}) : kept;
    }

    /**
     * Reads the file again, and keeps its rows; refused in one sentence for the user, if it is not the same any more.
     */
    public Dataset readAgain(DoubleConsumer progress) {
        TableReader.Choice choice = new TableReader.Choice(format, label, inputNames, missing);
        try {
            TableReader.Table found = read(file, choice, progress);
            Check.that(
                    found.sha256().equals(sha256)
                            && found.classes().equals(classNames)
                            && found.examples().size() == rows,
                    "data.own.table.file",
                    shown()
                            + " has been changed since the experiment was made; "
                            + "find the former file, or load it anew.");
            KeptTables.keep(this, found.examples());
            return found.examples();
        } catch (TableException e) {
            throw new InvalidSettingException(
                    "data.own.table.file",
                    shown() + " " + e.getMessage().replace("choose another file", "put it beside the experiment"));
        }
    }

    /**
     * Reads the same file where somebody has found it; experiments that are opened from now on know the place. Refused
     * in one sentence for the user, if it is not the same.
     */
    public void foundAt(Path place, DoubleConsumer progress) {
        OwnTable found = withFile(place.toAbsolutePath().normalize().toString());
        found.readAgain(progress);
        KeptTables.found(found);
    }

    private String shown() {
        return '"' + file + '"';
    }

    public OwnTable withFile(String value) {
        return new OwnTable(value, sha256, format, label, inputNames, classNames, missing, rows);
    }

    /**
     * The same for an experiment that lies in a folder: with the whole path of the first of the places where the file
     * may be; its own, if it is nowhere.
     */
    OwnTable from(Path folder) {
        if (fromProgram()) {
            return this;
        }
        try {
            Path own = folder.resolve(file).toAbsolutePath().normalize();
            Path beside = folder.resolve(name()).toAbsolutePath().normalize();
            return withFile(Stream.of(KeptTables.place(this), Optional.of(own), Optional.of(beside))
                    .flatMap(Optional::stream)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(own)
                    .toString());
        } catch (InvalidPathException e) {
            return this;
        }
    }

    /**
     * {@return the same as the file of an experiment in a folder has it: with a path from there on, if it lies below}
     */
    OwnTable to(Path folder) {
        if (fromProgram()) {
            return this;
        }
        try {
            Path whole = Path.of(file);
            Path from = folder.toAbsolutePath().normalize();
            return whole.isAbsolute() && whole.startsWith(from)
                    ? withFile(from.relativize(whole).toString().replace('\\', '/'))
                    : this;
        } catch (InvalidPathException e) {
            return this;
        }
    }

    /**
     * The rows of tables that were read, so that nobody reads a file between two steps: those used last for good,
     * others as long as there is memory. Any thread may ask.
     */
    private static final class KeptTables {

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
}
