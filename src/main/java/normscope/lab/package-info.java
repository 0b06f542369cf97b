/**
 * One running experiment as the window shows it, as properties and plain records: the cursor that is LIVE or in REVIEW,
 * the rows of histograms, the curves, the evaluation of the shown moment, and what the user may do. It knows no
 * control.
 *
 * <p>Main types: {@link normscope.lab.LabViewModel}, {@link normscope.lab.LayersViewModel},
 * {@link normscope.lab.CurvesViewModel}, {@link normscope.lab.EvaluationViewModel}.
 *
 * <p>Thread: the JavaFX thread, or, in tests, any one thread; no toolkit is needed. Of JavaFX only {@code javafx.beans}
 * and {@code javafx.collections}.
 *
 * <p>May import: runner, text, and what these may import.
 */
package normscope.lab;
