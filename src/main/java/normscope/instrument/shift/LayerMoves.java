package normscope.instrument.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.Arms;
import normscope.instrument.Replica;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.stats.Wasserstein;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How far the hidden layers have moved since a moment, measured in two ways. Values are those that the activation gets
 * (z, or with batch normalization z-tilde) in TRAIN mode, for the same training examples as one batch, so that chance
 * has no part in it.
 *
 * <ul>
 *   <li>Single units: per unit the Wasserstein-1 distance of the values then and now, its mean over the layer's units
 *       divided by the mean of their standard deviations then. It does not see what units do together.
 *   <li>The whole layer: the accuracy that a linear {@link ReadOut}, fitted then, has lost.
 * </ul>
 */
public final class LayerMoves {

    /** At most so many training examples are put through the networks. */
    public static final int EXAMPLES = 512;

    private final Mode mode;
    private final Arms<List<Then>> before;

    private record Values(DMatrixRMaj all, double[][] units, double meanSd) {}

    /** What one layer had, and how it could be read. */
    private record Then(Values values, ReadOut readOut, double accuracy) {}

    /**
     * How far the hidden layers of one arm have moved; each list one number a layer, NaN if the arm has diverged.
     *
     * @param single distances of single units' distributions, in standard deviations of before
     * @param lost the accuracy that the read-out has lost, as a fraction; less than 0 if it has gained
     */
    public record Moves(List<Double> single, List<Double> lost) {
        static final Moves NONE = new Moves(List.of(), List.of());
    }

    /** Remembers the moment of a replica in TRAIN mode. */
    public LayerMoves(Replica replica) {
        this(replica, Mode.TRAIN);
    }

    /** Remembers the moment of a replica, in TRAIN mode, the examples as one batch, or in EVAL mode. */
    public LayerMoves(Replica replica, Mode mode) {
        this.mode = mode;
        int[] labels = labels(replica);
        int classes = replica.train().classes();
        before = Arms.make(
                replica.arms(),
                arm -> values(replica, arm).stream()
                        .map(values -> {
                            ReadOut readOut = new ReadOut(values.all(), labels, classes);
                            return new Then(values, readOut, readOut.accuracy(values.all(), labels));
                        })
                        .toList());
    }

    private static int[] labels(Replica replica) {
        int rows = Math.min(EXAMPLES, replica.train().size());
        return IntStream.range(0, rows).map(replica.train()::label).toArray();
    }

    private List<Values> values(Replica replica, int arm) {
        Network network = replica.network(arm);
        DMatrixRMaj all = replica.train().x();
        int rows = Math.min(EXAMPLES, all.numRows);
        DMatrixRMaj x = CommonOps_DDRM.extract(all, 0, rows, 0, all.numCols);
        network.forward(x, mode);
        return IntStream.range(0, network.layerCount() - 1)
                .mapToObj(l -> values(network.layer(l), rows))
                .toList();
    }

    private static Values values(Layer layer, int rows) {
        double[][] units = new double[layer.units()][];
        double sds = 0;
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = CommonOps_DDRM.extractColumn(layer.zTilde(), unit, null).data;
            sds += Moments.of(units[unit], rows).sd();
        }
        return new Values(layer.zTilde().copy(), units, sds / units.length);
    }

    public Arms<Moves> moves(Replica replica) {
        return Arms.make(replica.arms(), arm -> moves(replica, arm));
    }

    /** {@return how far each layer of an arm is from where it was, at a later moment of the same training examples} */
    public Moves moves(Replica replica, int arm) {
        int[] labels = labels(replica);
        boolean diverged = replica.diverged(arm);
        List<Double> single = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        List<Values> now = values(replica, arm);
        for (int l = 0; l < now.size(); l++) {
            Then then = before.get(arm).get(l);
            single.add(diverged ? Double.NaN : distance(then.values(), now.get(l)));
            double accuracy = then.readOut().accuracy(now.get(l).all(), labels);
            lost.add(diverged ? Double.NaN : then.accuracy() - accuracy);
        }
        return new Moves(List.copyOf(single), List.copyOf(lost));
    }

    private static double distance(Values then, Values now) {
        double sum = 0;
        for (int unit = 0; unit < then.units().length; unit++) {
            sum += Wasserstein.distance(then.units()[unit].clone(), now.units()[unit]);
        }
        return sum / then.units().length / then.meanSd();
    }
}
