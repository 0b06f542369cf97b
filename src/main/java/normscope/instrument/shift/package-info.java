/**
 * The shift lab: inputs or layers are changed in mid-run, and every layer tells what it notices.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.shift;
