package normscope.instrument.update;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FormulaImage;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.instrument.formula.FormulaRow;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stages of an update as buttons, and those that go one on and one back. */
final class StageBar extends FlowPane {

    private static final double LETTERS = 14;

    private final UpdateViewModel vm;
    private final Map<Stage.Kind, ToggleButton> chips = new EnumMap<>(Stage.Kind.class);
    private final Map<Stage.Kind, ImageView> words = new EnumMap<>(Stage.Kind.class);
    private final LiveText count = new LiveText(Texts.text("update.count", 99, 99), Pos.CENTER_RIGHT);
    private final Button back = new Button("", new FontIcon(Feather.CHEVRON_LEFT));
    private final Button next = new Button(Texts.text("update.next"), new FontIcon(Feather.CHEVRON_RIGHT));
    private ChartTheme theme;
    private int batch;
    private boolean atEnd;

    StageBar(UpdateViewModel vm) {
        this.vm = vm;
        getStyleClass().addAll("card", "stage-bar");
        count.getStyleClass().add("stage-part");
        setId("update-stages");
        for (Stage.Part part : Stage.Part.values()) {
            getChildren().add(part(part));
        }
        Hints.describe(back, "update.back").setId("update-back");
        back.setOnAction(event -> vm.move(-1));
        next.setId("update-next");
        next.getStyleClass().add("stage-next");
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setMinWidth(Region.USE_PREF_SIZE);
        Hints.describe(next, "update.next");
        next.setOnAction(event -> {
            if (atEnd) {
                vm.makeStep();
            } else {
                vm.move(1);
            }
        });
        HBox buttons = new HBox(back, next);
        buttons.getStyleClass().add("stage-go");
        VBox go = new VBox(count, buttons);
        go.getStyleClass().add("stage-column");
        getChildren().add(go);
        Hints.keepsArrows(back);
        Hints.keepsArrows(next);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private VBox part(Stage.Part part) {
        HBox row = new HBox();
        row.getStyleClass().add("stage-chips");
        for (Stage.Kind kind : Stage.Kind.values()) {
            if (kind.part() == part) {
                row.getChildren().add(chip(kind));
            }
        }
        Label name = new Label(Texts.text("update.part." + part));
        name.getStyleClass().add("stage-part");
        VBox column = new VBox(name, row);
        column.getStyleClass().add("stage-column");
        return column;
    }

    private ToggleButton chip(Stage.Kind kind) {
        ImageView picture = new ImageView();
        words.put(kind, picture);
        ToggleButton chip = new ToggleButton("", picture);
        chip.setId("update-" + kind.id());
        chip.getStyleClass().addAll("plain-toggle", "stage-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Hints.describeAs(chip, Texts.text("update.kind." + kind), Texts.text("update.kind." + kind + ".tip"));
        Hints.keepsArrows(chip);
        chip.setOnAction(event -> {
            vm.show(kind);
            chips.get(vm.stage().kind()).setSelected(true);
        });
        chips.put(kind, chip);
        return chip;
    }

    /** Arrow keys go from stage to stage, whichever button has the keyboard. */
    private void press(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (plain && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            vm.move(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            event.consume();
        }
    }

    void pulse(ChartTheme now, int ofBatch) {
        if (now != theme || ofBatch != batch) {
            theme = now;
            batch = ofBatch;
            words.forEach((kind, view) -> typeset(kind, view));
        }
        Stage stage = vm.stage();
        List<Stage> stages = vm.stages();
        int index = vm.index();
        chips.forEach((kind, chip) -> {
            chip.setSelected(kind == stage.kind());
            chip.setDisable(stage.layer() >= 0 && kind.isOfLayer() && !stages.contains(new Stage(kind, stage.layer())));
        });
        count.setText(Texts.text("update.count", index + 1, stages.size()));
        back.setDisable(index == 0);
        atEnd = index == stages.size() - 1;
        next.setText(Texts.text(atEnd ? "update.make" : "update.next"));
        next.setDisable(!atEnd && index >= vm.last());
    }

    private void typeset(Stage.Kind kind, ImageView view) {
        FormulaImage image = FormulaImage.of(FormulaRow.symbols(kind.tex(), 1, batch), LETTERS * theme.type(), theme);
        view.setImage(image.image());
        view.setFitWidth(image.width());
        view.setFitHeight(image.height());
    }
}
