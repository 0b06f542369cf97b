package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The inputs are transformed, as by a sensor that drifts: a change of every example's inputs; the labels stay. It works
 * in the networks' coordinates, after standardizing. Planar data have two inputs; of other data, moves, scalings and
 * noise act on every input with their first number.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface InputShift extends DataChange {

    double MAX_MOVE = 100;

    double MAX_FACTOR = 1000;

    /** {@return two numbers, as files have them in a list} */
    private static double[] pair(double[] list) {
        if (list.length != 2) {
            throw new InvalidSettingException(
                    "move", "has %d entries; give 2, one an input of the plane.", list.length);
        }
        return list;
    }

    /** Moves all examples by two numbers, each -100 … 100. */
    @JsonTypeName("move")
    record Translate(double dx, double dy) implements InputShift {
        public Translate {
            Check.within("dx", dx, -MAX_MOVE, MAX_MOVE);
            Check.within("dy", dy, -MAX_MOVE, MAX_MOVE);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Translate of(double[] list) {
            return new Translate(pair(list)[0], list[1]);
        }

        @JsonValue
        double[] list() {
            return new double[] {dx, dy};
        }
    }

    /** Multiplies the inputs, as another unit of measurement does, by more than 0 and at most 1000. */
    @JsonTypeName("scale")
    record Scale(double fx, double fy) implements InputShift {
        public Scale {
            Check.above("fx", fx, 0, MAX_FACTOR);
            Check.above("fy", fy, 0, MAX_FACTOR);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Scale of(double[] list) {
            return new Scale(pair(list)[0], list[1]);
        }

        @JsonValue
        double[] list() {
            return new double[] {fx, fy};
        }
    }

    /** Turns all examples about the origin, counterclockwise by -360 … 360 degrees. Only planar data can be turned. */
    @JsonTypeName("rotate")
    record Rotate(@JsonValue double degrees) implements InputShift {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Rotate {
            Check.within("degrees", degrees, -360, 360);
        }

        @Override
        public void check(DataConfig data) {
            Check.that(data.isPlanar(), "rotate", "needs data of two inputs.");
        }
    }

    /** Moves the examples of one class, from 0, by two numbers, each -100 … 100. */
    @JsonTypeName("class")
    @JsonIncludeProperties({"label", "move"})
    record ClassShift(int label, double dx, double dy) implements InputShift {
        public ClassShift {
            Check.within("label", label, 0, Integer.MAX_VALUE);
            Check.within("dx", dx, -MAX_MOVE, MAX_MOVE);
            Check.within("dy", dy, -MAX_MOVE, MAX_MOVE);
        }

        @JsonCreator
        static ClassShift of(@JsonProperty("label") int label, @JsonProperty("move") double[] move) {
            return new ClassShift(label, pair(move)[0], move[1]);
        }

        @JsonProperty
        double[] move() {
            return new double[] {dx, dy};
        }

        @Override
        public void check(DataConfig data) {
            Check.whole("class.label", label, 0, data.classes() - 1);
        }
    }

    /** Adds Gaussian noise of a standard deviation of 0 … 100, to each example its own and always the same. */
    @JsonTypeName("noise")
    record Noise(@JsonValue double sd) implements InputShift {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Noise {
            Check.within("sd", sd, 0, MAX_MOVE);
        }
    }

    /**
     * Puts pictures on grey paper: ink x becomes g + (1 - g) x, where 0 is white and 1 is black.
     *
     * @param grey g, 0 … 1
     * @param fraction how many of the pictures, 0 … 1, chosen at random and always the same
     * @param varied whether each has a grey of its own, evenly distributed between 0 and g
     */
    @JsonTypeName("paper")
    record Paper(
            double grey,
            @Json.MayBeAbsent Double fraction,

            @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean varied)
            implements InputShift {
        /** Checks the numbers; all pictures if nothing is said. */
        public Paper {
            Check.within("grey", grey, 0, 1);
            if (fraction == null) {
                fraction = 1.0;
            }
            Check.within("fraction", fraction, 0, 1);
        }

        public Paper(double grey, double fraction, boolean varied) {
            this(grey, (Double) fraction, varied);
        }

        @Override
        public void check(DataConfig data) {
            pictures("paper", data);
        }
    }

    /** Turns pictures into their negatives: ink x becomes 1 - x. */
    @JsonTypeName("negative")
    record Negative() implements InputShift, Json.Flag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Negative of(boolean on) {
            return new Negative();
        }

        @Override
        public void check(DataConfig data) {
            pictures("negative", data);
        }
    }

    /** Moves pictures by -7 … 7 pixels each way; what comes in at the edge is white. */
    @JsonTypeName("pixels")
    record Pixels(int right, int down) implements InputShift {
        public Pixels {
            Check.whole("right", right, -7, 7);
            Check.whole("down", down, -7, 7);
        }

        @Override
        public void check(DataConfig data) {
            pictures("pixels", data);
        }
    }

    private static void pictures(String kind, DataConfig data) {
        Check.that(data.hasPictures(), kind, "needs pictures, such as digits.");
    }
}
