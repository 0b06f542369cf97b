package normscope.instrument.depth;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import normscope.control.Parts;
import normscope.lab.ArmNames;
import normscope.shell.Figures;
import normscope.sweep.Cell;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepWords;
import normscope.text.Texts;

/** Test accuracy by rate, a row an arm: mean and standard deviation over the seeds, and how many diverged. */
final class RatesTable extends GridPane {

    static final Shown SHOWN = new Shown(0, 0);

    private final Label[][] cells;

    RatesTable(Sweep sweep) {
        getStyleClass().add("number-table");
        setId("depth-table");
        int rates = sweep.size(0);
        cells = new Label[sweep.arms()][rates];
        add(Parts.label(sweep.axes().get(0).name()), 0, 0);
        getColumnConstraints().add(new ColumnConstraints());
        for (int x = 0; x < rates; x++) {
            add(Parts.label(sweep.axes().get(0).read(x), "card-title"), x + 1, 0);
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.RIGHT);
            column.setPercentWidth(82.0 / rates);
            getColumnConstraints().add(column);
        }
        for (int arm = 0; arm < sweep.arms(); arm++) {
            add(Parts.label(ArmNames.of(sweep.base(), arm), Figures.style(arm)), 0, arm + 1);
            for (int x = 0; x < rates; x++) {
                cells[arm][x] = Parts.label("");
                cells[arm][x].setTextAlignment(TextAlignment.RIGHT);
                add(cells[arm][x], x + 1, arm + 1);
            }
        }
    }

    /** Shows what was measured; null for nothing yet. */
    void show(SweepResult result) {
        for (int arm = 0; arm < cells.length; arm++) {
            for (int x = 0; x < cells[arm].length; x++) {
                cells[arm][x].setText(result == null ? "" : text(result.cell(SHOWN, arm, new Place(x, 0))));
            }
        }
    }

    private static String text(Cell cell) {
        if (!cell.complete()) {
            return cell.made() == 0 ? "" : Texts.text("sweep.cell", cell.made(), cell.seeds());
        }
        String value = cell.values().length == 0 ? "" : SweepWords.value(cell, true);
        String lost = cell.diverged() == 0 ? "" : Texts.text("depth.lost", cell.diverged());
        return (value + "\n" + lost).strip();
    }
}
