package normscope.instrument.proofs;

import java.util.ArrayList;
import java.util.List;
import normscope.instrument.Replica;
import normscope.instrument.proofs.Finding.Item;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** What becomes of logits and gradients when one layer's weights are multiplied by a number. */
final class ScaleChecks {

    /** With weights 100 times smaller epsilon weighs 10^4 times more; so much more the logits move at least. */
    private static final double TRAP = 10;

    private final Replica replica;
    /** Of the logits, and as a share of the gradient's factor. */
    private final double bound;

    /** How far the logits moved, and ‖dW‖ before divided by ‖dW‖ after. */
    private record Effect(double move, double shrinking) {}

    ScaleChecks(Replica replica, double bound) {
        this.replica = replica;
        this.bound = bound;
    }

    List<Finding> run(List<Integer> layers) {
        List<List<Finding>> all =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int normalized = replica.batchNormArm();
        int plain = replica.plainArm();
        for (int layer : layers) {
            Effect ten = effect(normalized, layer, 10);
            Effect hundred = effect(normalized, layer, 100);
            Effect hundredth = effect(normalized, layer, 0.01);
            boolean contrasts = ProofChecks.contrasts(replica, layer);
            Effect none = new Effect(Double.NaN, Double.NaN);
            Effect tenPlain = contrasts ? effect(plain, layer, 10) : none;
            Effect hundredPlain = contrasts ? effect(plain, layer, 100) : none;
            Effect hundredthPlain = contrasts ? effect(plain, layer, 0.01) : none;
            all.get(0).add(new Finding(Item.SCALE_10, layer, 0, ten.move, bound, tenPlain.move));
            all.get(1).add(new Finding(Item.SCALE_100, layer, 0, hundred.move, bound, hundredPlain.move));
            all.get(2)
                    .add(new Finding(Item.GRADIENT_SCALE_10, layer, 10, ten.shrinking, 10 * bound, tenPlain.shrinking));
            all.get(3)
                    .add(new Finding(
                            Item.GRADIENT_SCALE_100,
                            layer,
                            100,
                            hundred.shrinking,
                            100 * bound,
                            hundredPlain.shrinking));
            all.get(4)
                    .add(new Finding(
                            Item.SCALE_HUNDREDTH, layer, 0, hundredth.move, TRAP * hundred.move, hundredthPlain.move));
        }
        return all.stream().map(ProofChecks::worst).toList();
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
