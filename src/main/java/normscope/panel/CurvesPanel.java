package normscope.panel;

import java.util.ArrayList;
import java.util.List;
import normscope.chart.CurvesFigure;
import normscope.chart.CurvesFigure.Kind;
import normscope.chart.CurvesFigure.Series;
import normscope.chart.Figure;
import normscope.chart.Role;
import normscope.history.Series.Curve;
import normscope.lab.CurvesViewModel;
import normscope.lab.CurvesViewModel.Metric;
import normscope.lab.EventFlag;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** The loss of all arms over all steps, or the accuracy while the view model asks for that. */
final class CurvesPanel implements Panel {

    @Override
    public List<PanelWord> words() {
        return List.of(PanelWord.LOSS, PanelWord.ACCURACY);
    }

    private static boolean accuracy(LabViewModel vm) {
        return vm.curves().showAccuracyProperty().get();
    }

    @Override
    public String id(LabViewModel vm) {
        return accuracy(vm) ? "accuracy" : "loss";
    }

    @Override
    public String name(LabViewModel vm) {
        return Texts.text("present.panel." + (accuracy(vm) ? "ACCURACY" : "LOSS"));
    }

    @Override
    public List<PanelFigure> figures(LabViewModel vm, Look look) {
        return List.of(new Curves(look, new CurvesFigure()));
    }

    /** The curves at one place. */
    private record Curves(Look look, CurvesFigure chart) implements PanelFigure {

        @Override
        public List<Figure> charts() {
            return List.of(chart);
        }

        @Override
        public Figure feed(LabViewModel vm, int points) {
            CurvesViewModel curves = vm.curves();
            boolean accuracy = accuracy(vm);
            if (look != Look.CARD) {
                // Before a class the numbers beside the name are read first: they are those of the training set.
                String key = look == Look.SCREEN ? "curves.screen.accuracy." : "curves.accuracy.";
                String of = look == Look.SCREEN ? "curves.screen.of" : "curves.page.of";
                chart.setTitle(Texts.text(key + accuracy), Texts.text(of));
            }
            chart.setMetric(accuracy ? CurvesFigure.Metric.ACCURACY : CurvesFigure.Metric.LOSS);
            chart.setLogAxis(curves.logAxisProperty().get());
            // A loss is told by the labels: where these are hidden, so is what was measured since they are.
            double until =
                    vm.evaluation().labelsShownProperty().get() ? Double.POSITIVE_INFINITY : lastChange(vm.events());
            List<Series> series = new ArrayList<>();
            for (int arm = 0; arm < curves.arms(); arm++) {
                if (!accuracy) {
                    series.add(series(
                            arm, Kind.BATCH_TRAIN, curves.batchLoss(arm, points).upTo(until)));
                }
                Metric train = accuracy ? Metric.TRAIN_ACCURACY : Metric.TRAIN_LOSS;
                Metric test = accuracy ? Metric.TEST_ACCURACY : Metric.TEST_LOSS;
                series.add(
                        series(arm, Kind.TRAIN_EVAL, curves.wholeSet(arm, train).upTo(until)));
                series.add(
                        series(arm, Kind.TEST_EVAL, curves.wholeSet(arm, test).upTo(until)));
            }
            chart.setSeries(series);
            Feeds.feed(chart, vm);
            return chart;
        }

        private static double lastChange(List<EventFlag> events) {
            return events.stream().mapToDouble(EventFlag::step).max().orElse(Double.POSITIVE_INFINITY);
        }

        private static Series series(int arm, Kind kind, Curve curve) {
            return new Series(Role.of(arm), kind, curve.x(), curve.min(), curve.max(), curve.mean());
        }
    }
}
