/**
 * One update taken apart: the very step that the trainer makes next, stage by stage.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may, and the rows of {@code normscope.instrument.formula}.
 */
package normscope.instrument.update;
