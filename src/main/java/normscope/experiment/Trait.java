package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import normscope.data.Split;

/** A number that each example has by its own inputs, before anything happens to them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Trait {

    /**
     * {@return the number of an example, by its row among the inputs as the networks get them before any change, with
     * the split that tells how these were scaled}
     */
    double of(double[] x, int row, Split split);

    /** Refuses what the data do not have. */
    default void check(DataConfig data) {}

    /**
     * How far the example lies in a direction of the plane, cos(angle) x1 + sin(angle) x2 of the networks' inputs.
     *
     * @param degrees the angle, counterclockwise from the first input's axis, -360 … 360
     */
    @JsonTypeName("direction")
    record Direction(@JsonValue double degrees) implements Trait {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Direction {
            Check.within("direction", degrees, -360, 360);
        }

        @Override
        public double of(double[] x, int row, Split split) {
            double angle = StrictMath.toRadians(degrees);
            return StrictMath.cos(angle) * x[2 * row] + StrictMath.sin(angle) * x[2 * row + 1];
        }

        @Override
        public void check(DataConfig data) {
            Check.that(data.isPlanar(), "direction", "needs data of two inputs.");
        }
    }

    /** How far the example lies from the middle of the networks' inputs, 0. */
    @JsonTypeName("distance")
    record Distance() implements Trait, Json.Flag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Distance of(boolean on) {
            return new Distance();
        }

        @Override
        public double of(double[] x, int row, Split split) {
            int inputs = split.scale().length;
            double sum = 0;
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                sum += x[i] * x[i];
            }
            return Math.sqrt(sum);
        }
    }

    /** How much ink a picture has: the mean of its inputs as they were before standardizing. */
    @JsonTypeName("ink")
    record Ink() implements Trait, Json.Flag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Ink of(boolean on) {
            return new Ink();
        }

        @Override
        public double of(double[] x, int row, Split split) {
            int inputs = split.scale().length;
            double sum = 0;
            for (int i = 0; i < inputs; i++) {
                sum += raw(x, row, i, split);
            }
            return sum / inputs;
        }

        @Override
        public void check(DataConfig data) {
            Check.that(data.hasPictures(), "ink", "needs pictures, such as digits.");
        }
    }

    /** One input, from 0, as it was before standardizing. */
    @JsonTypeName("input")
    record Input(@JsonValue int index) implements Trait {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Input {
            Check.whole("input", index, 0, Integer.MAX_VALUE);
        }

        @Override
        public double of(double[] x, int row, Split split) {
            return raw(x, row, index, split);
        }

        @Override
        public void check(DataConfig data) {
            Check.whole("input", index, 0, data.inputs() - 1);
        }
    }

    private static double raw(double[] x, int row, int input, Split split) {
        return x[row * split.scale().length + input] * split.scale()[input] + split.shift()[input];
    }
}
