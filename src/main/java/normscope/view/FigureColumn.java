package normscope.view;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column at the right: curves, both arms' decisions, bands. Decisions stay about square; the others share. */
final class FigureColumn extends VBox {

    private static final double SHARE = 0.255;
    private static final double NARROWEST = 264;
    private static final double WIDEST = 500;
    private static final double SQUARE_AND_HEAD = 0.54;

    FigureColumn(Region curves, HBox decisions, Region bands) {
        getStyleClass().add("figures");
        // Heights are shared out by growth alone: what a figure asks for says nothing.
        curves.setPrefHeight(0);
        bands.setPrefHeight(0);
        curves.setMinHeight(120);
        bands.setMinHeight(110);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox.setVgrow(bands, Priority.ALWAYS);
        decisions.prefHeightProperty().bind(widthProperty().multiply(SQUARE_AND_HEAD));
        decisions.minHeightProperty().bind(decisions.prefHeightProperty());
        getChildren().addAll(curves, decisions, bands);
    }

    void followWidthOf(Region window) {
        prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.rint(Math.max(NARROWEST, Math.min(WIDEST, SHARE * window.getWidth()))),
                        window.widthProperty()));
        minWidthProperty().bind(prefWidthProperty());
        maxWidthProperty().bind(prefWidthProperty());
    }
}
