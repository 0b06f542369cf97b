package normscope.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.Quantity;
import normscope.lab.LayersViewModel;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the histograms show: whole layers or one unit, which quantity after, counts or density, a pinned outline. */
final class HistogramToolbar extends FlowPane {

    private final LayersViewModel layers;
    private final LiveText unit = new LiveText(Texts.text("tool.unit", 128), Pos.CENTER_LEFT);

    HistogramToolbar(WindowActions actions) {
        layers = actions.vm().layers();
        getStyleClass().add("histogram-toolbar");
        setId("histogram-toolbar");
        SegmentedChoice<Boolean> scope = choice(List.of(false, true), "tool.scope");
        scope.follow(layers.oneUnitProperty());
        SegmentedChoice<Quantity> after = choice(List.of(Quantity.Z_NORM, Quantity.Z_TILDE, Quantity.A), "tool.after");
        after.follow(layers.afterProperty());
        SegmentedChoice<Boolean> density = choice(List.of(false, true), "tool.density");
        density.follow(layers.densityProperty());
        getChildren()
                .addAll(
                        new HBox(scope),
                        stepper(),
                        Parts.row("tool-group", new Label(Texts.text("tool.after")), after),
                        new HBox(density),
                        pin(actions));
    }

    private static <T> SegmentedChoice<T> choice(List<T> items, String key) {
        SegmentedChoice<T> choice = Parts.choice(key, items);
        choice.setId(key.replace('.', '-'));
        return choice;
    }

    private HBox stepper() {
        HBox stepper = Parts.row(
                "stepper",
                step("tool.previous-unit", Feather.CHEVRON_LEFT, -1),
                unit,
                step("tool.next-unit", Feather.CHEVRON_RIGHT, 1));
        // It keeps its place while whole layers are shown, so that nothing jumps.
        stepper.visibleProperty().bind(layers.oneUnitProperty());
        layers.unitProperty().subscribe(shown -> unit.setText(Texts.text("tool.unit", shown.intValue() + 1)));
        return stepper;
    }

    private Button step(String key, Ikon icon, int by) {
        Button button = Hints.describe(new Button("", new FontIcon(icon)), key);
        button.setId(key.substring(key.indexOf('.') + 1));
        button.setOnAction(event -> {
            int widest = 1;
            for (int layer = 0; layer < layers.layerCountProperty().get(); layer++) {
                widest = Math.max(widest, layers.row(layer).units());
            }
            layers.unitProperty().set(Math.floorMod(layers.unitProperty().get() + by, widest));
        });
        return button;
    }

    private ToggleButton pin(WindowActions actions) {
        ToggleButton pin = new ToggleButton(Texts.text("tool.pin"));
        pin.setId("pin");
        pin.getStyleClass().add("plain-toggle");
        pin.setGraphic(new FontIcon(Feather.MAP_PIN));
        Runnable show = () -> {
            boolean pinned = layers.pinnedProperty().get();
            pin.setSelected(pinned);
            String step = Numbers.grouped(layers.pinnedStepProperty().get());
            Hints.describeAs(
                    pin, pin.getText(), pinned ? Texts.text("tool.pinned.tip", step) : Texts.text("tool.pin.tip"));
        };
        pin.setOnAction(event -> {
            actions.togglePin();
            show.run();
        });
        Parts.follow(show, layers.pinnedProperty(), layers.pinnedStepProperty());
        return Parts.whole(pin);
    }
}
