package normscope.cli;

/** Measures the window. The commands know no window; the program hands them something that does. */
@FunctionalInterface
public interface WindowBench {

    /**
     * What was measured.
     *
     * @param medianMillis the median of the time that a frame takes on the JavaFX thread
     * @param p99Millis the 99th percentile of it
     * @param stepsPerSecond training steps of both arms a second meanwhile
     */
    record Times(double framesPerSecond, double medianMillis, double p99Millis, double stepsPerSecond) {}

    /**
     * Opens a window of 1440x900, trains the default experiment in it (at infinity: as fast as possible), closes it.
     */
    Times measure(double warmUp, double seconds, double stepsPerSecond);
}
