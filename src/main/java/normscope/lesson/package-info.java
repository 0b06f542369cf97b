/**
 * Lessons as data: their pages, texts, actions and claims, the loader, and the check of the claims without a window.
 *
 * <p>Thread: lessons are immutable and may go anywhere; a player of a lesson belongs to one thread.
 *
 * <p>May import {@code normscope.instrument}, {@code normscope.experiment}, {@code normscope.history} and
 * {@code normscope.text}, and what these may import.
 */
package normscope.lesson;
