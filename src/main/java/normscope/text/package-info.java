/**
 * How numbers are written for people, and where words come from: one way for the window, the figures and the lessons.
 *
 * <p>Stateless, usable from any thread. May import: nothing of the project.
 */
package normscope.text;
