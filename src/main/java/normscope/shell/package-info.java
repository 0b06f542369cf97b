/**
 * What every part of the window shares: the theme, what menus and keys do to one experiment, dialogs, and figures that
 * follow the theme.
 *
 * <p>Thread: everything belongs to the FX thread.
 *
 * <p>May import: panel, control, and what these may import.
 */
package normscope.shell;
