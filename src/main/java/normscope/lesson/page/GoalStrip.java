package normscope.lesson.page;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import normscope.control.Hints;
import normscope.lesson.page.GoalsViewModel.Progress;
import normscope.lesson.page.GoalsViewModel.State;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The goal that is pursued in the Lab, above it: what is to be reached, how it stands, and whether it is done. */
public final class GoalStrip extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Label state = new Label();
    private final Label text = new Label();
    private final Label now = new Label();

    /** Follows the goal that is pursued. */
    public GoalStrip(GoalsViewModel goals) {
        getStyleClass().add("goal-strip");
        setId("goal-strip");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("goal-state");
        state.getStyleClass().add("goal-state");
        state.setMinWidth(USE_PREF_SIZE);
        text.getStyleClass().add("goal-text");
        text.setId("goal-text");
        now.getStyleClass().add("goal-now");
        now.setId("goal-now");
        for (Label label : new Label[] {text, now}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        HBox.setHgrow(now, Priority.ALWAYS);
        now.setMaxWidth(Double.MAX_VALUE);
        Button close = Hints.describe(new Button("", new FontIcon(Feather.X)), "goal.give-up");
        close.setId("goal-give-up");
        close.getStyleClass().add("icon-button");
        close.setOnAction(event -> goals.giveUp());
        getChildren().setAll(state, text, now, close);
        managedProperty().bind(visibleProperty());
        goals.progressProperty().addListener((observable, old, progress) -> show(progress));
        show(goals.progressProperty().get());
    }

    private void show(Progress progress) {
        setVisible(progress != null);
        if (progress != null) {
            String word = progress.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            state.setText(Texts.text("goal." + word));
            text.setText(MarkdownText.plain(progress.text()));
            now.setText(MarkdownText.plain(progress.now()));
            pseudoClassStateChanged(DONE, progress.state() == State.DONE);
        }
    }
}
