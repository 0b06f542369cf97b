package normscope.instrument;

import normscope.experiment.InstrumentSettings;

/**
 * What an instrument shows, apart from how.
 *
 * @param <S> how it is set up
 */
public interface InstrumentViewModel<S extends InstrumentSettings> extends AutoCloseable {

    /** Starts anew. */
    void configure(S settings);

    /** Whether something that is to be seen is still being computed. */
    default boolean isBusy() {
        return false;
    }

    /** Ends its threads, if it has any. */
    @Override
    default void close() {}
}
