package normscope.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import normscope.experiment.Check;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.WholeFile;

/**
 * Where a sweep's runs are kept: {@code sweep.json}, and {@code runs.csv} or the parts {@code runs-i-of-n.csv}. A run
 * is written when it is made, so that an interruption loses only the runs under way.
 */
public final class SweepFolder {

    private static final String SWEEP = "sweep.json";
    /** The file of all runs of a whole sweep. */
    public static final String RUNS = "runs.csv";

    /** The files of a whole sweep, which a command goes on with. */
    public static final List<String> FILES = List.of(SWEEP, RUNS);

    private final Sweep sweep;
    private final RunsCsv table;
    private final Path file;
    private final int part;
    private final int parts;

    /**
     * Makes a folder for a part, from 1, of so many of a sweep, or finds it again; {@link InvalidSettingException} if
     * it is of another sweep.
     */
    public SweepFolder(Path folder, Sweep sweep, int part, int parts, Measurable.Reader reader) throws IOException {
        this.sweep = sweep;
        this.part = part;
        this.parts = parts;
        table = new RunsCsv(sweep);
        file = folder.resolve(parts == 1 ? RUNS : String.format(Locale.ROOT, "runs-%d-of-%d.csv", part, parts));
        Files.createDirectories(folder);
        Path kept = folder.resolve(SWEEP);
        if (Files.exists(kept)) {
            Check.that(
                    text(SweepFile.read(kept, reader), reader).equals(text(sweep, reader)),
                    "The folder",
                    "has the runs of another sweep; take another folder.");
        } else {
            Check.that(
                    !Files.exists(file), "The folder", "has a " + file.getFileName() + " of no sweep; take another.");
            WholeFile.write(SweepFile.toText(sweep), kept);
        }
    }

    /** Once through the reader: a number may have been written in another way. */
    private static String text(Sweep sweep, Measurable.Reader reader) {
        return SweepFile.toText(SweepFile.fromText(SweepFile.toText(sweep), Path.of(""), reader));
    }

    /** Whether a run belongs to this part. */
    public boolean isMine(int run) {
        return run % parts == part - 1;
    }

    /** The runs of this part that are made already; what an interruption has left of others goes. */
    public SweepResult resume() throws IOException {
        SweepResult result = SweepResult.none(sweep);
        if (Files.exists(file)) {
            result = result.with(table.read(Files.readString(file)));
        }
        finish(result);
        return result;
    }

    public void add(SweepRun run) {
        try {
            Files.writeString(file, table.rows(run), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all runs in their order, whatever the order in which they were made. */
    public void finish(SweepResult result) throws IOException {
        WholeFile.write(table.text(result.runs().filter(run -> isMine(run.index()))), file);
    }

    /**
     * Joins the parts of sweeps, which may lie in one folder or in many: one result a sweep, in the order of the
     * folders. A folder without a sweep is refused.
     */
    public static List<SweepResult> join(Collection<Path> folders, Measurable.Reader reader) throws IOException {
        Map<String, SweepResult> joined = new LinkedHashMap<>();
        for (Path folder : folders) {
            Sweep sweep = SweepFile.read(folder.resolve(SWEEP), reader);
            String text = text(sweep, reader);
            SweepResult result = joined.getOrDefault(text, SweepResult.none(sweep));
            RunsCsv table = new RunsCsv(result.sweep());
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "runs*.csv")) {
                for (Path each : files) {
                    result = result.with(table.read(Files.readString(each)));
                }
            }
            joined.put(text, result);
        }
        return new ArrayList<>(joined.values());
    }
}
