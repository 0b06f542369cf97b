package normscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import normscope.data.Dataset;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.math.Gaussian;
import org.ejml.data.DMatrixRMaj;

/**
 * All that has happened to the inputs of an experiment, in order. Together with the seed and a step it says exactly
 * which data the networks get at that step.
 *
 * @param changes the oldest first; each acts on what those before it left
 */
public record Shifts(List<Change> changes) {

    /** The inputs as they were generated. */
    public static final Shifts NONE = new Shifts(List.of());

    /** Copies the list. */
    public Shifts {
        changes = List.copyOf(changes);
    }

    /**
     * One shift.
     *
     * @param shift what happens
     * @param step when it begins, in updates made
     * @param driftSteps how many steps it takes to be complete; 0 for at once
     */
    public record Change(InputShift shift, long step, long driftSteps) {

        /** The share that has happened at a step: 0 … 1, growing evenly. */
        double progress(long now) {
            return now >= step + driftSteps ? 1 : Math.max(0, (double) (now - step) / driftSteps);
        }
    }

    /**
     * These and one more.
     *
     * @param shift what happens
     * @param step when it begins
     * @param driftSteps how many steps it takes
     * @return a longer list
     */
    public Shifts and(InputShift shift, long step, long driftSteps) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(shift, step, driftSteps));
        return new Shifts(all);
    }

    /** Whether nothing has happened. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** From when on the inputs stay as they are: the step at which the last drift is complete; 0 without any shift. */
    public long settledAt() {
        long last = 0;
        for (Change change : changes) {
            last = Math.max(last, change.step() + change.driftSteps());
        }
        return last;
    }

    /**
     * Refuses what cannot be done to the data.
     *
     * @throws InvalidSettingException for a turn of data that are not planar, and a class that there is not
     */
    public static void check(InputShift shift, DataConfig data) {
        if (shift instanceof InputShift.Rotate && !data.kind().isPlanar()) {
            throw new InvalidSettingException("shift.rotate", "needs data of two inputs.");
        }
        if (shift instanceof InputShift.ClassShift move) {
            Check.whole("shift.class.label", move.label(), 0, data.kind().classes() - 1);
        }
    }

    /**
     * The data of a step.
     *
     * @param before the data as they were without any shift. Not modified.
     * @param seed the experiment's seed, for the noise
     * @return {@code before} itself without any shift, else copies; the scaling to raw coordinates is the same
     */
    public Split at(Split before, long step, long seed) {
        if (isEmpty()) {
            return before;
        }
        return new Split(
                moved(before.train(), 0, step, seed),
                moved(before.test(), 1, step, seed),
                before.shift(),
                before.scale());
    }

    private Dataset moved(Dataset set, int which, long step, long seed) {
        Dataset copy = new Dataset(set.x().copy(), set.y(), set.classes());
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            RandomGenerator noise = new RandomStreams(seed).of("shift-noise", 2L * i + which);
            apply(change.shift(), change.progress(step), copy, noise);
        }
        return copy;
    }

    private static void apply(InputShift shift, double progress, Dataset set, RandomGenerator random) {
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
        }
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
