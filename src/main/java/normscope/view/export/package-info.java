/**
 * Figures of the window as files and on the clipboard.
 *
 * <p>Main types: {@link normscope.view.export.FigureSheets}, which puts panels on pages;
 * {@link normscope.view.export.FigureFiles}, which gives them names and writes them.
 *
 * <p>Thread: pages are put together on the FX thread, of figures of their own; they are drawn and written on a thread
 * in the background.
 *
 * <p>May import: viewmodel and the values it hands out, chart, panel, text.
 */
package normscope.view.export;
