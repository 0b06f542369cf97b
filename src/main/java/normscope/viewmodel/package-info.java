/**
 * What the window shows, as properties and plain records: the running experiment, the cursor that is LIVE or in REVIEW,
 * the rows of histograms, the curves, the evaluation of the shown moment, and what the user may do. It knows no
 * control.
 *
 * <p>Main types: {@link normscope.viewmodel.LabViewModel}, {@link normscope.viewmodel.LayersViewModel},
 * {@link normscope.viewmodel.CurvesViewModel}, {@link normscope.viewmodel.EvaluationViewModel}.
 *
 * <p>Thread: the JavaFX thread, or, in tests, any one thread; no toolkit is needed.
 *
 * <p>May import {@code normscope.runner}, {@code normscope.history}, {@code normscope.experiment},
 * {@code normscope.stats}, {@code normscope.text} and what these may import; of JavaFX only {@code javafx.beans} and
 * {@code javafx.collections}.
 */
package normscope.viewmodel;
