/**
 * The words of the window; see {@code texts.properties}.
 *
 * <p>Stateless, usable from any thread. May import: nothing of the project.
 */
package normscope.view.text;
