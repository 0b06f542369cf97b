/**
 * What the networks answer for the examples that are drawn, and how much of it is right: under each of several truths,
 * and for the examples of before.
 *
 * <p>Thread: the model on any one thread, view model and panel on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.answers;
