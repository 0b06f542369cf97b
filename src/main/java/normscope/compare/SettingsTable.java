package normscope.compare;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import normscope.control.Parts;
import normscope.shell.Figures;
import normscope.text.Texts;

/** What chosen arms do not have in common: a row a setting, a column an arm. */
final class SettingsTable extends ScrollPane {

    private final GridPane grid = new GridPane();

    SettingsTable() {
        getStyleClass().add("run-settings");
        setId("run-settings");
        grid.getStyleClass().add("run-settings-grid");
        setContent(grid);
        setFitToWidth(true);
    }

    void show(List<OverlayArm> arms) {
        grid.getChildren().clear();
        List<Settings> settings = arms.stream().map(arm -> arm.row().settings()).toList();
        List<String> paths =
                Settings.differing(settings, arms.stream().map(OverlayArm::arm).toList());
        if (paths.isEmpty()) {
            grid.add(new Label(Texts.text("compare.same")), 0, 0);
            return;
        }
        grid.add(head(Texts.text("compare.setting"), "run-head"), 0, 0);
        for (int i = 0; i < arms.size(); i++) {
            grid.add(head(arms.get(i).row().name(), Figures.style(arms.get(i).arm())), i + 1, 0);
        }
        for (int row = 0; row < paths.size(); row++) {
            Label name = Parts.styled(new Label(Settings.label(paths.get(row))), "muted");
            name.setMinWidth(Label.USE_PREF_SIZE);
            grid.add(name, 0, row + 1);
            for (int i = 0; i < arms.size(); i++) {
                Label value = new Label(Settings.said(
                        settings.get(i).of(paths.get(row), arms.get(i).arm())));
                value.setWrapText(true);
                grid.add(value, i + 1, row + 1);
            }
        }
    }

    private static Label head(String text, String style) {
        Label label = Parts.styled(new Label(text), "run-settings-head", style);
        label.setWrapText(true);
        return label;
    }
}
