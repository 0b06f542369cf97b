package normscope.experiment;

/**
 * A change of every example's inputs; the labels stay. It works in the networks' coordinates, after standardizing.
 * Planar data have two inputs; of other data, moves, scalings and noise act on every input with their first number.
 */
public sealed interface InputShift {

    /** The furthest that inputs may be moved. */
    double MAX_MOVE = 100;

    /** The largest factor. */
    double MAX_FACTOR = 1000;

    /**
     * Moves all examples.
     *
     * @param dx added to the first input, -100 … 100
     * @param dy added to the second input, -100 … 100
     */
    record Translate(double dx, double dy) implements InputShift {
        /** Checks the numbers. */
        public Translate {
            Check.within("shift.dx", dx, -MAX_MOVE, MAX_MOVE);
            Check.within("shift.dy", dy, -MAX_MOVE, MAX_MOVE);
        }
    }

    /**
     * Multiplies the inputs, as another unit of measurement does.
     *
     * @param fx the first input's factor, more than 0 and at most 1000
     * @param fy the second input's factor, likewise
     */
    record Scale(double fx, double fy) implements InputShift {
        /** Checks the numbers. */
        public Scale {
            Check.above("shift.fx", fx, 0, MAX_FACTOR);
            Check.above("shift.fy", fy, 0, MAX_FACTOR);
        }
    }

    /**
     * Turns all examples about the origin. Only planar data can be turned.
     *
     * @param degrees counterclockwise, -360 … 360
     */
    record Rotate(double degrees) implements InputShift {
        /** Checks the angle. */
        public Rotate {
            Check.within("shift.degrees", degrees, -360, 360);
        }
    }

    /**
     * Moves the examples of one class.
     *
     * @param label the class, from 0
     * @param dx added to the first input, -100 … 100
     * @param dy added to the second input, -100 … 100
     */
    record ClassShift(int label, double dx, double dy) implements InputShift {
        /** Checks the numbers. */
        public ClassShift {
            Check.within("shift.label", label, 0, Integer.MAX_VALUE);
            Check.within("shift.dx", dx, -MAX_MOVE, MAX_MOVE);
            Check.within("shift.dy", dy, -MAX_MOVE, MAX_MOVE);
        }
    }

    /**
     * Adds Gaussian noise, to each example its own and always the same.
     *
     * @param sd its standard deviation, 0 … 100
     */
    record Noise(double sd) implements InputShift {
        /** Checks the standard deviation. */
        public Noise {
            Check.within("shift.sd", sd, 0, MAX_MOVE);
        }
    }
}
