package normscope.lesson.page;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.Parts;
import normscope.lesson.page.GoalsViewModel.Progress;
import normscope.lesson.page.GoalsViewModel.State;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The goal that is pursued in the Lab, above it: what is to be reached, how it stands, and whether it is done. */
public final class GoalStrip extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Label state = Parts.label("", "goal-state");
    private final Label text = Parts.paragraph("", "goal-text");
    private final Label now = Parts.paragraph("", "goal-now");

    public GoalStrip(GoalsViewModel goals) {
        getStyleClass().add("goal-strip");
        setId("goal-strip");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("goal-state");
        text.setId("goal-text");
        now.setId("goal-now");
        now.setMaxWidth(Double.MAX_VALUE);
        Button close = Parts.button("goal-give-up", "goal.give-up", Feather.X, goals::giveUp);
        getChildren().setAll(state, text, Parts.wide(now), Parts.styled(close, "icon-button"));
        Parts.collapsing(this);
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
