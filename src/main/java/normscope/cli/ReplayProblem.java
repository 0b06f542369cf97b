package normscope.cli;

import java.util.List;
import java.util.Map;
import normscope.nn.DecayScope;
import normscope.nn.NetworkSpec;
import normscope.nn.OptimizerSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * A training problem with everything given: what {@code normscope replay} reads.
 *
 * @param network how the network is built
 * @param optimizer the update rule
 * @param l2 lambda of the penalty
 * @param scope which parameters the penalty covers
 * @param init each layer's first parameters
 * @param batches the mini-batches
 * @param schedule the batch of each step, from 0
 * @param report what to write down
 */
record ReplayProblem(
        NetworkSpec network,
        OptimizerSpec optimizer,
        double learningRate,
        double l2,
        DecayScope scope,
        List<LayerInit> init,
        List<Batch> batches,
        int[] schedule,
        Report report) {

    /**
     * A layer's first parameters and running statistics.
     *
     * @param w inputs x units
     * @param others what the layer uses beside the weights, by name, such as b or gamma
     * @param runningMean one a unit; null where none are kept
     * @param runningVar one a unit; null where none are kept
     */
    record LayerInit(DMatrixRMaj w, Map<String, double[]> others, double[] runningMean, double[] runningVar) {}

    /**
     * Examples and what belongs to them.
     *
     * @param x examples x inputs
     * @param y labels or targets
     */
    record Batch(DMatrixRMaj x, DMatrixRMaj y) {}

    /**
     * What to write down, and when; step k means after k updates.
     *
     * @param paramsAfter steps whose parameters and running statistics are written
     * @param evalAfter steps after which the evaluation set is computed
     * @param traceStep the step, from 1, whose forward pass is written
     * @param evaluation the evaluation set; null if there are no such steps
     */
    record Report(List<Integer> paramsAfter, List<Integer> evalAfter, int traceStep, Batch evaluation) {}
}
