/**
 * Plays a lesson without a window, and checks its claims over seeds. A player belongs to one thread.
 *
 * <p>Thread: any one thread.
 *
 * <p>May import: what {@code normscope.lesson} may.
 */
package normscope.lesson.play;
