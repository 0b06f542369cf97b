package normscope.instrument;

/**
 * How an instrument starts: what a lesson's page says of it, or its defaults in the Lab.
 *
 * <p>Each instrument has a record of its own that checks its values in its constructor and names the field in its
 * messages. The record's class says which instrument is meant. Immutable; two of the same values are equal.
 */
public interface InstrumentSettings {}
