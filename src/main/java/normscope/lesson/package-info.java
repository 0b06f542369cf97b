/**
 * Lessons and scripts as data: the format of their files, their pages, texts, actions and claims.
 *
 * <p>{@code lesson.play} plays a lesson without a window and checks its claims; {@code lesson.page} is what a student
 * sees. Thread: lessons are immutable and may go anywhere.
 *
 * <p>May import: instrument, and what these may import.
 */
package normscope.lesson;
