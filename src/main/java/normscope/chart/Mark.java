package normscope.chart;

/**
 * A flag on the time axis: something was done to the run at this step.
 *
 * @param step number of updates made before it
 * @param label one or two words
 */
public record Mark(double step, String label) {}
