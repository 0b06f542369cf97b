/**
 * The window's frame: top bar, settings of an experiment, cards, transport, keys.
 *
 * <p>{@link normscope.window.MainWindow} puts them together. Thread: everything belongs to the FX thread.
 *
 * <p>May import: present, and what these may import.
 */
package normscope.window;
