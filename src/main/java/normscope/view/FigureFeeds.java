package normscope.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.chart.BandsFigure;
import normscope.chart.BoundaryFigure;
import normscope.chart.CurvesFigure;
import normscope.chart.HistogramFigure;
import normscope.chart.Mark;
import normscope.chart.Role;
import normscope.experiment.Arms;
import normscope.experiment.Divergence;
import normscope.history.Series.Curve;
import normscope.runner.Evaluation;
import normscope.text.Numbers;
import normscope.view.text.Texts;
import normscope.viewmodel.CurvesViewModel;
import normscope.viewmodel.CurvesViewModel.Metric;
import normscope.viewmodel.EvaluationViewModel;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LayerRow;

/** Gives figures what the view model says, for the window and for pictures without one. */
public final class FigureFeeds {

    private FigureFeeds() {}

    /**
     * The colour of an arm.
     *
     * @param arm which arm, from 0
     * @return its role in figures
     */
    public static Role role(int arm) {
        return Role.of(arm);
    }

    /**
     * The colour of a histogram.
     *
     * @param view the histogram
     * @return that of its arm, paler before normalization
     */
    public static Role role(HistogramView view) {
        return new Role(view.arm(), view.place() == HistogramView.Place.BEFORE);
    }

    /**
     * The style class of an arm's words.
     *
     * @param arm which arm, from 0
     * @return as in the style sheet
     */
    public static String style(int arm) {
        return "arm-" + Arms.key(arm);
    }

    /**
     * What stands above a column of histograms.
     *
     * @param view any histogram of the column
     * @return wordings from long to short, with a bar between them
     */
    public static String head(HistogramView view) {
        return Texts.text("column." + view.place());
    }

    /**
     * What a column of histograms shows.
     *
     * @param vm what is shown
     * @param view any histogram of the column
     * @return wordings from long to short, with a bar between them
     */
    public static String headNote(LabViewModel vm, HistogramView view) {
        if (view.place() != HistogramView.Place.AFTER) {
            return Texts.text("column." + view.place() + ".note");
        }
        String activation =
                Texts.text("activation." + vm.configProperty().get().network().activation());
        return Texts.text("column.AFTER.note." + vm.layers().afterProperty().get(), activation);
    }

    /**
     * Feeds one histogram of a row.
     *
     * @param figure modified
     * @param row the layer
     * @param view which of its histograms
     * @param density whether heights are densities
     */
    public static void feed(HistogramFigure figure, LayerRow row, HistogramView view, boolean density) {
        figure.setAxis(row.axisMin(), row.axisMax());
        figure.setHistogram(view.histogram());
        figure.setOutline(view.outline());
        figure.setDensity(density);
        figure.setState(
                view.divergence() == null
                        ? null
                        : Texts.text(
                                "row.diverged",
                                Numbers.grouped(view.divergence().step())));
    }

    /**
     * Feeds the curves of loss or accuracy.
     *
     * @param figure modified
     * @param vm what to show
     * @param accuracy whether accuracies are shown, not losses
     * @param columns the most points of a curve
     */
    public static void feed(CurvesFigure figure, LabViewModel vm, boolean accuracy, int columns) {
        CurvesViewModel curves = vm.curves();
        figure.setView(curves.view());
        figure.setMetric(accuracy ? CurvesFigure.Metric.ACCURACY : CurvesFigure.Metric.LOSS);
        figure.setLogAxis(curves.logAxisProperty().get());
        List<CurvesFigure.Series> series = new ArrayList<>();
        for (int arm = 0; arm < curves.arms(); arm++) {
            if (!accuracy) {
                series.add(series(arm, CurvesFigure.Kind.BATCH_TRAIN, curves.batchLoss(arm, columns)));
            }
            Metric train = accuracy ? Metric.TRAIN_ACCURACY : Metric.TRAIN_LOSS;
            Metric test = accuracy ? Metric.TEST_ACCURACY : Metric.TEST_LOSS;
            series.add(series(arm, CurvesFigure.Kind.TRAIN_EVAL, curves.wholeSet(arm, train)));
            series.add(series(arm, CurvesFigure.Kind.TEST_EVAL, curves.wholeSet(arm, test)));
        }
        figure.setSeries(series);
        figure.setDivergences(divergences(curves));
        figure.setMarks(marks(vm));
        figure.setCursor(cursor(curves));
    }

    private static CurvesFigure.Series series(int arm, CurvesFigure.Kind kind, Curve curve) {
        return new CurvesFigure.Series(role(arm), kind, curve.x(), curve.min(), curve.max(), curve.mean());
    }

    /**
     * Feeds the percentile bands of a layer, or of its unit that is looked at.
     *
     * @param figure modified
     * @param vm what to show
     * @param layer the hidden layer, from 0
     */
    public static void feed(BandsFigure figure, LabViewModel vm, int layer) {
        figure.setView(vm.curves().view());
        figure.setBands(IntStream.range(0, vm.curves().arms())
                .mapToObj(arm -> band(arm, bands(vm, arm, layer)))
                .toList());
        figure.setDivergences(divergences(vm.curves()));
        figure.setMarks(marks(vm));
        figure.setCursor(cursor(vm.curves()));
    }

    private static Map<Role, Divergence> divergences(CurvesViewModel curves) {
        Map<Role, Divergence> divergences = new HashMap<>();
        for (int arm = 0; arm < curves.arms(); arm++) {
            Divergence divergence = curves.divergence(arm);
            if (divergence != null) {
                divergences.put(role(arm), divergence);
            }
        }
        return divergences;
    }

    /**
     * What to write where a diverged arm has nothing to show.
     *
     * @param vm what to show
     * @param arm which arm
     * @return null if the arm goes on
     */
    public static String end(LabViewModel vm, int arm) {
        Divergence divergence = vm.curves().divergence(arm);
        return divergence == null ? null : Texts.text("row.diverged", Numbers.grouped(divergence.step()));
    }

    private static CurvesViewModel.Bands bands(LabViewModel vm, int arm, int layer) {
        return vm.layers().oneUnitProperty().get()
                ? vm.curves().bands(arm, layer, vm.layers().unitProperty().get())
                : vm.curves().bands(arm, layer);
    }

    /**
     * What the percentile bands are of.
     *
     * @param vm what is shown
     * @return wordings from long to short, with a bar between them
     */
    public static String bandsNote(LabViewModel vm) {
        return vm.layers().oneUnitProperty().get()
                ? Texts.text("bands.note-unit", vm.layers().unitProperty().get() + 1)
                : Texts.text("bands.note");
    }

    private static BandsFigure.Band band(int arm, CurvesViewModel.Bands bands) {
        return new BandsFigure.Band(role(arm), bands.x(), bands.p15(), bands.p50(), bands.p85());
    }

    private static List<Mark> marks(LabViewModel vm) {
        return vm.events().stream()
                .map(event -> new Mark(event.step(), event.label()))
                .toList();
    }

    private static double cursor(CurvesViewModel curves) {
        return curves.cursorStep() < 0 ? Double.NaN : curves.cursorStep();
    }

    /**
     * The raster of an arm's decision.
     *
     * @param evaluation the moment
     * @param arm which arm
     * @param classes the number of classes
     * @return null if the data are not two-dimensional, or the arm has diverged
     */
    public static BoundaryFigure.Grid grid(Evaluation evaluation, int arm, int classes) {
        Evaluation.Grid shape = evaluation.grid();
        Evaluation.Arm mine = evaluation.arm(arm);
        return mine.probabilities() == null
                ? null
                : new BoundaryFigure.Grid(
                        shape.x0(), shape.x1(), shape.y0(), shape.y1(), shape.n(), classes, mine.probabilities());
    }

    /**
     * The examples.
     *
     * @param evaluation whose data
     * @return all examples in the plane
     */
    public static List<BoundaryFigure.DataPoint> points(EvaluationViewModel evaluation) {
        return points(evaluation.points());
    }

    /**
     * The examples as they were before any shift.
     *
     * @param evaluation whose data
     * @return empty when nothing has shifted them
     */
    public static List<BoundaryFigure.DataPoint> former(EvaluationViewModel evaluation) {
        return points(evaluation.formerPoints());
    }

    private static List<BoundaryFigure.DataPoint> points(List<EvaluationViewModel.DataPoint> points) {
        return points.stream()
                .map(point -> new BoundaryFigure.DataPoint(point.x(), point.y(), point.label(), point.test()))
                .toList();
    }
}
