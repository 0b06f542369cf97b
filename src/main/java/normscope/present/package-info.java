/**
 * The screen that a class sees: one big panel with the others beside it, the cues of a script, the presenter's own
 * window; and the modes of the window that it is called from.
 *
 * <p>Main types: {@link normscope.present.Presenter}, which opens and closes it all;
 * {@link normscope.present.PresentScreen}, what is projected; {@link normscope.present.PresentScale}, the sizes of type
 * that the last row can read; {@link normscope.present.Modes}.
 *
 * <p>Thread: everything belongs to the FX thread.
 *
 * <p>May import: lesson, export, torch, and what these may import.
 */
package normscope.present;
