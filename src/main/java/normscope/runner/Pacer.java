package normscope.runner;

import java.util.concurrent.locks.LockSupport;

/** Spaces steps in time and measures how many are made. */
final class Pacer {

    private static final double NANOS = 1e9;

    /** Falling behind by more than this is forgiven, so that a slow moment is not followed by a rush. */
    private static final double PATIENCE = 0.1 * NANOS;

    /** Up to so many steps a second, each can be looked at. */
    static final double EACH_SEEN = 25;

    private static final double WINDOW = 0.5 * NANOS;

    private double interval;
    private double due;
    private boolean running;
    private long windowStart;
    private long windowSteps;
    private double measured;

    void setSpeed(double stepsPerSecond) {
        interval = NANOS / stepsPerSecond;
        due = System.nanoTime();
    }

    void start() {
        if (!running) {
            running = true;
            due = System.nanoTime();
            windowStart = System.nanoTime();
            windowSteps = 0;
            measured = 0;
        }
    }

    void stop() {
        running = false;
    }

    /** Whether steps are so slow that each can be looked at. */
    boolean isSlow() {
        return interval >= NANOS / EACH_SEEN;
    }

    boolean isDue() {
        return interval == 0 || System.nanoTime() >= due;
    }

    void count() {
        long now = System.nanoTime();
        due = Math.max(due + interval, now - PATIENCE);
        windowSteps++;
        if (now - windowStart >= WINDOW) {
            measured = windowSteps * NANOS / (now - windowStart);
            windowStart = now;
            windowSteps = 0;
        }
    }

    /** Steps a second over the last half second; 0 until that has passed. */
    double measured() {
        return measured;
    }

    /** Waits until the next step is due, or something is asked for. */
    void await() {
        long wait = (long) (due - System.nanoTime());
        if (wait > 0) {
            LockSupport.parkNanos(this, wait);
        }
    }
}
