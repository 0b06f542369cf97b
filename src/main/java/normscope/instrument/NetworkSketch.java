package normscope.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import normscope.chart.NetworkDrawing;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** Chooses the few units that are drawn of each layer of a network, and takes out what is drawn of them. */
public final class NetworkSketch {

    /** A number of one unit of one layer; the inputs are layer 0, the outputs the last. */
    @FunctionalInterface
    public interface Of {
        double value(int layer, int unit);
    }

    private final Network network;
    private final List<int[]> shown = new ArrayList<>();
    private final int unit;

    /**
     * Chooses the units: of hidden layers those around one, of inputs and outputs some all over.
     *
     * @param network its weights are those that are drawn. Not modified.
     * @param unit the one that is looked at, from 0; in a layer that has fewer, the remainder
     */
    public NetworkSketch(Network network, int unit) {
        this.network = network;
        this.unit = unit;
        shown.add(spread(network.spec().inputs()));
        int last = network.layerCount() - 1;
        for (int l = 0; l <= last; l++) {
            int units = network.layer(l).units();
            shown.add(l < last ? around(units, Math.floorMod(unit, units)) : spread(units));
        }
    }

    /** Units that stay when a neighbour is chosen, as long as that is possible. */
    private static int[] around(int units, int unit) {
        int first =
                Math.min(unit / NetworkDrawing.MOST * NetworkDrawing.MOST, Math.max(0, units - NetworkDrawing.MOST));
        return IntStream.range(first, Math.min(units, first + NetworkDrawing.MOST))
                .toArray();
    }

    private static int[] spread(int units) {
        int few = Math.min(units, NetworkDrawing.MOST);
        return IntStream.range(0, few).map(i -> (2 * i + 1) * units / (2 * few)).toArray();
    }

    /**
     * What is drawn of each layer.
     *
     * @param z how strongly the circle of z is filled, 0 to 1
     * @param a the same for what the layer hands on
     * @param gradients what the pass back has left in the network; null if they are not drawn
     * @return the inputs, the hidden layers, the outputs
     */
    public List<NetworkDrawing.Layer> layers(Of z, Of a, Network gradients) {
        List<NetworkDrawing.Layer> layers = new ArrayList<>();
        for (int l = 0; l < shown.size(); l++) {
            int units = l == 0 ? network.spec().inputs() : network.layer(l - 1).units();
            boolean hidden = l > 0 && l < shown.size() - 1;
            layers.add(new NetworkDrawing.Layer(
                    units,
                    shown.get(l),
                    l == 0 ? -1 : Math.floorMod(unit, units),
                    hidden && network.layer(l - 1).normalized(),
                    l == 0 ? null : values(l, z),
                    values(l, a),
                    l == 0 ? null : lines(l, network.layer(l - 1).w()),
                    l == 0 || gradients == null ? null : gradients(l, gradients)));
        }
        return layers;
    }

    private double[] values(int l, Of of) {
        return IntStream.of(shown.get(l)).mapToDouble(j -> of.value(l, j)).toArray();
    }

    /** Weights are stored as inputs x units; a row of what is drawn is a unit. */
    private double[][] lines(int l, DMatrixRMaj w) {
        return IntStream.of(shown.get(l))
                .mapToObj(to -> IntStream.of(shown.get(l - 1))
                        .mapToDouble(from -> w.unsafe_get(from, to))
                        .toArray())
                .toArray(double[][]::new);
    }

    private NetworkDrawing.Gradients gradients(int l, Network of) {
        DMatrixRMaj dZTilde = of.layer(l - 1).dZTilde();
        DMatrixRMaj dZ = of.layer(l - 1).dZ();
        return new NetworkDrawing.Gradients(
                lines(l, of.layer(l - 1).dW()),
                IntStream.of(shown.get(l)).mapToDouble(j -> size(dZTilde, j)).toArray(),
                IntStream.of(shown.get(l)).mapToDouble(j -> size(dZ, j)).toArray());
    }

    /** The root mean square of a column. */
    private static double size(DMatrixRMaj x, int column) {
        double sum = 0;
        for (int row = 0; row < x.numRows; row++) {
            double value = x.unsafe_get(row, column);
            sum += value * value;
        }
        return Math.sqrt(sum / x.numRows);
    }
}
