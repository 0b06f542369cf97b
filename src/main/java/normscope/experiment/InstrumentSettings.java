package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How an instrument starts: what a lesson's page says of it, or its defaults in the Lab.
 *
 * <p>Each instrument has a record of its own that checks its values in its constructor and names the field in its
 * messages. The record's class says which instrument is meant. Immutable; two of the same values are equal.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public interface InstrumentSettings {

    /** The same for an experiment: with what an instrument takes from the experiment, and files do not have. */
    default InstrumentSettings on(ExperimentConfig config) {
        return this;
    }
}
