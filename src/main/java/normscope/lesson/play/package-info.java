/** Plays a lesson without a window, and checks its claims over seeds. A player belongs to one thread. */
package normscope.lesson.play;
