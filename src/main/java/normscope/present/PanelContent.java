package normscope.present;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.experiment.Arms;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.PanelFigure.Reading;
import normscope.panel.PanelWord;
import normscope.panel.Panels;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.text.Texts;

/** A panel on the screen: its figures side by side; the large ones with what they show, in words and numbers. */
final class PanelContent implements Content {

    private static final int POINTS = 300;
    private static final double GAP = 36;
    private static final double SMALL_GAP = 9;

    private final PresentViewModel vm;
    private final int points;
    private final Pair node;
    private final List<Part> parts;

    PanelContent(PresentViewModel vm, Panel panel, ChartTheme theme, Look look) {
        this.vm = vm;
        boolean small = look == Look.THUMBNAIL;
        points = small ? POINTS / 4 : POINTS;
        LabViewModel lab = vm.shownProperty().get();
        parts = panel.figures(lab, look).stream()
                .map(figure -> new Part(figure, lab, theme, small))
                .toList();
        node = new Pair(
                small ? SMALL_GAP : GAP, parts.stream().map(part -> part.node).toList());
    }

    /** Lets a click zoom it. Nothing pops up before a class, so nothing in it needs to know where the mouse is. */
    PanelContent zooming(PanelWord word) {
        node.getChildrenUnmodifiable().forEach(child -> child.setMouseTransparent(true));
        node.setOnMouseClicked(event -> vm.zoom(word));
        node.setPickOnBounds(true);
        return this;
    }

    /** What is said of a panel: its name, or that of the instrument. */
    static String name(PresentViewModel vm, PanelWord word) {
        return Panels.of(word)
                .map(panel -> panel.name(vm.shownProperty().get()))
                .orElseGet(() -> InstrumentContent.name(vm.instrumentProperty().get()));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void refresh() {
        LabViewModel lab = vm.shownProperty().get();
        parts.forEach(part -> part.show(lab, points));
    }

    /** One figure, of one arm or of all. */
    private static final class Part {
        private final PanelFigure figure;
        private final FigureView view;
        private final Region node;
        private final FittingLabel name = new FittingLabel();
        private final FittingLabel note = Parts.styled(new FittingLabel(), "present-note");
        private final Map<Reading, LiveText> numbers = new LinkedHashMap<>();

        Part(PanelFigure figure, LabViewModel lab, ChartTheme theme, boolean small) {
            this.figure = figure;
            view = new FigureView(figure, chart -> {
                FigureCanvas canvas = new FigureCanvas(chart);
                canvas.setTheme(theme);
                return canvas;
            });
            node = small || figure.arm() == PanelFigure.ALL_ARMS ? view : withWords(lab);
            node.setMinSize(0, 0);
        }

        private VBox withWords(LabViewModel lab) {
            name.getStyleClass().addAll("present-arm", Figures.style(figure.arm()));
            VBox box = new VBox(name);
            if (figure.note(lab) != null) {
                box.getChildren().add(note);
            }
            HBox line = Parts.styled(new HBox(), "present-numbers");
            for (Reading reading : figure.readings()) {
                Label word = Parts.label(Texts.text("present." + reading.id()));
                LiveText number = Parts.named(
                        new LiveText(reading.widest(), Pos.CENTER_LEFT),
                        "present-" + reading.id() + "-" + Arms.key(figure.arm()));
                numbers.put(reading, number);
                line.getChildren().addAll(word, number);
            }
            VBox.setVgrow(view, Priority.ALWAYS);
            box.getChildren().addAll(view, line);
            return box;
        }

        private String name(LabViewModel lab) {
            int arm = figure.arm();
            return arm == PanelFigure.ALL_ARMS
                    ? ""
                    : ArmNames.of(lab.configProperty().get(), arm, Texts.text("present.arm." + Arms.key(arm)));
        }

        void show(LabViewModel lab, int points) {
            view.show(lab, points);
            name.setWordings(name(lab));
            String says = figure.note(lab);
            if (says != null) {
                note.setWordings(says);
            }
            numbers.forEach((reading, number) -> {
                String value = reading.value().apply(lab);
                if (value != null) {
                    number.setText(value);
                }
            });
        }
    }

    /** Regions of the same size, side by side, or one below the other where the place is higher than it is wide. */
    private static final class Pair extends Pane {

        private final double gap;

        /** Puts regions together, so many pixels apart. */
        Pair(double gap, List<Region> parts) {
            this.gap = gap;
            setMinSize(0, 0);
            getChildren().setAll(parts);
        }

        @Override
        protected void layoutChildren() {
            List<Node> parts = getManagedChildren();
            boolean beside = getWidth() >= getHeight();
            int gaps = parts.size() - 1;
            double width = beside ? (getWidth() - gaps * gap) / parts.size() : getWidth();
            double height = beside ? getHeight() : (getHeight() - gaps * gap) / parts.size();
            for (int i = 0; i < parts.size(); i++) {
                double x = beside ? i * (width + gap) : 0;
                double y = beside ? 0 : i * (height + gap);
                parts.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
            }
        }
    }
}
