/**
 * The screen that a class sees: one big panel with the others beside it, the cues of a script, and the presenter's own
 * window.
 *
 * <p>Main types: {@link normscope.view.present.Presenter}, which opens and closes it all;
 * {@link normscope.view.present.PresentScreen}, what is projected; {@link normscope.view.present.PresentScale}, the
 * sizes of type that the last row can read.
 *
 * <p>Thread: everything belongs to the FX thread.
 *
 * <p>May import: viewmodel and the values it hands out, chart, panel, text, and the window's controls.
 */
package normscope.view.present;
