package normscope.instrument.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.instrument.Headless;
import normscope.sweep.SweepJob;
import normscope.text.Texts;

/** The landscape without a window: a row a point of each arm's grid. */
public record LandscapeRows(LandscapeSettings settings) implements Headless {

    @Override
    public List<Column> columns() {
        return List.of(
                Column.linear("first", Texts.text("landscape.first")),
                Column.linear("second", Texts.text("landscape.second")),
                Column.logarithmic("loss", Texts.text("landscape.loss")));
    }

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public List<Row> at(Experiment living) {
        Survey survey = new Survey(settings, living.config(), living.split(), living.snapshot());
        IntStream.range(0, SweepJob.cores()).parallel().forEach(thread -> survey.work(share -> {}, () -> false));
        List<Landscape.OfArm> arms = survey.result().arms();
        int side = settings.side();
        List<Row> rows = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            double[] losses =
                    arms.get(arm) == null ? new double[0] : arms.get(arm).losses();
            for (int i = 0; i < losses.length; i++) {
                double first = Landscape.place(settings, i % side);
                double second = Landscape.place(settings, i / side);
                rows.add(new Row(arm, -1, first, second, losses[i]));
            }
        }
        return rows;
    }
}
