package normscope.experiment;

import java.util.List;

/**
 * One arm at one moment: its whole state, and what its hidden layers do with the next mini-batch.
 *
 * @param networkState parameters and running statistics, in the order of {@code Network.copyStateTo}. Not to be
 *     modified.
 * @param optimizerState the optimizer's memory, in the order of {@code Optimizer.copyStateTo}. Not to be modified.
 * @param divergence where the arm left the finite numbers, or null
 */
public record ArmSnapshot(
        double[] networkState, double[] optimizerState, Divergence divergence, List<LayerSnapshot> layers) {

    /** The memory that this takes: bytes, without object headers. */
    long bytes() {
        return 8L * (networkState.length + optimizerState.length)
                + layers.stream().mapToLong(LayerSnapshot::bytes).sum();
    }
}
