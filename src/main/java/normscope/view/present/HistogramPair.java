package normscope.view.present;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.HistogramFigure;
import normscope.experiment.Arms;
import normscope.stats.Histogram;
import normscope.view.FigureFeeds;
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LayerRow;
import normscope.viewmodel.PresentViewModel;

/** One layer's histograms: one arm beside the other, on one axis. */
final class HistogramPair implements Content {

    private final PresentViewModel vm;
    private final HBox node = new HBox();
    private final List<Half> halves;

    HistogramPair(PresentViewModel vm, ChartTheme theme, boolean small) {
        this.vm = vm;
        halves = IntStream.range(0, vm.shownProperty().get().curves().arms())
                .mapToObj(arm -> new Half(arm, theme, small))
                .toList();
        node.getStyleClass().add(small ? "present-small-pair" : "present-pair");
        halves.forEach(half -> node.getChildren().add(half.node));
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
        String after = lab.layers().afterProperty().get().name();
        for (Half half : halves) {
            HistogramView view = row.last(half.arm);
            half.show(row, view, density, note(view.place() == HistogramView.Place.AFTER ? after : "Z"));
        }
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
        private final int arm;
        private final Label note = new Label();
        private final LiveText mean = new LiveText("−000.00", Pos.CENTER_LEFT);
        private final LiveText sd = new LiveText("000.00", Pos.CENTER_LEFT);

        Half(int arm, ChartTheme theme, boolean small) {
            this.arm = arm;
            figure = new HistogramFigure(FigureFeeds.role(arm));
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
            Label name = new Label(Texts.text("present.arm." + Arms.key(arm)));
            name.getStyleClass().addAll("present-arm", FigureFeeds.style(arm));
            note.getStyleClass().add("present-note");
            HBox numbers = new HBox(word("present.mean"), mean, word("present.sd"), sd);
            numbers.getStyleClass().add("present-numbers");
            mean.setId("present-mean-" + Arms.key(arm));
            sd.setId("present-sd-" + Arms.key(arm));
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
            boolean plain = view.place() == HistogramView.Place.AFTER && !view.normalized();
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
