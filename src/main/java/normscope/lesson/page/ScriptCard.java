package normscope.lesson.page;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.lesson.Lesson;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an instructor finds after the lessons: the scripts to present before a class. */
final class ScriptCard extends VBox {

    /** Makes the card, with what presents a script before a class and opens its experiment in the Lab. */
    ScriptCard(List<Lesson> scripts, Consumer<Lesson> present, Consumer<Lesson> openInLab) {
        getStyleClass().add("script-card");
        getChildren()
                .setAll(
                        Parts.paragraph(Texts.text("lessons.scripts"), "lesson-card-title"),
                        Parts.paragraph(Texts.text("lessons.scripts.line"), "lesson-card-line"));
        for (Lesson script : scripts) {
            String name = script.texts().title();
            Button button = new Button(name);
            Hints.describeAs(
                    button,
                    Texts.text("lessons.scripts.present", name),
                    Texts.text(
                            "present.scripts.minutes",
                            script.minutes(),
                            script.texts().line()));
            button.getStyleClass().add("script-button");
            button.setId("script-" + script.id());
            button.setWrapText(true);
            button.setMinHeight(USE_PREF_SIZE);
            button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            button.setOnAction(event -> present.accept(script));
            Button inLab = Parts.styled(new Button("", new FontIcon(Feather.EXTERNAL_LINK)), "icon-button");
            Hints.describeAs(
                    inLab,
                    Texts.text("lessons.scripts.in-lab.tip", name),
                    Texts.text("lessons.scripts.in-lab.tip", name));
            inLab.setId("script-" + script.id() + "-in-lab");
            inLab.setMinWidth(USE_PREF_SIZE);
            inLab.setMaxHeight(Double.MAX_VALUE);
            inLab.setOnAction(event -> openInLab.accept(script));
            getChildren().add(Parts.row("script-line", Parts.wide(button), inLab));
        }
    }
}
