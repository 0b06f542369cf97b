package normscope.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.data.RandomStreams;
import normscope.nn.Activation;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * What dropout of some probability, or noise of some strength, draws in each step. A network of that shape is asked,
 * whose weights are all 0: what its activations get is the noise's shift itself, and a sigmoid's 1/2 is not 0 unless it
 * was dropped.
 */
final class Draws {

    private final double dropout;
    private final double noise;
    private final int batch;
    private final Network network;
    private final List<boolean[]> masks = new ArrayList<>();
    private final List<double[]> scales = new ArrayList<>();
    private final List<double[]> shifts = new ArrayList<>();

    private Draws(NetworkSpec like, double dropout, double noise, int steps, int batch) {
        this.dropout = dropout;
        this.noise = noise;
        this.batch = batch;
        List<LayerSpec> layers = new ArrayList<>();
        for (LayerSpec layer : hidden(like)) {
            layers.add(new LayerSpec(layer.units(), Activation.SIGMOID));
            int size = Math.multiplyExact(steps * batch, layer.units());
            masks.add(new boolean[dropout > 0 ? size : 0]);
            scales.add(new double[noise > 0 ? size : 0]);
            shifts.add(new double[noise > 0 ? size : 0]);
        }
        layers.add(new LayerSpec(1, Activation.IDENTITY));
        network = new Network(new NetworkSpec(1, layers, Loss.BCE, dropout, noise));
    }

    /** {@return the hidden layers} */
    static List<LayerSpec> hidden(NetworkSpec spec) {
        return spec.layers().subList(0, spec.layers().size() - 1);
    }

    /** {@return how many bytes the draws of a network take in memory, for one example in one step} */
    static long bytesPerExample(NetworkSpec spec) {
        long units = hidden(spec).stream().mapToInt(LayerSpec::units).sum();
        return units * ((spec.dropout() > 0 ? 1 : 0) + (spec.noise() > 0 ? 2 * Double.BYTES : 0));
    }

    /** {@return what networks draw, once for each probability and each strength} */
    static List<Draws> of(List<NetworkSpec> networks, int steps, int batch) {
        NetworkSpec like = networks.get(0);
        return Stream.concat(
                        drawn(networks, NetworkSpec::dropout).mapToObj(each -> new Draws(like, each, 0, steps, batch)),
                        drawn(networks, NetworkSpec::noise).mapToObj(each -> new Draws(like, 0, each, steps, batch)))
                .toList();
    }

    private static DoubleStream drawn(List<NetworkSpec> networks, ToDoubleFunction<NetworkSpec> what) {
        return networks.stream().mapToDouble(what).filter(each -> each > 0).distinct();
    }

    /** {@return what the masks of a layer are called, from 0} */
    static String dropoutName(double probability, int layer) {
        return "dropout_" + Python.number(probability) + "_" + (layer + 1);
    }

    /** {@return what the noise on a layer is called, from 0} */
    static String noiseName(double strength, int layer) {
        return "noise_" + Python.number(strength) + "_" + (layer + 1);
    }

    /** Draws for one step, as the experiment does. */
    void draw(RandomStreams streams, int step, int rows) {
        network.setDropoutKey(streams.key("dropout", step));
        network.setNoiseKey(streams.key("layer-noise", step));
        network.forward(new DMatrixRMaj(rows, 1), Mode.TRAIN);
        for (int layer = 0; layer < masks.size(); layer++) {
            int units = network.layer(layer).units();
            int from = step * batch * units;
            if (dropout > 0) {
                double[] kept = network.layer(layer + 1).input().data;
                for (int i = 0; i < rows * units; i++) {
                    masks.get(layer)[from + i] = kept[i] != 0;
                }
            } else {
                System.arraycopy(network.layer(layer).noiseScale().data, 0, scales.get(layer), from, rows * units);
                System.arraycopy(network.layer(layer).activated().data, 0, shifts.get(layer), from, rows * units);
            }
        }
    }

    /** Adds the arrays: steps x examples x units. */
    void addTo(Map<String, Npy> arrays, int steps) {
        for (int layer = 0; layer < masks.size(); layer++) {
            int units = network.layer(layer).units();
            if (dropout > 0) {
                arrays.put(dropoutName(dropout, layer), Npy.of(masks.get(layer), steps, batch, units));
            } else {
                String name = noiseName(noise, layer);
                arrays.put(name + "_scale", Npy.of(scales.get(layer), steps, batch, units));
                arrays.put(name + "_shift", Npy.of(shifts.get(layer), steps, batch, units));
            }
        }
    }
}
