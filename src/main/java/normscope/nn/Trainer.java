package normscope.nn;

import org.ejml.data.DMatrixRMaj;

/** The training step, the same for the window, the command line and the tests. */
public final class Trainer {

    private final Network network;
    private final Optimizer optimizer;
    private final double l2;
    private final DecayScope scope;

    /** A trainer of one network, with the penalty l2/2 sum p<sup>2</sup> over the parameters in the scope. */
    public Trainer(Network network, Optimizer optimizer, double l2, DecayScope scope) {
        this.network = network;
        this.optimizer = optimizer;
        this.l2 = l2;
        this.scope = scope;
    }

    /**
     * One step: forward in TRAIN mode, loss, gradients, running statistics, update.
     *
     * <p>When the forward pass leaves the finite numbers, at any layer, nothing is changed and the result is not finite
     * either; {@link Network#firstNonFiniteLayer()} names the layer. An infinite z that a sigmoid or tanh would hide
     * from the loss counts.
     *
     * @param x examples x inputs. Not modified.
     * @param y the labels or targets, see {@link Loss}. Not modified.
     * @return the mean data loss before the update; NaN or infinite when the step was not made
     */
    public double step(DMatrixRMaj x, DMatrixRMaj y, double learningRate) {
        return step(x, y, null, learningRate);
    }

    /**
     * The same with examples of different weight in the gradients, see {@link Network#backward(DMatrixRMaj, double[])};
     * in the loss that is returned all count alike.
     */
    public double step(DMatrixRMaj x, DMatrixRMaj y, double[] importance, double learningRate) {
        network.forward(x, Mode.TRAIN);
        double loss = network.loss(y);
        if (network.firstNonFiniteLayer() >= 0) {
            return Double.isFinite(loss) ? Double.NaN : loss;
        }
        if (!Double.isFinite(loss)) {
            return loss;
        }
        network.updateRunningStatistics();
        network.backward(y, importance);
        optimizer.step(learningRate, l2, scope);
        return loss;
    }
}
