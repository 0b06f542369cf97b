/**
 * Small computations beside the twin run, each about one idea: models without threads, windows or words. Lessons'
 * claims and the window use the same ones.
 *
 * <p>Thread: a model belongs to one thread at a time; records are immutable and may go anywhere.
 *
 * <p>May import {@code normscope.experiment} and {@code normscope.history}, and what these may import.
 */
package normscope.instrument;
