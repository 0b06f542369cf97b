/**
 * Drawing one's own points into the plane: {@link normscope.window.draw.DrawDialog} over the window, by mouse and keys.
 * What the tools do is in {@link normscope.lab.DrawViewModel}.
 *
 * <p>Thread: everything belongs to the FX thread.
 *
 * <p>May import: shell, and what it may import.
 */
package normscope.window.draw;
