package normscope.present;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.panel.PanelWord;
import normscope.text.Texts;

/** A small picture of a panel, with the number of its key. */
final class Thumbnail extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final PresentViewModel vm;
    private final PanelWord panel;
    private final Content content;
    private final Label name = Parts.styled(new Label(), "present-thumbnail-name");
    private final int number;

    /** Makes the thumbnail of a panel, with its key's number and its picture; a click zooms the panel. */
    Thumbnail(PresentViewModel vm, PanelWord panel, int number, Content content) {
        this.vm = vm;
        this.panel = panel;
        this.content = content;
        getStyleClass().add("present-thumbnail");
        setId("present-thumbnail-" + number);
        this.number = number;
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        getChildren().add(name);
        // A picture is for the eye: nothing pops up over it, and every click is the thumbnail's.
        content.node().setMouseTransparent(true);
        VBox.setVgrow(content.node(), Priority.ALWAYS);
        getChildren().add(content.node());
        setMinHeight(0);
        setPrefHeight(0);
        VBox.setVgrow(this, Priority.ALWAYS);
        setOnMouseClicked(event -> vm.zoom(panel));
    }

    void mark(PanelWord big) {
        pseudoClassStateChanged(CHOSEN, big == panel);
        showName();
    }

    private void showName() {
        name.setText(Texts.text("present.panel", number, PanelContent.name(vm, panel)));
        setAccessibleText(name.getText());
    }

    void refresh() {
        showName();
        content.refresh();
    }
}
