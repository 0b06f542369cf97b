/**
 * The window: its panels, and how keys, menus and controls reach the view model.
 *
 * <p>{@link normscope.view.MainWindow} puts the panels together; each panel is one class. The reusable controls are in
 * {@code normscope.view.control}. Everything belongs to the FX thread. All words come from {@code texts.properties}.
 *
 * <p>May import: viewmodel and the values it hands out (experiment, data, nn, stats), chart, panel, text.
 */
package normscope.view;
