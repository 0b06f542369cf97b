package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.instrument.Headless;
import normscope.sweep.Axis;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.text.Texts;

/** A sweep without a window: for each value the mean over the seeds that have not diverged. */
public final class SweepRows implements Headless {

    private final SweepSettings settings;
    private List<Row> rows;

    private SweepRows(SweepSettings settings) {
        this.settings = settings;
    }

    /** {@return what the runs of a sweep come to, whatever the moment} */
    public static Headless headless(SweepSettings settings) {
        return new SweepRows(settings);
    }

    @Override
    public List<Column> columns() {
        Axis axis = settings.sweep().axes().get(0);
        String name = Json.name(settings.setting()).replace('-', '_');
        String metric = Texts.text("sweep.metric." + settings.metric());
        List<Column> columns = new ArrayList<>();
        for (int x = 0; x < axis.size(); x++) {
            String column = name + "_" + axis.plain(x);
            String at = axis.name() + " " + axis.read(x);
            columns.add(Column.linear(column, Texts.text("measured.mean", at, metric)));
            columns.add(Column.linear(column + "_diverged", Texts.text("measured.diverged", at)));
        }
        return columns;
    }

    @Override
    public List<Row> at(Experiment living) {
        if (rows == null) {
            Sweep sweep = settings.sweep();
            SweepResult result = SweepResult.none(sweep).with(sweep.runAll());
            rows = IntStream.range(0, sweep.arms())
                    .mapToObj(arm -> new Row(
                            arm,
                            -1,
                            IntStream.range(0, sweep.size(0))
                                    .mapToObj(x -> result.cell(new Shown(0, 0), arm, new Place(x, 0)))
                                    .flatMapToDouble(cell -> DoubleStream.of(cell.mean(), cell.diverged()))
                                    .toArray()))
                    .toList();
        }
        return rows;
    }
}
