package normscope.experiment;

import java.util.random.RandomGenerator;
import normscope.data.Dataset;
import normscope.data.Split;
import normscope.math.Gaussian;
import org.ejml.data.DMatrixRMaj;

/** Does to the inputs of a set what an {@link InputShift} says. */
final class Transform {

    private Transform() {}

    /**
     * Changes a set in place.
     *
     * @param progress how much of it, 0 … 1
     * @param set the examples, as the networks get them. The inputs are modified.
     * @param before how the inputs were scaled
     */
    static void apply(InputShift shift, double progress, Dataset set, Split before, RandomGenerator random) {
        boolean planar = set.inputs() == 2;
        if (shift instanceof InputShift.Translate move) {
            move(set, progress * move.dx(), progress * (planar ? move.dy() : move.dx()), -1);
        } else if (shift instanceof InputShift.ClassShift move) {
            move(set, progress * move.dx(), progress * (planar ? move.dy() : move.dx()), move.label());
        } else if (shift instanceof InputShift.Scale scale) {
            double fx = 1 + progress * (scale.fx() - 1);
            scale(set.x(), fx, planar ? 1 + progress * (scale.fy() - 1) : fx);
        } else if (shift instanceof InputShift.Rotate turn) {
            turn(set.x(), Math.toRadians(progress * turn.degrees()));
        } else if (shift instanceof InputShift.Noise noise) {
            addNoise(set.x(), progress * noise.sd(), random);
        } else {
            picture(shift, progress, set.x(), before, random);
        }
    }

    /** What happens to pictures happens to their ink, 0 … 1, whether the networks get it standardized or not. */
    private static void picture(
            InputShift shift, double progress, DMatrixRMaj x, Split before, RandomGenerator random) {
        int pixels = x.numCols;
        double[] ink = new double[pixels];
        for (int row = 0; row < x.numRows; row++) {
            for (int i = 0; i < pixels; i++) {
                ink[i] = x.get(row, i) * before.scale()[i] + before.shift()[i];
            }
            double[] changed = picture(shift, ink, random);
            for (int i = 0; i < pixels; i++) {
                double mixed = ink[i] + progress * (changed[i] - ink[i]);
                x.set(row, i, (mixed - before.shift()[i]) / before.scale()[i]);
            }
        }
    }

    private static double[] picture(InputShift shift, double[] ink, RandomGenerator random) {
        double[] changed = ink.clone();
        if (shift instanceof InputShift.Paper paper) {
            boolean touched = random.nextDouble() < paper.fraction();
            double own = random.nextDouble();
            double grey = touched ? paper.grey() * (paper.varied() ? own : 1) : 0;
            for (int i = 0; i < changed.length; i++) {
                changed[i] = grey + (1 - grey) * ink[i];
            }
        } else if (shift instanceof InputShift.Negative) {
            for (int i = 0; i < changed.length; i++) {
                changed[i] = 1 - ink[i];
            }
        } else if (shift instanceof InputShift.Pixels pixels) {
            int side = (int) Math.round(Math.sqrt(ink.length));
            for (int i = 0; i < changed.length; i++) {
                int row = i / side - pixels.down();
                int column = i % side - pixels.right();
                boolean inside = row >= 0 && row < side && column >= 0 && column < side;
                changed[i] = inside ? ink[row * side + column] : 0;
            }
        }
        return changed;
    }

    /** Adds to the first column one number and to all others another, for one class or for all (-1). */
    private static void move(Dataset set, double first, double others, int label) {
        DMatrixRMaj x = set.x();
        for (int i = 0; i < x.getNumElements(); i++) {
            if (label < 0 || set.label(i / x.numCols) == label) {
                x.data[i] += i % x.numCols == 0 ? first : others;
            }
        }
    }

    private static void scale(DMatrixRMaj x, double first, double others) {
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] *= i % x.numCols == 0 ? first : others;
        }
    }

    private static void turn(DMatrixRMaj x, double radians) {
        // StrictMath's, since Math's may round differently from one Java version to the next.
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        for (int i = 0; i < x.getNumElements(); i += 2) {
            double first = x.data[i];
            double second = x.data[i + 1];
            x.data[i] = cos * first - sin * second;
            x.data[i + 1] = sin * first + cos * second;
        }
    }

    private static void addNoise(DMatrixRMaj x, double sd, RandomGenerator random) {
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] += sd * Gaussian.next(random);
        }
    }
}
