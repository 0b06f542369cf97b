/**
 * Every figure of the Lab: histograms, curves over the steps, percentile bands, decision boundaries, confusion
 * matrices.
 *
 * <p>A {@link normscope.chart.Figure} is drawn on a {@code Graphics2D} and knows neither JavaFX nor files. One drawing
 * code therefore serves the window ({@link normscope.chart.FigureCanvas}) and the pictures written without a display
 * ({@link normscope.chart.FigureImages}, {@link normscope.chart.FigurePage}), and the two agree pixel by pixel. Figures
 * take small records of plain numbers; they compute no statistics. JFreeChart draws the plots: see {@code XYFigure}.
 * {@link normscope.chart.ChartTheme} holds colours, type sizes and strokes. {@link normscope.chart.FormulaImage}
 * typesets formulas.
 *
 * <p>Thread: a figure belongs to one thread at a time, in the window the FX thread.
 *
 * <p>Permitted imports: {@code history}, {@code experiment}, {@code stats}, {@code text} of this program; AWT,
 * JFreeChart, JLaTeXMath, Batik and JavaFX. It is the only package that may use AWT and the libraries that draw with
 * it.
 */
package normscope.chart;
