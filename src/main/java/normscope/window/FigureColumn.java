package normscope.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.panel.Panel;
import normscope.panel.Panels;

/** The column at the right: curves, both arms' decisions, bands. Decisions stay about square; the others share. */
final class FigureColumn extends VBox {

    private static final double SHARE = 0.255;
    private static final double NARROWEST = 264;
    private static final double WIDEST = 500;
    private static final double SQUARE_AND_HEAD = 0.58;
    private static final double MOST_OF_HEIGHT = 0.5;

    private final Map<Panel, Region> cards = new LinkedHashMap<>();

    FigureColumn(Region curves, DecisionCards decisions, Region bands) {
        cards.put(Panels.CURVES, curves);
        cards.put(Panels.DECISIONS, decisions);
        cards.put(Panels.BANDS, bands);
        getStyleClass().add("figures");
        // Heights are shared out by growth alone: what a figure asks for says nothing.
        curves.setPrefHeight(0);
        bands.setPrefHeight(0);
        curves.setMinHeight(120);
        bands.setMinHeight(110);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox.setVgrow(bands, Priority.ALWAYS);
        decisions
                .prefHeightProperty()
                .bind(Bindings.min(
                                widthProperty().multiply(SQUARE_AND_HEAD),
                                heightProperty().multiply(MOST_OF_HEIGHT))
                        .add(decisions.below()));
        decisions.minHeightProperty().bind(decisions.prefHeightProperty());
        getChildren().addAll(cards.values());
    }

    Map<Panel, Region> cards() {
        return cards;
    }

    /** Shows only some of the panels; without any the column takes no room. */
    void show(Set<Panel> panels) {
        cards.forEach((panel, card) -> Parts.show(card, panels.contains(panel)));
        Parts.show(this, cards.keySet().stream().anyMatch(panels::contains));
    }

    void followWidthOf(Region window) {
        prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.rint(Math.max(NARROWEST, Math.min(WIDEST, SHARE * window.getWidth()))),
                        window.widthProperty()));
        minWidthProperty().bind(prefWidthProperty());
        fill(false);
    }

    /** Takes all the width that is left, for there is no centre; or only what it needs. */
    void fill(boolean wide) {
        maxWidthProperty().unbind();
        if (wide) {
            setMaxWidth(Double.MAX_VALUE);
        } else {
            maxWidthProperty().bind(prefWidthProperty());
        }
        HBox.setHgrow(this, wide ? Priority.ALWAYS : Priority.NEVER);
    }
}
