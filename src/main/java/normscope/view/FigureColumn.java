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
    private static final double MOST_OF_HEIGHT = 0.5;

    private final Region curves;
    private final HBox decisions;
    private final Region bands;

    FigureColumn(Region curves, HBox decisions, Region bands) {
        this.curves = curves;
        this.decisions = decisions;
        this.bands = bands;
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
                        heightProperty().multiply(MOST_OF_HEIGHT)));
        decisions.minHeightProperty().bind(decisions.prefHeightProperty());
        getChildren().addAll(curves, decisions, bands);
    }

    Region curves() {
        return curves;
    }

    HBox decisions() {
        return decisions;
    }

    Region bands() {
        return bands;
    }

    /** Shows only some of the figures; without any the column takes no room. */
    void show(boolean withCurves, boolean withDecisions, boolean withBands) {
        show(curves, withCurves);
        show(decisions, withDecisions);
        show(bands, withBands);
        show(this, withCurves || withDecisions || withBands);
    }

    private static void show(Region region, boolean on) {
        region.setVisible(on);
        region.setManaged(on);
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
