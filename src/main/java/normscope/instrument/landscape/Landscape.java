package normscope.instrument.landscape;

import java.util.List;
import java.util.stream.DoubleStream;
import normscope.experiment.ExperimentConfig;

/**
 * The loss on a plane through the weights of each arm at one moment, in TRAIN mode without dropout and L2.
 *
 * @param settings how it was made
 * @param config of the experiment
 * @param examples of so many examples
 * @param arms one an arm; null of one that has diverged
 */
record Landscape(LandscapeSettings settings, ExperimentConfig config, long step, int examples, List<OfArm> arms) {

    /**
     * One arm's landscape.
     *
     * @param losses at second * side + first; may be infinite or NaN. Not to be modified.
     * @param plane the plane that they are on
     */
    record OfArm(double[] losses, Plane plane) {

        double middle() {
            return losses[losses.length / 2];
        }

        DoubleStream finite() {
            return DoubleStream.of(losses).filter(Double::isFinite);
        }
    }

    /** {@return how far a grid point is from the middle, in lengths of the weights; of the middle itself 0} */
    static double place(LandscapeSettings settings, int index) {
        return settings.reach() * (2.0 * index / (settings.side() - 1) - 1);
    }

    /**
     * {@return the second derivative of the loss at the weights along a direction, 0 or 1, by differences between
     * neighbours, for a length as that of all weights}
     */
    double curvature(OfArm arm, int direction) {
        int by = direction == 0 ? 1 : settings.side();
        int at = arm.losses.length / 2;
        double h = 2 * settings.reach() / (settings.side() - 1);
        return (arm.losses[at - by] - 2 * arm.losses[at] + arm.losses[at + by]) / (h * h);
    }
}
