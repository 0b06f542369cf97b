package normscope.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import normscope.nn.Layer;
import normscope.nn.Loss;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** The mini-batches of a run as rows of one table, and the losses that they gave. */
final class Tape {

    private final DistinctExamples rows;
    private final int examples;
    private final int batch;
    private final int[] batches;
    private final double[] importance;
    private final double[][] losses;
    private boolean weighted;
    private boolean single;
    private int steps;

    /** An empty one, for at most so many steps and examples of a mini-batch. */
    Tape(DistinctExamples rows, int networks, int most, int batch) {
        this.rows = rows;
        this.examples = rows.size();
        this.batch = batch;
        batches = new int[Math.multiplyExact(most, batch)];
        Arrays.fill(batches, -1);
        importance = new double[batches.length];
        Arrays.fill(importance, 1);
        losses = new double[networks][most];
    }

    /**
     * Adds one step.
     *
     * @param weights what each example counts; null for 1
     * @param loss of each network; NaN of one that has diverged
     */
    void add(DMatrixRMaj x, DMatrixRMaj y, double[] weights, double[] loss) {
        rows.find(x, y, batches, steps * batch);
        if (weights != null) {
            weighted = true;
            System.arraycopy(weights, 0, importance, steps * batch, x.numRows);
        }
        single |= x.numRows == 1;
        for (int arm = 0; arm < loss.length; arm++) {
            losses[arm][steps] = loss[arm];
        }
        steps++;
    }

    int steps() {
        return steps;
    }

    /** {@return the loss of a network in a step; NaN if it had diverged} */
    double loss(int network, int step) {
        return losses[network][step];
    }

    /** {@return what there is to tell of} */
    List<Recording.Feature> features() {
        return Arrays.stream(Recording.Feature.values())
                .filter(feature -> switch (feature) {
                    case IMPORTANCE -> weighted;
                    case MOVED -> rows.size() > examples;
                    case SINGLE -> single;
                })
                .toList();
    }

    /** Adds the arrays; the loss tells whether labels are class numbers, as PyTorch wants them, or targets. */
    void addTo(Map<String, Npy> arrays, Loss loss) {
        arrays.put("x", rows.x());
        double[] y = rows.y();
        arrays.put("y", labels(y, rows.size(), loss));
        arrays.put("batches", Npy.of(batches, steps, batch));
        if (weighted) {
            arrays.put("importance", Npy.of(importance, steps, batch));
        }
        double[] all = new double[losses.length * steps];
        for (int arm = 0; arm < losses.length; arm++) {
            System.arraycopy(losses[arm], 0, all, arm * steps, steps);
        }
        arrays.put("losses", Npy.of(all, losses.length, steps));
    }

    /** {@return labels or targets as the loss wants them} */
    static Npy labels(double[] y, int size, Loss loss) {
        return switch (loss) {
            case BCE -> Npy.of(y, size);
            case SOFTMAX ->
                Npy.of(Arrays.stream(y).mapToInt(label -> (int) label).toArray(), size);
            case MSE, HALF_MSE -> Npy.of(y, size, y.length / size);
        };
    }

    /**
     * Adds the first weights of all networks, which are the same, and the biases that are not 0; returns the layers
     * with such biases in each network, from 0.
     */
    static List<List<Integer>> addWeights(Map<String, Npy> arrays, List<Network> networks) {
        Network first = networks.get(0);
        for (int i = 0; i < first.layerCount(); i++) {
            Layer layer = first.layer(i);
            arrays.put("W" + (i + 1), Npy.of(layer.w().data.clone(), layer.inputs(), layer.units()));
        }
        return networks.stream().map(network -> addBiases(arrays, network)).toList();
    }

    private static List<Integer> addBiases(Map<String, Npy> arrays, Network network) {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < network.layerCount(); i++) {
            double[] b = network.layer(i).b();
            if (Arrays.stream(b).anyMatch(value -> value != 0)) {
                drawn.add(i);
                arrays.put("b" + (i + 1), Npy.of(b.clone(), b.length));
            }
        }
        return drawn;
    }
}
