package normscope.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.chart.FigureTable;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.PanelFigure;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The numbers of figures as CSV: a heading, then one row an observation. */
final class FigureNumbers {

    /** A curve has a point for every step that is kept, not for every pixel. */
    private static final int POINTS = 1_000_000;

    private FigureNumbers() {}

    /** The numbers of all figures of a panel as it is shown now; where there are several, each row tells of which. */
    static FigureTable of(LabViewModel vm, Panel panel) {
        List<PanelFigure> figures = panel.figures(vm, Panel.Look.PAGE);
        if (figures.size() == 1) {
            return figures.get(0).feed(vm, POINTS).numbers();
        }
        FigureTable all = null;
        for (PanelFigure figure : figures) {
            FigureTable one = figure.feed(vm, POINTS).numbers();
            String note = figure.note(vm);
            List<String> first =
                    new ArrayList<>(List.of(ArmNames.of(vm.configProperty().get(), figure.arm())));
            if (note != null) {
                first.add(note);
            }
            if (all == null) {
                Stream<String> keys = Stream.of("arm", "figure").limit(first.size());
                all = new FigureTable(Stream.concat(keys.map(FigureTable::column), one.columns().stream())
                        .toList());
            }
            all.rows(first, one);
        }
        return all;
    }

    /** {@return the table as text: commas, quotes where they must be, line ends as in the commands' files} */
    static String csv(FigureTable table) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            csv.printRecord(table.columns());
            csv.printRecords(table.rows());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }
}
