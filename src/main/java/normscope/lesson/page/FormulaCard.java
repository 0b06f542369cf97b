package normscope.lesson.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import normscope.chart.ChartTheme;
import normscope.chart.FormulaImage;

/**
 * A typeset formula. It is typeset in the background, shrunk if it is wider than the card, and spoken as a sentence.
 */
final class FormulaCard extends StackPane {

    private static final double LETTERS = 17;
    private static final double HEIGHT_BEFORE = 2.6 * LETTERS;

    private final ImageView view = new ImageView();
    private final Executor background;
    private final Tooltip tip = new Tooltip();
    private String tex = "";
    private ChartTheme theme = ChartTheme.LIGHT;
    private FormulaImage shown;

    FormulaCard(Executor background) {
        this.background = background;
        getStyleClass().add("formula-card");
        getChildren().add(view);
        view.setAccessibleRole(AccessibleRole.TEXT);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        tip.setWrapText(true);
        Tooltip.install(this, tip);
        managedProperty().bind(visibleProperty());
        widthProperty().addListener(observable -> fit());
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
    }

    /** Shows a formula in TeX, which is spoken as a sentence; an empty one hides the card. */
    void setFormula(String newTex, String spoken) {
        if (newTex.equals(tex)) {
            return;
        }
        tex = newTex;
        setVisible(!tex.isEmpty());
        view.setAccessibleText(spoken);
        setAccessibleText(spoken);
        tip.setText(spoken);
        typeset();
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        typeset();
    }

    private void typeset() {
        if (tex.isEmpty()) {
            return;
        }
        String wanted = tex;
        ChartTheme colours = theme;
        CompletableFuture.supplyAsync(() -> FormulaImage.of(wanted, LETTERS * colours.type(), colours), background)
                .thenAccept(image -> Platform.runLater(() -> {
                    if (wanted.equals(tex) && colours == theme) {
                        shown = image;
                        view.setImage(image.image());
                        fit();
                    }
                }));
    }

    private void fit() {
        if (shown != null) {
            double room = getWidth() - snappedLeftInset() - snappedRightInset();
            view.setFitWidth(room > 0 ? Math.min(room, shown.width()) : shown.width());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        // Until the formula is there, the card keeps about the room it will take.
        return shown == null ? HEIGHT_BEFORE : super.computePrefHeight(width);
    }
}
