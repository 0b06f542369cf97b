package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.WholeFile;
import normscope.instrument.quantity.Quantities;
import normscope.sweep.SweepFolder;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code normscope compare DIR…}. */
@Command(
        name = "compare",
        description = "Joins the parts of sweeps; prints and writes the table of each, and draws them.")
public final class CompareCommand extends OutCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders that normscope sweep has written, of parts of one sweep or of several sweeps.")
    private List<Path> folders;

    private final FigureWriter<List<SweepResult>> figures;

    public CompareCommand(FigureWriter<List<SweepResult>> figures) {
        this.figures = figures;
    }

    @Override
    protected void run() throws IOException {
        List<SweepResult> joined;
        try {
            joined = SweepFolder.join(folders, Quantities.READER);
        } catch (IOException | InvalidSettingException e) {
            throw new Refusal("The folders cannot be compared: " + e.getMessage());
        }
        try (OutFolder kept = new OutFolder(folder(), "compare")) {
            List<Path> tables = new ArrayList<>();
            for (int i = 0; i < joined.size(); i++) {
                SweepResult result = joined.get(i);
                print(result);
                String name = joined.size() == 1 ? "table.csv" : String.format(Locale.ROOT, "table-%d.csv", i + 1);
                tables.add(kept.work().resolve(name));
                WholeFile.write(SweepTable.csv(result), tables.get(i));
            }
            ReadMe.write(
                    kept.work(),
                    "compare",
                    joined.get(0).sweep().base(),
                    tables,
                    column -> joined.stream()
                            .map(result -> SweepCommand.column(result.sweep(), column))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
            int drawn = figures.write(joined, kept.work()).size();
            kept.finish(out(), true);
            say("The tables and %d figures are in %s%n", drawn, place());
        }
    }

    private void print(SweepResult result) {
        say(
                "%s: %d of %d runs%n",
                result.sweep().base().name(), result.made(), result.sweep().runs());
        List<List<String>> rows = SweepTable.rows(result).stream()
                .map(row -> row.stream().map(CompareCommand::shortened).toList())
                .toList();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int index = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(" ".repeat(widths.get(column) - cell.length() + 2)).append(cell);
            }
            out().println(line);
        }
        SweepCommand.tellBest(result, out());
        out().println();
    }

    /** A number with at most four decimals. */
    private static String shortened(String cell) {
        return cell.matches("-?\\d+\\.\\d{5,}(E-?\\d+)?")
                ? String.format(Locale.ROOT, "%.4g", Double.parseDouble(cell))
                : cell;
    }
}
