package normscope.instrument;

import java.util.OptionalDouble;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.quantity.Quantity;

/**
 * The instrument on a lesson's page, as far as the lesson has to do with it: an action may set it up and start it, and
 * a result waits until the instrument shows it. One that only shows what it is given needs nothing of this.
 */
public interface PageInstrument {

    /** Where a page has no instrument. */
    PageInstrument NONE = settings -> {};

    /** Starts anew with settings of its own class: those of a lesson's page, or the defaults in the Lab. */
    void configure(InstrumentSettings settings);

    /** Does what it is there for, such as the runs of a sweep. */
    default void start() {}

    /** Measures the experiment as it is now, where it doesn't follow it by itself. */
    default void refresh() {}

    /** Shows what it had come to with these settings, as far as it still has it, to those who know the result. */
    default void recall() {}

    /** Whether it is still at work: false once it shows all that there is to see. */
    default boolean isBusy() {
        return false;
    }

    /** Whether it was stopped on its way. */
    default boolean isGivenUp() {
        return false;
    }

    /**
     * A number that it has measured itself, so that the page tells the very one that the panel shows; empty for others.
     */
    default OptionalDouble read(Quantity quantity) {
        return OptionalDouble.empty();
    }
}
