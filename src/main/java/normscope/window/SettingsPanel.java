package normscope.window;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** The settings of the experiment, at the left. */
final class SettingsPanel extends ScrollPane {

    SettingsPanel(WindowActions actions) {
        LabViewModel vm = actions.vm();
        getStyleClass().add("settings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        List<SettingsSection> sections = List.of(
                new DataSection(actions), new NetworkSection(vm), new BatchNormSection(vm), new TrainingSection(vm));
        Label note = Parts.styled(new Label(Texts.text("settings.note")), "settings-note");
        note.setWrapText(true);
        VBox list = Parts.column("settings-list");
        list.getChildren().addAll(sections);
        list.getChildren().add(note);
        setContent(list);
        vm.configProperty().addListener((observable, old, config) -> sections.forEach(section -> section.show(config)));
        sections.forEach(section -> section.show(vm.configProperty().get()));
    }
}
