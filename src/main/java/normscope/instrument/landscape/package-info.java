/**
 * The landscape: the loss on a plane through the present weights of all arms, and the way that training takes on it.
 *
 * <p>Thread: models on any one thread but {@link normscope.instrument.landscape.Survey}, whose work several threads
 * share; view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.landscape;
