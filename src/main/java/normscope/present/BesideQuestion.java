package normscope.present;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.PicturesFigure;
import normscope.control.Parts;
import normscope.lesson.Page;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelWord;
import normscope.panel.Panels;

/** What a class has before its eyes while it thinks about a question: at most two pictures, one below the other. */
final class BesideQuestion extends VBox {

    private static final int MOST = 2;

    private final PresentViewModel vm;
    private final ChartTheme theme;
    private final Map<PanelWord, Content> pictures = new EnumMap<>(PanelWord.class);
    private final Content examples;
    private List<Content> shown = List.of();

    BesideQuestion(PresentViewModel vm, ChartTheme theme) {
        this.vm = vm;
        this.theme = theme;
        examples = new Examples();
        getStyleClass().add("present-beside");
        setMinSize(0, 0);
    }

    /**
     * Shows what the page of the question shows too: its large panel, then the data, then the histograms. Not its
     * instrument: what that measures may be the answer. Returns whether there is a picture.
     */
    boolean arrange() {
        Page page = vm.scriptProperty().get().current();
        if (page == null) {
            return false;
        }
        boolean planar = vm.shownProperty().get().evaluation().twoDimensional();
        Stream<Content> data = planar ? Stream.of() : Stream.of(examples);
        Stream<Content> panels = Stream.of(vm.bigProperty().get(), PanelWord.BOUNDARIES, PanelWord.HISTOGRAMS)
                .distinct()
                .filter(word -> word != PanelWord.INSTRUMENT)
                .filter(word -> word == vm.bigProperty().get() || page.panels().contains(word))
                .map(this::picture);
        shown = Stream.concat(data, panels).limit(MOST).toList();
        if (!getChildren().equals(shown.stream().map(Content::node).toList())) {
            getChildren().setAll(shown.stream().map(Content::node).toList());
        }
        return !shown.isEmpty();
    }

    private Content picture(PanelWord word) {
        return pictures.computeIfAbsent(word, each -> {
            Panel panel = Panels.of(each).orElseThrow();
            Content content = new PanelContent(vm, panel, theme, Look.SCREEN).zooming(each);
            VBox.setVgrow(content.node(), Priority.ALWAYS);
            return content;
        });
    }

    void refresh() {
        shown.forEach(Content::refresh);
    }

    /** A few of the examples that are drawn, if they are pictures. */
    private final class Examples implements Content {
        private static final int PICTURES = 12;

        private final PicturesFigure figure = new PicturesFigure();
        private final FigureCanvas canvas = Parts.named(new FigureCanvas(figure), "present-examples");

        Examples() {
            canvas.setTheme(theme);
            canvas.setMouseTransparent(true);
            VBox.setVgrow(canvas, Priority.ALWAYS);
        }

        @Override
        public Region node() {
            return canvas;
        }

        @Override
        public void refresh() {
            figure.setPictures(vm.shownProperty().get().evaluation().samples(PICTURES).stream()
                    .map(ink -> new PicturesFigure.Picture(ink, 0, PicturesFigure.UNTOLD, false))
                    .toList());
            canvas.redraw();
        }
    }
}
