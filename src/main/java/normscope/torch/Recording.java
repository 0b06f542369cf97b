package normscope.torch;

import java.util.List;
import java.util.Map;
import normscope.experiment.Event;
import normscope.nn.NetworkSpec;
import normscope.nn.OptimizerSpec;

/**
 * A run that was really made, and all that another program needs to make it again.
 *
 * @param title of the experiment; may be empty
 * @param normalizedLayers whose weights may have a rate and a penalty of their own, from 0
 * @param features what there is to tell of: parts of the script
 * @param arrays the numbers, by the names that the script knows them by
 * @param rounding the largest relative difference between its losses and those from weights that are off by their last
 *     bit
 * @param eventsLeft how many of the experiment's commands lie behind the end
 */
record Recording(
        String title,
        List<Arm> arms,
        List<Change> changes,
        List<Integer> normalizedLayers,
        List<Feature> features,
        Map<String, Npy> arrays,
        double rounding,
        int eventsLeft) {

    /** What the numbers are like. */
    enum Feature {
        /** Examples count differently in the gradients. */
        IMPORTANCE,
        /** There are rows beside the training set as it was. */
        MOVED,
        /** A mini-batch has one example alone. */
        SINGLE
    }

    /**
     * A network with its optimizer, as they begin.
     *
     * @param l2 lambda of the penalty on weights
     * @param normalizedL2 on those of the normalized layers
     * @param drawnBiases the layers whose biases do not begin at 0, from 0
     */
    record Arm(
            String name,
            NetworkSpec network,
            OptimizerSpec optimizer,
            Rates rates,
            double l2,
            double normalizedL2,
            List<Integer> drawnBiases) {}

    /**
     * The step sizes of one network.
     *
     * @param others of all parameters but these
     * @param normalized of the normalized layers' weights
     */
    record Rates(double others, double normalized) {}

    /**
     * Something that happened.
     *
     * @param rates after it, one an arm
     * @param array the name of the numbers that it needs; null for none
     */
    record Change(Event event, List<Rates> rates, String array) {}
}
