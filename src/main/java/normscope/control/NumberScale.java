package normscope.control;

import normscope.text.Numbers;

/**
 * How a number lies on a slider, and by how much an arrow key changes it.
 *
 * <p>A slider position runs from 0 to 1. Values beyond the ends are legal in the text field: the ends only say what the
 * slider reaches. Immutable.
 */
public final class NumberScale {

    /** One step of an arrow key on a logarithmic scale goes to the next of these, in every decade. */
    private static final double[] DECADE = {1, 1.5, 2, 3, 5, 7};

    private enum Shape {
        LINEAR,
        LOG,
        DOUBLING
    }

    private final Shape shape;
    private final double low;
    private final double high;
    private final double step;
    private final boolean fromZero;

    private NumberScale(Shape shape, double low, double high, double step, boolean fromZero) {
        if (!(low < high) || shape != Shape.LINEAR && low <= 0) {
            throw new IllegalArgumentException("no scale from " + low + " to " + high);
        }
        this.shape = shape;
        this.low = low;
        this.high = high;
        this.step = step;
        this.fromZero = fromZero;
    }

    /** An even scale between two ends; values are multiples of the step, which an arrow key adds. */
    public static NumberScale linear(double low, double high, double step) {
        return new NumberScale(Shape.LINEAR, low, high, step, false);
    }

    /** A logarithmic scale from above 0; values have two significant digits. */
    public static NumberScale log(double low, double high) {
        return new NumberScale(Shape.LOG, low, high, 0, false);
    }

    /** A logarithmic scale whose left end is 0 itself, and whose smallest value beside that is {@code low}. */
    public static NumberScale logFromZero(double low, double high) {
        return new NumberScale(Shape.LOG, low, high, 0, true);
    }

    /** A logarithmic scale of whole numbers from at least 1; arrow keys go to the next power of two. */
    public static NumberScale doubling(int low, int high) {
        return new NumberScale(Shape.DOUBLING, low, high, 0, false);
    }

    /** Tells whether only whole numbers make sense. */
    public boolean isWhole() {
        return shape == Shape.DOUBLING || shape == Shape.LINEAR && step == Math.rint(step);
    }

    /** {@return the value at a place of the slider, 0 to 1, rounded to what is sensible to show} */
    public double valueAt(double position) {
        double p = Math.max(0, Math.min(1, position));
        if (fromZero && p == 0) {
            return 0;
        }
        if (shape == Shape.LINEAR) {
            return snap(low + p * (high - low));
        }
        double value = Numbers.round(low * Math.pow(high / low, p), 2);
        return shape == Shape.DOUBLING ? Math.rint(value) : value;
    }

    /** {@return the place of a value on the slider, 0 to 1; beyond an end it lies at the end} */
    public double positionOf(double value) {
        double p = shape == Shape.LINEAR
                ? (value - low) / (high - low)
                : value <= low ? 0 : Math.log(value / low) / Math.log(high / low);
        return Math.max(0, Math.min(1, p));
    }

    /** {@return the next value for an arrow key, 1 or -1, between the ends; coarse by ten steps, or by a decade} */
    public double next(double value, int direction, boolean coarse) {
        if (shape == Shape.LINEAR) {
            return clamp(snap(value + direction * step * (coarse ? 10 : 1)));
        }
        if (value <= 0 || fromZero && direction < 0 && value <= low) {
            return direction > 0 ? low : fromZero ? 0 : low;
        }
        if (shape == Shape.DOUBLING) {
            double exponent = Math.log(value) / Math.log(2);
            double next = direction > 0 ? Math.floor(exponent + 1e-9) + 1 : Math.ceil(exponent - 1e-9) - 1;
            return clamp(Math.rint(Math.pow(2, coarse ? next + 2 * direction : next)));
        }
        return clamp(coarse ? Numbers.round(value * Math.pow(10, direction), 2) : nextOfDecade(value, direction));
    }

    private double nextOfDecade(double value, int direction) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        int start = exponent * DECADE.length + (direction > 0 ? 0 : DECADE.length);
        for (int i = start; ; i += direction) {
            double candidate = ofDecade(i);
            if (direction * (candidate - value) > 1e-9 * value) {
                return candidate;
            }
        }
    }

    /** The i-th number of the series over all decades; number 0 is 1. */
    private static double ofDecade(int i) {
        int decade = Math.floorDiv(i, DECADE.length);
        return Numbers.round(DECADE[Math.floorMod(i, DECADE.length)] * Math.pow(10, decade), 2);
    }

    private double snap(double value) {
        return Numbers.round(Math.rint(value / step) * step, 9);
    }

    private double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
