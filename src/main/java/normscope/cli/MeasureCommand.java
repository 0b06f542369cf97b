package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import normscope.experiment.Arms;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscope measure FILE.json --out DIR}. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Runs an instrument without a window, on the experiment that a file names; writes what it "
                + "measures as CSV and as a figure.")
public final class MeasureCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE.json",
            description = "The experiment, the instrument as in lesson files, the seeds and the steps.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-measure",
            description = "The folder to write to; made if it is not there (default normscope-measure). What the "
                    + "command has written there before is replaced, other files are kept.")
    private Path folder;

    private final MeasureFigureWriter figures;

    /**
     * The command.
     *
     * @param figures draws the figure
     */
    public MeasureCommand(MeasureFigureWriter figures) {
        this.figures = figures;
    }

    @Override
    public Integer call() {
        MeasureFile wanted;
        try {
            wanted = MeasureFile.read(file);
        } catch (IOException | InvalidSettingException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage());
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        try (OutFolder kept = new OutFolder(folder, "measure")) {
            List<Measured> all = new ArrayList<>();
            for (long seed : wanted.seeds()) {
                all.addAll(wanted.run(seed));
                out.printf(Locale.ROOT, "%s, seed %d: done%n", wanted.kind().id(), seed);
                out.flush();
            }
            Path table = kept.work().resolve("measured.csv");
            write(wanted, all, table);
            ReadMe.write(
                    kept.work(),
                    "measure",
                    wanted.experiment().config(),
                    List.of(table),
                    column -> wanted.columns().stream()
                            .filter(each -> each.name().equals(column))
                            .map(Headless.Column::title)
                            .findFirst()
                            .orElse(null));
            figures.write(wanted, all, kept.work());
            kept.finish(out, true);
            out.printf(
                    Locale.ROOT,
                    "measured.csv and its figure are in %s%n",
                    folder.toAbsolutePath().normalize());
            out.flush();
        } catch (IOException e) {
            spec.commandLine().getErr().println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }

    /**
     * One line a seed, moment, arm and layer; layers count from 1, and are empty for a whole network, arms where there
     * is none.
     */
    private static void write(MeasureFile wanted, List<Measured> all, Path to) throws IOException {
        List<String> header = new ArrayList<>(List.of("seed", "step", "arm", "layer"));
        wanted.columns().stream().map(Headless.Column::name).forEach(header::add);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(header.toArray(String[]::new))
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(to), format)) {
            for (Measured each : all) {
                csv.print(each.seed());
                csv.print(each.step());
                csv.print(each.row().arm() < 0 ? "" : Arms.key(each.row().arm()));
                csv.print(
                        each.row().layer() < 0 ? "" : String.valueOf(each.row().layer() + 1));
                for (double value : each.row().values()) {
                    csv.print(value);
                }
                csv.println();
            }
        }
    }
}
