package normscope.instrument.smoothness;

import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;

/**
 * How far along the gradient one goes.
 *
 * @param most so many times the learning rate, 0.1 … 100
 */
public record SmoothnessSettings(double most) implements InstrumentSettings {

    /** Where measurements are taken, as parts of the whole way. */
    private static final List<Double> PARTS = List.of(0.125, 0.25, 0.4, 0.625, 1.0);

    public SmoothnessSettings {
        Check.within("most", most, 0.1, 100);
    }

    public static SmoothnessSettings defaults() {
        return new SmoothnessSettings(4);
    }

    /** {@return how many times the rate one has gone at each place: 0.5, 1, 1.6, 2.5 and 4 if the most is 4} */
    List<Double> places() {
        return Stream.iterate(0, i -> i < PARTS.size(), i -> i + 1)
                .map(i -> PARTS.get(i) * most)
                .toList();
    }
}
