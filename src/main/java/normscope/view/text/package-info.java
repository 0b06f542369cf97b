/**
 * The words of the window and how numbers are written in it; see {@code texts.properties}.
 *
 * <p>Stateless, usable from any thread. May import: nothing of the project.
 */
package normscope.view.text;
