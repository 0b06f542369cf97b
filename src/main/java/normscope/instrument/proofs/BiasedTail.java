package normscope.instrument.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import normscope.instrument.Replica;
import normscope.nn.Layer;
import normscope.nn.LayerSpec;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * The layers of a network from one of them on, as a network of their own whose first layer has a bias, also where batch
 * normalization leaves it none: one more input, always 1, whose weights are the bias.
 */
final class BiasedTail {

    private final Replica replica;
    private final Network tail;
    private final Layer first;
    private final DMatrixRMaj x;

    BiasedTail(Replica replica, int arm, int from) {
        this.replica = replica;
        Network whole = replica.network(arm);
        whole.forward(replica.x(), Mode.TRAIN);
        DMatrixRMaj input = from == 0 ? replica.x() : whole.layer(from - 1).a();
        this.tail = new Network(spec(whole, from));
        this.first = tail.layer(0);
        for (int layer = from; layer < whole.layerCount(); layer++) {
            copy(whole.layer(layer), tail.layer(layer - from));
            tail.addToZ(layer - from, whole.layer(layer).addedToZ());
        }
        this.x = new DMatrixRMaj(input.numRows, input.numCols + 1);
        for (int row = 0; row < input.numRows; row++) {
            System.arraycopy(input.data, row * input.numCols, x.data, row * x.numCols, input.numCols);
            x.data[row * x.numCols + input.numCols] = 1;
        }
    }

    private static NetworkSpec spec(Network whole, int from) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int layer = from; layer < whole.layerCount(); layer++) {
            LayerSpec spec = whole.spec().layers().get(layer);
            boolean normalized = whole.layer(layer).normalized();
            layers.add(new LayerSpec(spec.units(), spec.activation(), spec.normalizer(), spec.constants(), normalized));
        }
        int inputs = whole.layer(from).inputs() + 1;
        return new NetworkSpec(inputs, layers, whole.spec().loss(), 0);
    }

    private static void copy(Layer from, Layer to) {
        System.arraycopy(from.w().data, 0, to.w().data, 0, from.inputs() * from.units());
        System.arraycopy(from.b(), 0, to.b(), 0, from.units());
        to.normalizer().copyFrom(from.normalizer());
    }

    /** The largest change of a logit, TRAIN mode, when the biases change by so much. */
    double outputMove(double change) {
        setBias(0);
        DMatrixRMaj before = tail.forward(x, Mode.TRAIN).copy();
        setBias(change);
        DMatrixRMaj after = tail.forward(x, Mode.TRAIN);
        setBias(0);
        return largestDifference(before, after);
    }

    private void setBias(double value) {
        int units = first.units();
        Arrays.fill(first.w().data, (first.inputs() - 1) * units, first.inputs() * units, value);
    }

    /** max |db| / max sum |dz| over the units; 0 where no gradient arrives at all. */
    double biasGradient() {
        tail.forward(x, Mode.TRAIN);
        tail.backward(replica.y());
        int units = first.units();
        double largest = 0;
        double scale = 0;
        for (int unit = 0; unit < units; unit++) {
            largest = Math.max(largest, Math.abs(first.dW().data[(first.inputs() - 1) * units + unit]));
            double sum = 0;
            for (int i = unit; i < first.dZ().getNumElements(); i += units) {
                sum += Math.abs(first.dZ().data[i]);
            }
            scale = Math.max(scale, sum);
        }
        return scale == 0 ? 0 : largest / scale;
    }

    static double largestDifference(DMatrixRMaj a, DMatrixRMaj b) {
        double largest = 0;
        for (int i = 0; i < a.getNumElements(); i++) {
            double difference = Math.abs(a.data[i] - b.data[i]);
            // Not Math.max alone: what is no number is no small difference.
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }
}
