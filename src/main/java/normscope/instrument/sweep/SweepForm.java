package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.InstrumentParts;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.sweep.Setting;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Where a new sweep is written down. */
final class SweepForm extends VBox {

    static final StringConverter<Metric> METRICS =
            converter(item -> item == null ? "" : Texts.text("sweep.metric." + item));

    private final ComboBox<Setting> first = choice("sweep.first", Arrays.asList(Setting.values()));
    private final ComboBox<Setting> second = choice("sweep.second", withNone());
    private final TextField firstValues = field("sweep.values.first");
    private final TextField secondValues = field("sweep.values.second");
    private final TextField seeds = field("sweep.seeds");
    private final TextField steps = field("sweep.steps");
    private final ComboBox<Metric> metric = new ComboBox<>();
    private final Label wrong = new Label();
    private final Button leave;
    private boolean showing;

    /** An empty form; what is written down is taken or refused, and the user may leave without a sweep. */
    SweepForm(Consumer<SweepDraft> start, Runnable back) {
        metric.getItems().setAll(Metric.values());
        metric.setConverter(METRICS);
        Hints.describe(metric, "sweep.metric");
        metric.setId("sweep-card-metric");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sweep-form");
        grid.setHgap(8);
        grid.setVgap(6);
        addRow(grid, "sweep.first", first);
        addRow(grid, "sweep.values.first", firstValues);
        addRow(grid, "sweep.second", second);
        addRow(grid, "sweep.values.second", secondValues);
        addRow(grid, "sweep.seeds", seeds);
        addRow(grid, "sweep.steps", steps);
        addRow(grid, "sweep.metric", metric);
        GridPane.setHgrow(firstValues, Priority.ALWAYS);
        for (ComboBox<?> box : List.of(first, second, metric)) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        wrong.getStyleClass().add("input-error");
        wrong.setWrapText(true);
        wrong.setId("sweep-form-wrong");
        Parts.show(wrong, wrong.textProperty().isNotEmpty());
        leave = InstrumentParts.button("sweep.back", back);
        Button run = InstrumentParts.button("sweep.run", () -> submit(start));
        run.getStyleClass().add("main-action");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && leave.isVisible()) {
                back.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                submit(start);
                event.consume();
            }
        });
        first.setOnAction(event -> choose(first, firstValues));
        second.setOnAction(event -> choose(second, secondValues));
        getChildren().setAll(grid, wrong, InstrumentParts.group(run, leave));
        getStyleClass().add("sweep-form-rows");
        setSpacing(8);
    }

    private static void addRow(GridPane grid, String key, Node field) {
        Label name = Parts.label(Texts.text(key));
        name.setLabelFor(field);
        grid.addRow(grid.getRowCount(), name, field);
    }

    private static List<Setting> withNone() {
        List<Setting> all = new ArrayList<>(Arrays.asList(Setting.values()));
        all.add(0, null);
        return all;
    }

    private static ComboBox<Setting> choice(String key, List<Setting> items) {
        ComboBox<Setting> box = Hints.describe(new ComboBox<>(), key);
        box.setId(key.replace('.', '-'));
        box.getItems().setAll(items);
        box.setConverter(converter(
                item -> item == null ? Texts.text("sweep.second.none") : Texts.text("sweep.setting." + item.name())));
        return box;
    }

    private static <T> StringConverter<T> converter(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T item) {
                return text.apply(item);
            }

            @Override
            public T fromString(String written) {
                throw new UnsupportedOperationException("The list is not editable.");
            }
        };
    }

    private static TextField field(String key) {
        TextField field = Hints.describe(new TextField(), key);
        field.setId("sweep-card-" + key.substring("sweep.".length()).replace('.', '-'));
        return field;
    }

    /** With another setting come the values that show something of it. */
    private void choose(ComboBox<Setting> box, TextField values) {
        if (!showing) {
            values.setText(SweepDraft.usual(box.getValue()));
        }
        secondValues.setDisable(second.getValue() == null);
    }

    void show(SweepDraft draft, boolean mayLeave) {
        showing = true;
        leave.setVisible(mayLeave);
        first.setValue(draft.first());
        second.setValue(draft.second());
        firstValues.setText(draft.firstValues());
        secondValues.setText(draft.secondValues());
        secondValues.setDisable(draft.second() == null);
        seeds.setText(Integer.toString(draft.seeds()));
        steps.setText(Long.toString(draft.steps()));
        metric.setValue(draft.metric());
        wrong.setText("");
        showing = false;
    }

    private void submit(Consumer<SweepDraft> start) {
        SweepDraft draft = new SweepDraft(
                first.getValue(),
                firstValues.getText(),
                second.getValue(),
                secondValues.getText(),
                1,
                1,
                metric.getValue());
        try {
            start.accept(draft.withRuns((int) whole(seeds, "seeds"), whole(steps, "steps")));
            wrong.setText("");
        } catch (InvalidSettingException e) {
            wrong.setText(draft.complaint(e));
        }
    }

    @Override
    public void requestFocus() {
        first.requestFocus();
    }

    private static long whole(TextField field, String name) {
        OptionalDouble number = Numbers.parse(field.getText());
        if (number.isEmpty() || number.getAsDouble() != Math.rint(number.getAsDouble())) {
            throw new InvalidSettingException(name, "must be a whole number.");
        }
        return (long) number.getAsDouble();
    }
}
