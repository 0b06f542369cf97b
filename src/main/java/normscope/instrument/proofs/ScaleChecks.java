package normscope.instrument.proofs;

import java.util.List;
import normscope.instrument.Replica;
import normscope.instrument.proofs.Finding.Item;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * What becomes of logits and gradients when one layer's weights are multiplied by a number.
 *
 * @param bound of the logits, and as a share of the gradient's factor
 */
record ScaleChecks(Replica replica, double bound) {

    /** With weights 100 times smaller epsilon weighs 10^4 times more; so much more the logits move at least. */
    private static final double TRAP = 10;

    /** How far the logits moved, and ‖dW‖ before divided by ‖dW‖ after. */
    private record Effect(double move, double shrinking) {}

    List<Finding> of(int layer) {
        Effect ten = effect(replica.batchNormArm(), layer, 10);
        Effect hundred = effect(replica.batchNormArm(), layer, 100);
        Effect hundredth = effect(replica.batchNormArm(), layer, 0.01);
        Effect tenPlain = contrast(layer, 10);
        Effect hundredPlain = contrast(layer, 100);
        Effect hundredthPlain = contrast(layer, 0.01);
        return List.of(
                new Finding(Item.SCALE_10, layer, 0, ten.move, bound, tenPlain.move),
                new Finding(Item.SCALE_100, layer, 0, hundred.move, bound, hundredPlain.move),
                new Finding(Item.GRADIENT_SCALE_10, layer, 10, ten.shrinking, 10 * bound, tenPlain.shrinking),
                new Finding(
                        Item.GRADIENT_SCALE_100, layer, 100, hundred.shrinking, 100 * bound, hundredPlain.shrinking),
                new Finding(Item.SCALE_HUNDREDTH, layer, 0, hundredth.move, TRAP * hundred.move, hundredthPlain.move));
    }

    private Effect contrast(int layer, double factor) {
        return ProofChecks.contrasts(replica, layer)
                ? effect(replica.plainArm(), layer, factor)
                : new Effect(Double.NaN, Double.NaN);
    }

    private Effect effect(int arm, int index, double factor) {
        Network network = replica.network(arm);
        Layer layer = network.layer(index);
        DMatrixRMaj before = network.forward(replica.x(), Mode.TRAIN).copy();
        network.backward(replica.y());
        double gradient = norm(layer.dW());
        int n = layer.w().getNumElements();
        for (int i = 0; i < n; i++) {
            layer.w().data[i] *= factor;
        }
        DMatrixRMaj after = network.forward(replica.x(), Mode.TRAIN);
        double move = BiasedTail.largestDifference(before, after);
        network.backward(replica.y());
        double scaled = norm(layer.dW());
        replica.restore(arm);
        return new Effect(move, gradient / scaled);
    }

    private static double norm(DMatrixRMaj x) {
        double sum = 0;
        for (int i = 0; i < x.getNumElements(); i++) {
            sum += x.data[i] * x.data[i];
        }
        return Math.sqrt(sum);
    }
}
