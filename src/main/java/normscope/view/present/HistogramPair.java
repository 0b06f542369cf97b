package normscope.view.present;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.HistogramFigure;
import normscope.chart.Role;
import normscope.stats.Histogram;
import normscope.view.FigureFeeds;
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LayerRow;
import normscope.viewmodel.PresentViewModel;

/** One layer's histograms: without batch norm at the left, with at the right, on one axis. */
final class HistogramPair implements Content {

    private final PresentViewModel vm;
    private final HBox node = new HBox();
    private final Half without;
    private final Half with;

    HistogramPair(PresentViewModel vm, ChartTheme theme, boolean small) {
        this.vm = vm;
        without = new Half(Role.WITHOUT, theme, small);
        with = new Half(Role.WITH, theme, small);
        node.getStyleClass().add(small ? "present-small-pair" : "present-pair");
        node.getChildren().setAll(without.node, with.node);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void refresh() {
        LabViewModel lab = vm.shownProperty().get();
        LayerRow row = lab.layers().row(vm.layer());
        boolean density = lab.layers().densityProperty().get();
        without.show(row, row.without(), density, note("Z"));
        with.show(
                row,
                row.after(),
                density,
                note(lab.layers().afterProperty().get().name()));
    }

    private String note(String quantity) {
        LayerRow row = vm.shownProperty().get().layers().row(vm.layer());
        String layer = Texts.text("present.layer", vm.layer() + 1, Texts.text("present.quantity." + quantity));
        return row.unit() < 0 ? layer : Texts.text("present.unit", layer, row.unit() + 1);
    }

    /** One of the two. */
    private static final class Half {
        private final VBox node = new VBox();
        private final HistogramFigure figure;
        private final FigureCanvas canvas;
        private final Role role;
        private final Label note = new Label();
        private final LiveText mean = new LiveText("−000.00", Pos.CENTER_LEFT);
        private final LiveText sd = new LiveText("000.00", Pos.CENTER_LEFT);

        Half(Role role, ChartTheme theme, boolean small) {
            this.role = role;
            figure = new HistogramFigure(role);
            figure.setStatistics(false);
            canvas = new FigureCanvas(figure);
            canvas.setTheme(theme);
            VBox.setVgrow(canvas, Priority.ALWAYS);
            HBox.setHgrow(node, Priority.ALWAYS);
            node.setPrefWidth(0);
            node.setMinWidth(0);
            if (small) {
                node.getChildren().setAll(canvas);
                return;
            }
            Label name = new Label(Texts.text("present.arm." + role));
            name.getStyleClass().addAll("present-arm", role == Role.WITHOUT ? "arm-without" : "arm-with");
            note.getStyleClass().add("present-note");
            HBox numbers = new HBox(word("present.mean"), mean, word("present.sd"), sd);
            numbers.getStyleClass().add("present-numbers");
            mean.setId("present-mean-" + role);
            sd.setId("present-sd-" + role);
            node.getChildren().setAll(name, note, canvas, numbers);
        }

        private static Label word(String key) {
            Label word = new Label(Texts.text(key));
            word.setMinWidth(Region.USE_PREF_SIZE);
            return word;
        }

        void show(LayerRow row, HistogramView view, boolean density, String what) {
            FigureFeeds.feed(figure, row, view, density);
            canvas.redraw();
            boolean plain = role == Role.WITH && !view.normalized();
            note.setText(plain ? Texts.text("present.not-normalized", what) : what);
            Histogram values = view.histogram();
            mean.setText(number(values == null ? Double.NaN : values.mean()));
            sd.setText(number(values == null ? Double.NaN : values.sd()));
        }

        private static String number(double value) {
            if (!Double.isFinite(value)) {
                return "–";
            }
            String pattern = Math.abs(value) < 9_999.5 ? "%.2f" : "%.1e";
            String text = String.format(Locale.ROOT, pattern, value);
            return text.matches("-0\\.0*") ? text.substring(1) : text.replace('-', '−');
        }
    }
}
