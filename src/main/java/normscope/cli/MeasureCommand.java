package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Arms;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code normscope measure FILE.json --out DIR}. */
@Command(
        name = "measure",
        description = "Runs an instrument without a window, on the experiment that a file names; writes what it "
                + "measures as CSV and as a figure.")
public final class MeasureCommand extends OutCommand {

    @Parameters(
            index = "0",
            paramLabel = "FILE.json",
            description = "The experiment, the instrument as in lesson files, the seeds and the steps.")
    private Path file;

    private final Drawer figures;

    /** Draws what an instrument has measured; see {@link FigureWriter}. */
    @FunctionalInterface
    public interface Drawer {

        /** Writes the figure as PNG, SVG and PDF into an existing folder. */
        void write(MeasureFile file, List<Measured> measured, Path folder) throws IOException;
    }

    public MeasureCommand(Drawer figures) {
        this.figures = figures;
    }

    @Override
    protected void run() throws IOException {
        MeasureFile wanted = read(file, MeasureFile::read);
        try (OutFolder kept = new OutFolder(folder(), "measure")) {
            List<Measured> all = new ArrayList<>();
            for (long seed : wanted.seeds()) {
                all.addAll(wanted.run(seed));
                say("%s, seed %d: done%n", wanted.kind().id(), seed);
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
            kept.finish(out(), true);
            say("measured.csv and its figure are in %s%n", place());
        }
    }

    /**
     * One line a seed, moment, arm and layer; layers count from 1, and are empty for a whole network, arms where there
     * is none.
     */
    private static void write(MeasureFile wanted, List<Measured> all, Path to) throws IOException {
        List<String> header = new ArrayList<>(List.of("seed", "step", "arm", "layer"));
        wanted.columns().stream().map(Headless.Column::name).forEach(header::add);
        try (CSVPrinter csv = HistoryCsv.open(to, header.toArray(String[]::new))) {
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
