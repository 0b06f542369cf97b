package normscope.instrument.shift;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Arms;
import normscope.instrument.Replica;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.stats.Wasserstein;
import org.ejml.data.DMatrixRMaj;

/**
 * How far the distributions of the hidden layers have moved since a moment: per unit the Wasserstein-1 distance of the
 * values then and now, its mean over the layer's units divided by the mean of their standard deviations then. Values
 * are those that the activation gets (z, or with batch normalization z-tilde) in TRAIN mode, for the same training
 * examples as one batch, so that chance has no part in it.
 */
public final class LayerMoves {

    /** At most so many training examples are put through the networks. */
    public static final int EXAMPLES = 512;

    private final Mode mode;
    private final Arms<List<Values>> before;

    /** What one layer's units had. */
    private record Values(double[][] units, double meanSd) {}

    /**
     * Remembers a moment.
     *
     * @param replica at the moment
     */
    public LayerMoves(Replica replica) {
        this(replica, Mode.TRAIN);
    }

    /**
     * Remembers a moment.
     *
     * @param replica at the moment
     * @param mode TRAIN, the examples as one batch, or EVAL
     */
    public LayerMoves(Replica replica, Mode mode) {
        this.mode = mode;
        before = Arms.make(replica.arms(), arm -> values(replica, arm));
    }

    private List<Values> values(Replica replica, int arm) {
        Network network = replica.network(arm);
        DMatrixRMaj all = replica.train().x();
        int rows = Math.min(EXAMPLES, all.numRows);
        DMatrixRMaj x = new DMatrixRMaj(rows, all.numCols);
        System.arraycopy(all.data, 0, x.data, 0, x.getNumElements());
        network.forward(x, mode);
        List<Values> result = new ArrayList<>();
        for (int l = 0; l < network.layerCount() - 1; l++) {
            result.add(values(network.layer(l), rows));
        }
        return result;
    }

    private static Values values(Layer layer, int rows) {
        double[][] units = new double[layer.units()][rows];
        double sds = 0;
        for (int unit = 0; unit < units.length; unit++) {
            for (int row = 0; row < rows; row++) {
                units[unit][row] = layer.zTilde().get(row, unit);
            }
            sds += Moments.of(units[unit], rows).sd();
        }
        return new Values(units, sds / units.length);
    }

    /** {@return the distances of every arm's layers, as {@link #distances(Replica, int)} gives them} */
    public Arms<List<Double>> distances(Replica replica) {
        return Arms.make(replica.arms(), arm -> distances(replica, arm));
    }

    /**
     * How far each layer is from where it was.
     *
     * @param replica at the later moment
     * @param arm which network, from 0
     * @return one distance a hidden layer, in units of the old standard deviation; NaN for an arm that has diverged
     */
    public List<Double> distances(Replica replica, int arm) {
        List<Values> now = values(replica, arm);
        List<Double> distances = new ArrayList<>();
        for (int l = 0; l < now.size(); l++) {
            Values then = before.get(arm).get(l);
            distances.add(replica.diverged(arm) ? Double.NaN : distance(then, now.get(l)));
        }
        return List.copyOf(distances);
    }

    private static double distance(Values then, Values now) {
        double sum = 0;
        for (int unit = 0; unit < then.units().length; unit++) {
            sum += Wasserstein.distance(then.units()[unit].clone(), now.units()[unit]);
        }
        return sum / then.units().length / then.meanSd();
    }
}
