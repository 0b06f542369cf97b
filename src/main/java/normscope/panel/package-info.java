/**
 * The panels: what is shown of a run, each as one object.
 *
 * <p>{@link normscope.panel.Panels} lists them. A {@link normscope.panel.Panel} makes figures for a place (a card of
 * the window, the screen before a class, a page) and each {@link normscope.panel.PanelFigure} feeds its chart from the
 * view model. Whoever shows a panel decides on size and theme only.
 *
 * <p>Thread: that of the view model.
 *
 * <p>May import: lab, chart, text. No toolkit.
 */
package normscope.panel;
