package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.WholeFile;
import normscope.instrument.quantity.Quantities;
import normscope.sweep.Axis;
import normscope.sweep.Measured;
import normscope.sweep.Sweep;
import normscope.sweep.SweepFile;
import normscope.sweep.SweepFolder;
import normscope.sweep.SweepJob;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepTable;
import normscope.sweep.SweepWords;
import normscope.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope sweep SWEEP.json --out DIR}. */
@Command(
        name = "sweep",
        description = "Makes the runs of a sweep on all cores but one; writes every run as CSV, a table and figures. "
                + "Begun again with the same folder, it goes on where it was interrupted.")
public final class SweepCommand extends FolderCommand {

    private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final long TOLD_EVERY_MILLIS = 2000;

    @Parameters(index = "0", paramLabel = "SWEEP.json", description = "The sweep.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to; made if it is not there.")
    private Path folder;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "Only part I of N of the runs; normscope compare joins the parts.")
    private String shard;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs made at a time (default: the number of cores but one).")
    private Integer threads;

    private final FigureWriter<List<SweepResult>> figures;

    public SweepCommand(FigureWriter<List<SweepResult>> figures) {
        this.figures = figures;
    }

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected void run() throws IOException, InterruptedException {
        Matcher parts = SHARD.matcher(shard);
        if (!parts.matches()) {
            throw wrong("--shard must be such as 2/8, not %s.", shard);
        }
        int part = Integer.parseInt(parts.group(1));
        int of = Integer.parseInt(parts.group(2));
        if (part < 1 || part > of) {
            throw wrong("--shard must be from 1/%d to %1$d/%1$d, not %2$s.", of, shard);
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw wrong("--threads must be from 1 to 1024, not %d.", threads);
        }
        Sweep sweep = read(file, given -> SweepFile.read(given, Quantities.READER));
        try {
            make(new SweepFolder(folder, sweep, part, of, Quantities.READER), of == 1);
        } catch (InvalidSettingException e) {
            throw new Refusal(folder + ": " + e.getMessage());
        }
    }

    private void make(SweepFolder kept, boolean whole) throws IOException, InterruptedException {
        SweepResult before = kept.resume();
        SweepJob job = new SweepJob(before, kept::isMine, kept::add);
        int wanted = job.waiting() + before.made();
        if (before.made() > 0) {
            say("%d of %d runs are there already.%n", before.made(), wanted);
        }
        job.start(threads == null ? SweepJob.cores() : threads);
        int told = -1;
        while (!job.isDone()) {
            job.await(TOLD_EVERY_MILLIS);
            int made = job.result().made();
            if (made != told) {
                told = made;
                double left = job.secondsLeft();
                say("%d of %d runs%s%n", made, wanted, made == wanted ? "" : left(left));
            }
        }
        if (job.failure() instanceof UncheckedIOException e) {
            throw e;
        }
        if (job.failure() != null) {
            throw new IllegalStateException(job.failure());
        }
        SweepResult result = job.result();
        kept.finish(result);
        if (whole) {
            report(result);
        }
    }

    private static String left(double seconds) {
        if (Double.isNaN(seconds)) {
            return "";
        }
        return String.format(
                Locale.ROOT, seconds < 90 ? ", about %.0f s left" : ", about %2$.0f min left", seconds, seconds / 60);
    }

    /** Writes table and figures of a whole sweep, and says what it came to. */
    private void report(SweepResult result) throws IOException {
        int drawn;
        try (OutFolder kept = new OutFolder(folder, "sweep", SweepFolder.FILES)) {
            Path table = kept.work().resolve("table.csv");
            WholeFile.write(SweepTable.csv(result), table);
            List<Path> tables = List.of(folder.resolve(SweepFolder.RUNS), table);
            ReadMe.write(kept.work(), "sweep", result.sweep().base(), tables, column -> column(result.sweep(), column));
            drawn = figures.write(List.of(result), kept.work()).size();
            kept.finish(out(), true);
        }
        tellBest(result, out());
        say("runs.csv, table.csv and %d figures are in %s%n", drawn, place());
    }

    /** {@return what a column of a sweep is that no other has; null if others have it} */
    static String column(Sweep sweep, String name) {
        for (Axis axis : sweep.axes()) {
            if (axis.plainName().equals(name)) {
                return axis.name();
            }
        }
        for (Measured measure : sweep.measures()) {
            String own = measure.name();
            String words = measure.percent() ? Texts.text("column.percent", own) : own;
            if (name.equals(own)) {
                return Texts.text("column.measure", words);
            }
            String key = name.startsWith(own + " ") ? "column.measure." + name.substring(own.length() + 1) : "";
            if (Texts.has(key)) {
                return Texts.text(key, words);
            }
        }
        return null;
    }

    /** Says at which values each arm does best, one line a measure, at the last step. */
    static void tellBest(SweepResult result, PrintWriter out) {
        for (int measure = 0; measure < result.sweep().measures().size(); measure++) {
            SweepResult.Shown shown =
                    new SweepResult.Shown(measure, result.sweep().steps().size() - 1);
            String best = SweepWords.best(result, shown);
            if (!best.isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "%s, step %d: %s%n",
                        result.sweep().measures().get(measure).name(),
                        result.sweep().steps().get(shown.step()),
                        best);
            }
        }
    }
}
