package normscope.instrument.shift;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.Check;
import normscope.instrument.InstrumentParts;
import normscope.text.Texts;

/** What the rows of the shift lab's controls are put together from. */
final class ShiftFields {

    private ShiftFields() {}

    static Label label(String key) {
        return Parts.label(Texts.text(key));
    }

    /** A number that is shown and set, within its limits. */
    static NumberInput number(
            String key, NumberScale scale, boolean slider, double least, double most, DoubleProperty property) {
        NumberInput input = number(key, scale, slider, least, most);
        input.valueProperty().bindBidirectional(property);
        input.show();
        return input;
    }

    static NumberInput number(String key, NumberScale scale, boolean slider, double least, double most) {
        DoubleConsumer check = value -> Check.within(Texts.text("shift." + key), value, least, most);
        if (slider) {
            return InstrumentParts.slider("shift." + key, scale, check);
        }
        NumberInput input = InstrumentParts.number("shift." + key, scale, check);
        input.getStyleClass().add("shift-short");
        return input;
    }

    static NumberInput percent(String key, DoubleProperty property) {
        return number(key, NumberScale.linear(0, 100, 5), false, 0, 100, property);
    }

    static ToggleButton toggle(String key, BooleanProperty property) {
        ToggleButton toggle = InstrumentParts.toggle(key);
        toggle.selectedProperty().bindBidirectional(property);
        return toggle;
    }

    /** A choice among what there is now, each under its key and its own word. */
    static <T> SegmentedChoice<T> choice(String key, List<T> offered, Function<T, String> word, Property<T> property) {
        SegmentedChoice<T> choice = InstrumentParts.choice("shift-" + key, offered, word);
        choice.wrap();
        choice.follow(property);
        return choice;
    }

    /** One of a few numbers, counted from 1. */
    static SegmentedChoice<Integer> count(String key, IntegerProperty property, int count) {
        SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                IntStream.range(0, count).boxed().toList(),
                i -> Texts.text(key + ".number", i + 1),
                i -> Texts.text(key + ".number.tip", i + 1));
        choice.setId(key.replace('.', '-'));
        choice.valueProperty().set(Math.min(property.get(), count - 1));
        choice.setOnCommit(property::set);
        return choice;
    }
}
