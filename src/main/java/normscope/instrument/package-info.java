/**
 * The instruments. Each lies whole in a folder of its own: its model, settings, result, view model, panel and figures.
 * Here is what they share, and the two lists that name them: {@link normscope.instrument.InstrumentKind} for files,
 * {@link normscope.instrument.Instruments} for the window. A panel extends {@link normscope.instrument.RowsPanel} and
 * is put together from {@link normscope.instrument.InstrumentParts} and {@link normscope.control.Parts}.
 *
 * <p>Models and settings know no toolkit: the command line uses them. A view model knows {@code javafx.beans} only. A
 * model belongs to one thread at a time; records are immutable and may go anywhere; panels belong to the FX thread.
 *
 * <p>Arms, layers, units and examples are counted from 0.
 *
 * <p>May import: shell, and what these may import.
 */
package normscope.instrument;
