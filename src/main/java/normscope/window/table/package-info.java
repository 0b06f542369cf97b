/**
 * The user's own data in the window: {@link normscope.window.table.TableDialog} shows a table before it is loaded, and
 * lets one be found that is not where an experiment says. What they do is in {@link normscope.lab.TableViewModel}.
 *
 * <p>Thread: everything belongs to the FX thread; files are read on another.
 *
 * <p>May import: shell, and what it may import.
 */
package normscope.window.table;
