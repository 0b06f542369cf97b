package normscope.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.Arms;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;

/** What a sweep came to, one row a place, arm and step: mean, standard deviation, lowest and highest over seeds. */
public final class SweepTable {

    private SweepTable() {}

    /** {@return the rows for machines, the first with the columns' names} */
    public static List<List<String>> rows(SweepResult result) {
        Sweep sweep = result.sweep();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>();
        sweep.axes().forEach(axis -> head.add(axis.plainName()));
        head.addAll(List.of("arm", "step", "seeds", "diverged"));
        for (Measured measure : sweep.measures()) {
            for (String what : List.of("mean", "sd", "lowest", "highest")) {
                head.add(measure.name() + " " + what);
            }
        }
        rows.add(head);
        SweepWords.places(sweep).forEach(place -> {
            for (int arm = 0; arm < sweep.arms(); arm++) {
                for (int step = 0; step < sweep.steps().size(); step++) {
                    rows.add(row(result, place, arm, step));
                }
            }
        });
        return rows;
    }

    private static List<String> row(SweepResult result, Place place, int arm, int step) {
        Sweep sweep = result.sweep();
        List<String> row = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            row.add(sweep.axes().get(i).plain(i == 0 ? place.x() : place.y()));
        }
        row.add(Arms.key(arm));
        row.add(Long.toString(sweep.steps().get(step)));
        List<Cell> cells = IntStream.range(0, sweep.measures().size())
                .mapToObj(measure -> result.cell(new Shown(measure, step), arm, place))
                .toList();
        row.add(Integer.toString(cells.get(0).made()));
        row.add(Integer.toString(cells.get(0).diverged()));
        for (Cell cell : cells) {
            for (double value : new double[] {cell.mean(), cell.sd(), cell.min(), cell.max()}) {
                row.add(Double.toString(value));
            }
        }
        return row;
    }

    public static String csv(SweepResult result) {
        StringBuilder text = new StringBuilder();
        rows(result).forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }
}
