/**
 * Figures of the window as files and on the clipboard.
 *
 * <p>Main types: {@link normscope.export.FigureSheets}, which puts panels on pages;
 * {@link normscope.export.FigureFiles}, which gives them names and writes them.
 *
 * <p>Thread: pages are put together on the FX thread, of figures of their own; they are drawn and written on a thread
 * in the background.
 *
 * <p>May import: panel, and what these may import.
 */
package normscope.export;
