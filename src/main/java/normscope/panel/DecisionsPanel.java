package normscope.panel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.chart.BoundaryFigure;
import normscope.chart.ConfusionFigure;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.chart.Role;
import normscope.data.TrueRule;
import normscope.experiment.Arms;
import normscope.lab.EvaluationViewModel;
import normscope.lab.LabViewModel;
import normscope.runner.Evaluation;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What each arm answers: its regions with the data in the plane, else its confusion matrix. */
public final class DecisionsPanel implements Panel {

    /** The room for the words above a figure on a page. */
    private static final double HEAD = 26;

    private static final double SIDE = 369;

    DecisionsPanel() {}

    @Override
    public List<PanelWord> words() {
        return List.of(PanelWord.BOUNDARIES);
    }

    @Override
    public String id(LabViewModel vm) {
        return "decisions";
    }

    @Override
    public String name(LabViewModel vm) {
        return Texts.text("present.panel." + (vm.evaluation().twoDimensional() ? "BOUNDARIES" : "CONFUSION"));
    }

    @Override
    public List<PanelFigure> figures(LabViewModel vm, Look look) {
        return IntStream.range(0, vm.curves().arms())
                .<PanelFigure>mapToObj(arm -> new Decision(arm, look))
                .toList();
    }

    @Override
    public Area area(LabViewModel vm, double unit) {
        return Area.ofSize(2 * SIDE * unit + Area.GAP, (HEAD + SIDE) * unit);
    }

    /** {@return the height on a page whose letters have this scale, if its squares have these sides} */
    public double height(double side, double unit) {
        return HEAD * unit + side;
    }

    @Override
    public void put(FigurePage page, LabViewModel vm, List<PanelFigure> figures, Area area, double unit) {
        double side = area.height() - HEAD * unit;
        double top = area.y() + HEAD * unit;
        for (PanelFigure figure : figures) {
            int arm = figure.arm();
            double left = area.x() + arm * (side + Area.GAP);
            Double accuracy = vm.evaluation().testAccuracy(arm);
            String of = name(vm, arm);
            String name = accuracy == null ? of : Texts.text("figure.arm", of, Numbers.percent(accuracy, 1));
            page.text(name, left, top - 9 * unit, Role.of(arm), true);
            page.card(figure.feed(vm, 0), left, top, side, side);
        }
    }

    /** {@return what an arm is called above its answers} */
    public static String name(LabViewModel vm, int arm) {
        return Feeds.name(vm, arm, Texts.text("decision." + Arms.key(arm)));
    }

    /** {@return the raster of an arm's answers; null if the data are not two-dimensional, or the arm has diverged} */
    public static BoundaryFigure.Grid grid(Evaluation evaluation, int arm) {
        Evaluation.Grid shape = evaluation.grid();
        float[] probabilities = evaluation.arm(arm).probabilities();
        return probabilities == null
                ? null
                : new BoundaryFigure.Grid(shape.x0(), shape.x1(), shape.y0(), shape.y1(), shape.n(), probabilities);
    }

    private static final Map<TrueRule, BoundaryFigure.Rule> RULES = new EnumMap<>(TrueRule.class);

    /** {@return a rule as a figure takes it; the same object for the same rule} */
    public static BoundaryFigure.Rule ruleOf(TrueRule rule) {
        return RULES.computeIfAbsent(rule, each -> each::label);
    }

    /** {@return examples of the view model as a figure takes them} */
    public static List<BoundaryFigure.DataPoint> points(List<EvaluationViewModel.DataPoint> points) {
        return points.stream()
                .map(point -> new BoundaryFigure.DataPoint(point.x(), point.y(), point.label(), point.test()))
                .toList();
    }

    /** The answers of one arm at one place. */
    private static final class Decision implements PanelFigure {
        private final int arm;
        private final Look look;
        private final BoundaryFigure boundary = new BoundaryFigure();
        private final ConfusionFigure confusion = new ConfusionFigure();
        private List<EvaluationViewModel.DataPoint> pointsShown;

        Decision(int arm, Look look) {
            this.arm = arm;
            this.look = look;
        }

        @Override
        public int arm() {
            return arm;
        }

        @Override
        public List<Figure> charts() {
            return List.of(boundary, confusion);
        }

        @Override
        public List<Reading> readings() {
            return List.of(new Reading("accuracy", Numbers.percent(1, 1), vm -> {
                if (!vm.evaluation().labelsShownProperty().get()) {
                    return "?";
                }
                Double accuracy = vm.evaluation().testAccuracy(arm);
                return accuracy == null ? null : Numbers.percent(accuracy, 1);
            }));
        }

        @Override
        public Figure feed(LabViewModel vm, int points) {
            EvaluationViewModel evaluation = vm.evaluation();
            Evaluation now = evaluation.evaluationProperty().get();
            Figure shown = evaluation.twoDimensional() ? boundary : confusion;
            if (shown == boundary && (now != null || pointsShown == null)) {
                showPoints(evaluation);
            }
            if (now == null) {
                // The picture of a moment ago stays until the next one is ready: a blank would flicker.
                return shown;
            }
            // On its card in the window, the words of a diverged arm are of the window.
            String state = look == Look.CARD ? null : Feeds.state(vm.curves().divergence(arm));
            if (shown == boundary) {
                boundary.setGrid(grid(now, arm));
                TrueRule rule = evaluation.rule();
                boundary.setRule(rule == null || look == Look.THUMBNAIL ? null : ruleOf(rule));
                boundary.setState(state);
            } else {
                confusion.setCounts(now.arm(arm).confusion());
                confusion.setState(state);
            }
            return shown;
        }

        /** The figure keeps its picture of the points as long as it gets the same list. */
        private void showPoints(EvaluationViewModel evaluation) {
            if (pointsShown != evaluation.points()) {
                pointsShown = evaluation.points();
                boundary.setPoints(points(pointsShown));
                if (look != Look.THUMBNAIL) {
                    boundary.setFormer(points(evaluation.formerPoints()));
                }
            }
        }
    }
}
