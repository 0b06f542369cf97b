package normscope.present;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.lesson.Page;
import normscope.panel.Panel.Look;
import normscope.panel.PanelWord;
import normscope.panel.Panels;

/** What a class has before its eyes while it thinks about a question: at most two pictures, one below the other. */
final class BesideQuestion extends VBox {

    private static final int MOST = 2;

    private final PresentViewModel vm;
    private final ChartTheme theme;
    private final Map<PanelWord, Content> pictures = new EnumMap<>(PanelWord.class);
    private List<Content> shown = List.of();

    BesideQuestion(PresentViewModel vm, ChartTheme theme) {
        this.vm = vm;
        this.theme = theme;
        getStyleClass().add("present-beside");
        setMinSize(0, 0);
    }

    /**
     * Shows what the page of the question shows too: its large panel, then the data, then the histograms. Not its
     * instrument: what that measures may be the answer.
     *
     * @return whether there is a picture
     */
    boolean arrange() {
        Page page = vm.scriptProperty().get().current();
        List<PanelWord> words = page == null
                ? List.of()
                : Stream.of(vm.bigProperty().get(), PanelWord.BOUNDARIES, PanelWord.HISTOGRAMS)
                        .distinct()
                        .filter(word -> word != PanelWord.INSTRUMENT)
                        .filter(word ->
                                word == vm.bigProperty().get() || page.panels().contains(word))
                        .limit(MOST)
                        .toList();
        shown = words.stream().map(this::picture).toList();
        if (!getChildren().equals(shown.stream().map(Content::node).toList())) {
            getChildren().setAll(shown.stream().map(Content::node).toList());
        }
        return !shown.isEmpty();
    }

    private Content picture(PanelWord word) {
        return pictures.computeIfAbsent(word, each -> {
            Content content = new PanelContent(vm, Panels.of(each).orElseThrow(), theme, Look.SCREEN);
            content.node().getChildrenUnmodifiable().forEach(child -> child.setMouseTransparent(true));
            content.node().setOnMouseClicked(event -> vm.zoom(each));
            content.node().setPickOnBounds(true);
            VBox.setVgrow(content.node(), Priority.ALWAYS);
            return content;
        });
    }

    /** Shows the view model's present state. */
    void refresh() {
        shown.forEach(Content::refresh);
    }
}
