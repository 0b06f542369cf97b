package normscope.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import normscope.experiment.Arms;
import normscope.experiment.Check;

/**
 * Runs as CSV: one row a run, arm and step, each number as exact as it is. The column {@code diverged} has the step at
 * which the arm left the finite numbers.
 */
final class RunsCsv {

    /** Columns beside the settings and the measures: run, seed, arm, step, diverged. */
    private static final int FIXED = 5;

    private final Sweep sweep;

    RunsCsv(Sweep sweep) {
        this.sweep = sweep;
    }

    String header() {
        List<String> columns = new ArrayList<>(List.of("run"));
        sweep.axes().forEach(axis -> columns.add(axis.plainName()));
        columns.addAll(List.of("seed", "arm", "step", "diverged"));
        sweep.measures().forEach(measure -> columns.add(measure.name()));
        return String.join(",", columns) + "\n";
    }

    String rows(SweepRun run) {
        StringBuilder text = new StringBuilder();
        for (int arm = 0; arm < sweep.arms(); arm++) {
            for (int step = 0; step < sweep.steps().size(); step++) {
                text.append(run.index());
                for (int i = 0; i < sweep.axes().size(); i++) {
                    int value = i == 0 ? sweep.x(run.index()) : sweep.y(run.index());
                    text.append(',').append(sweep.axes().get(i).plain(value));
                }
                text.append(',').append(sweep.seeds().get(sweep.seed(run.index())));
                text.append(',').append(Arms.key(arm));
                text.append(',').append(sweep.steps().get(step));
                text.append(',').append(run.divergedAt()[arm] == SweepRun.NOT_DIVERGED ? "" : run.divergedAt()[arm]);
                for (double value : run.values()[step][arm]) {
                    text.append(',').append(value);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    String text(Stream<SweepRun> runs) {
        StringBuilder text = new StringBuilder(header());
        runs.forEach(run -> text.append(rows(run)));
        return text.toString();
    }

    /**
     * Reads a table, which may break off anywhere: a run that is not whole is left out. That of another sweep is
     * refused.
     */
    List<SweepRun> read(String text) {
        int whole = text.lastIndexOf('\n') + 1;
        if (whole == 0) {
            return List.of();
        }
        Check.that(text.startsWith(header()), "The table", "has other columns; it is of another sweep.");
        Map<Integer, List<String[]>> rows = new LinkedHashMap<>();
        text.substring(header().length(), whole).lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            rows.computeIfAbsent(Integer.parseInt(cells[0]), run -> new ArrayList<>())
                    .add(cells);
        });
        List<SweepRun> runs = new ArrayList<>();
        rows.forEach((index, ofRun) -> {
            if (ofRun.size() == sweep.arms() * sweep.steps().size()) {
                runs.add(run(index, ofRun));
            }
        });
        return runs;
    }

    private SweepRun run(int index, List<String[]> rows) {
        int steps = sweep.steps().size();
        int fixed = FIXED + sweep.axes().size();
        long[] diverged = new long[sweep.arms()];
        double[][][] values = new double[steps][sweep.arms()][sweep.measures().size()];
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i);
            int arm = i / steps;
            diverged[arm] = cells[fixed - 1].isEmpty() ? SweepRun.NOT_DIVERGED : Long.parseLong(cells[fixed - 1]);
            for (int k = 0; k < values[i % steps][arm].length; k++) {
                values[i % steps][arm][k] = Double.parseDouble(cells[fixed + k]);
            }
        }
        return new SweepRun(index, diverged, values);
    }
}
