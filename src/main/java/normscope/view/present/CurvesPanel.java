package normscope.view.present;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import normscope.chart.BandsFigure;
import normscope.chart.ChartTheme;
import normscope.chart.CurvesFigure;
import normscope.chart.FigureCanvas;
import normscope.view.FigureFeeds;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.PresentViewModel;

/** Something of both arms over the steps: the loss or the accuracy, or the percentiles of a layer. */
final class CurvesPanel implements Content {

    private static final int POINTS = 300;

    private final PresentViewModel vm;
    private final boolean small;
    private final StackPane node = new StackPane();
    private final CurvesFigure curves;
    private final BandsFigure bands;
    private final FigureCanvas canvas;

    private CurvesPanel(PresentViewModel vm, ChartTheme theme, boolean small, boolean isBands) {
        this.vm = vm;
        this.small = small;
        curves = isBands ? null : new CurvesFigure();
        bands = isBands ? new BandsFigure() : null;
        canvas = new FigureCanvas(isBands ? bands : curves);
        canvas.setTheme(theme);
        node.getChildren().setAll(canvas);
    }

    /** The loss, or the accuracy where the experiment's curves show it. */
    static CurvesPanel loss(PresentViewModel vm, ChartTheme theme, boolean small) {
        return new CurvesPanel(vm, theme, small, false);
    }

    /** The percentiles of the layer that is shown. */
    static CurvesPanel bands(PresentViewModel vm, ChartTheme theme, boolean small) {
        return new CurvesPanel(vm, theme, small, true);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void refresh() {
        LabViewModel lab = vm.shownProperty().get();
        if (bands != null) {
            bands.setTitle(Texts.text("present.bands", vm.layer() + 1), null);
            FigureFeeds.feed(bands, lab, vm.layer());
        } else {
            boolean accuracy = lab.curves().showAccuracyProperty().get();
            curves.setTitle(Texts.text("curves.accuracy." + accuracy), null);
            FigureFeeds.feed(curves, lab, accuracy, small ? POINTS / 4 : POINTS);
        }
        canvas.redraw();
    }
}
