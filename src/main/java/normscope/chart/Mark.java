package normscope.chart;

/** A flag on the time axis, of one or two words: something was done to the run after so many updates. */
public record Mark(double step, String label) {}
