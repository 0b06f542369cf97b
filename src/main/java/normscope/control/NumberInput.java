package normscope.control;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * A number as a text field, with or without a slider, and a line below for what is wrong with it.
 *
 * <p>Enter, leaving the field and letting go of the slider commit; Esc reverts; arrow up and down change by a sensible
 * step, with Shift by a big one. Whoever uses it may refuse a value by throwing {@link IllegalArgumentException} from
 * the handler: the message is shown, and the text stays for mending.
 */
public final class NumberInput extends VBox {

    /** The most characters of what was typed wrongly. */
    private static final int LONGEST = 12;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final String name;
    private final NumberScale scale;
    private final TextField field = new TextField();
    private final Slider slider;
    private final Label error = Parts.errorLine();
    private Pane mark;
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value", Double.NaN);
    private DoubleConsumer onCommit = committed -> {};
    private boolean showing;
    private double specialValue = Double.NaN;
    private String specialWord = "";

    /**
     * Creates an input with a name, as in "Learning rate", and a tip, the line that says what it does. The scale says
     * how it lies on the slider, if there is one, and how it is stepped.
     */
    public NumberInput(String name, String tip, NumberScale scale, boolean withSlider) {
        this.name = name;
        this.scale = scale;
        getStyleClass().add("number-input");
        Hints.describeAs(field, name, tip);
        field.setOnAction(event -> commitText());
        field.focusedProperty().addListener((observable, old, focused) -> leaveField(focused));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
        HBox line = Parts.styled(new HBox(field), "number-line");
        slider = withSlider ? createSlider(tip) : null;
        if (withSlider) {
            line.getChildren().add(0, slider);
            HBox.setHgrow(slider, Priority.ALWAYS);
        } else {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(line, error);
        value.addListener((observable, old, shown) -> show());
    }

    private Slider createSlider(String tip) {
        Slider created = FilledSlider.create();
        Hints.describeAs(created, name, tip);
        created.valueProperty().addListener((observable, old, position) -> slide(position.doubleValue()));
        created.valueChangingProperty().addListener((observable, old, changing) -> {
            if (!changing) {
                commit(valueAt(created.getValue()));
            }
        });
        created.addEventFilter(KeyEvent.KEY_PRESSED, this::sliderKey);
        return created;
    }

    /** The number as it is in force. Setting it shows it and does not call the handler. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** What is wrong with the text in the field, one sentence; empty when nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.textProperty();
    }

    /** Sets who is told of a number the user has committed, and refuses it with an {@link IllegalArgumentException}. */
    public void setOnCommit(DoubleConsumer handler) {
        onCommit = handler;
    }

    /** Returns the text field, to give it an id or a width. */
    public TextField field() {
        return field;
    }

    /** Names one value by a word, such as "all": it is shown and read as that, and is the slider's right end. */
    public void setWord(double special, String word) {
        specialValue = special;
        specialWord = word;
    }

    /** Marks one value below the slider with a short word. */
    public void setMark(double marked, String word) {
        Label label = Parts.styled(new Label(word), "slider-mark");
        Pane row = new Pane(label) {
            @Override
            protected void layoutChildren() {
                label.autosize();
                // The middle of the thumb goes from half its width to half its width before the end.
                double thumb = slider.lookup(".thumb") == null ? 0 : ((Region) slider.lookup(".thumb")).getWidth();
                double at = thumb / 2 + scale.positionOf(marked) * (slider.getWidth() - thumb);
                label.relocate(slider.getLayoutX() + at - label.getWidth() / 2, 0);
            }
        };
        slider.widthProperty().addListener(observable -> row.requestLayout());
        getChildren().add(1, row);
        mark = row;
    }

    /** Shows or hides the mark, whose room stays. */
    public void setMarkVisible(boolean shown) {
        mark.setVisible(shown);
    }

    /** Leaves showing what is wrong to somebody else, who watches {@link #errorProperty()}. */
    public void hideError() {
        getChildren().remove(error);
    }

    /** Writes the number in force into the field and the slider, and forgets what was wrong. */
    public void show() {
        showing = true;
        field.setText(write(value.get()));
        if (slider != null && !slider.isValueChanging()) {
            slider.setValue(value.get() == specialValue ? 1 : scale.positionOf(value.get()));
        }
        showing = false;
        complain("");
    }

    private void slide(double position) {
        if (showing) {
            return;
        }
        double next = valueAt(position);
        field.setText(write(next));
        if (!slider.isValueChanging()) {
            commit(next);
        }
    }

    private void leaveField(boolean focused) {
        if (!focused && !field.getText().equals(write(value.get()))) {
            commitText();
        }
    }

    private void fieldKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            show();
            field.selectAll();
            event.consume();
        } else {
            arrow(event, event.getCode() == KeyCode.UP, event.getCode() == KeyCode.DOWN);
        }
    }

    private void sliderKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.HOME || code == KeyCode.END) {
            commit(valueAt(code == KeyCode.HOME ? 0 : 1));
            event.consume();
        } else {
            arrow(event, code == KeyCode.UP || code == KeyCode.RIGHT, code == KeyCode.DOWN || code == KeyCode.LEFT);
        }
    }

    private void arrow(KeyEvent event, boolean up, boolean down) {
        if (up || down) {
            commit(stepped(read(field.getText()).orElse(value.get()), up ? 1 : -1, event.isShiftDown()));
            event.consume();
        }
    }

    private void commitText() {
        OptionalDouble typed = read(field.getText());
        if (typed.isEmpty()) {
            complain(Texts.text("input.no-number", name, Texts.shortened(field.getText(), LONGEST)));
        } else if (scale.isWhole() && typed.getAsDouble() != Math.rint(typed.getAsDouble())) {
            complain(Texts.text("input.not-whole", name));
        } else {
            commit(typed.getAsDouble());
        }
    }

    private void commit(double next) {
        if (next == value.get()) {
            show();
            return;
        }
        try {
            onCommit.accept(next);
            value.set(next);
            show();
        } catch (IllegalArgumentException refusal) {
            field.setText(write(next));
            complain(refusal.getMessage());
        }
    }

    private void complain(String sentence) {
        error.setText(sentence);
        field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }

    private String write(double number) {
        if (number == specialValue) {
            return specialWord;
        }
        return Double.isNaN(number) ? "" : Numbers.plain(number);
    }

    private OptionalDouble read(String text) {
        boolean special = !specialWord.isEmpty() && specialWord.equalsIgnoreCase(text.strip());
        return special ? OptionalDouble.of(specialValue) : Numbers.parse(text);
    }

    private double valueAt(double position) {
        return position == 1 && !specialWord.isEmpty() ? specialValue : scale.valueAt(position);
    }

    private double stepped(double from, int direction, boolean coarse) {
        if (from == specialValue) {
            return direction < 0 ? scale.valueAt(1) : from;
        }
        boolean beyondEnd = direction > 0 && from >= scale.valueAt(1);
        return beyondEnd && !specialWord.isEmpty() ? specialValue : scale.next(from, direction, coarse);
    }
}
