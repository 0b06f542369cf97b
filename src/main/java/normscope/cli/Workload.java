package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.nn.Activation;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.NetworkSpec;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;

/** The training problems by which speed is measured, the same for every peer. */
public enum Workload {
    /** 2-8-8-8-1, tanh, batches of 32, plain descent: what a browser playground trains. */
    PLAYGROUND("W1", new int[] {2, 8, 8, 8, 1}, Activation.TANH, 32, 0.03, new OptimizerSpec.Sgd(), Loss.BCE),
    /** 2-32-32-32-32-1, ReLU, batches of 64, torch's momentum 0.9: what a lesson shows. */
    LESSON(
            "W2",
            new int[] {2, 32, 32, 32, 32, 1},
            Activation.RELU,
            64,
            0.01,
            new OptimizerSpec.TorchMomentum(0.9),
            Loss.BCE),
    /** 64-100-100-100-10, sigmoid, batches of 60, plain descent: the network of the 2015 paper, on digits. */
    PAPER("W3", new int[] {64, 100, 100, 100, 10}, Activation.SIGMOID, 60, 0.1, new OptimizerSpec.Sgd(), Loss.SOFTMAX);

    private static final int PLANAR_POINTS = 500;
    private static final int DIGITS = 1437;

    private final String code;
    private final int[] sizes;
    private final Activation activation;
    private final int batch;
    private final double learningRate;
    private final OptimizerSpec optimizer;
    private final Loss loss;

    Workload(
            String code,
            int[] sizes,
            Activation activation,
            int batch,
            double learningRate,
            OptimizerSpec optimizer,
            Loss loss) {
        this.code = code;
        this.sizes = sizes;
        this.activation = activation;
        this.batch = batch;
        this.learningRate = learningRate;
        this.optimizer = optimizer;
        this.loss = loss;
    }

    /** {@return the workload of a code, such as W1, or a name, such as playground} */
    public static Optional<Workload> named(String name) {
        return Arrays.stream(values())
                .filter(w -> w.code.equalsIgnoreCase(name) || w.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The short name the peers use: W1, W2 or W3. */
    public String code() {
        return code;
    }

    public int batch() {
        return batch;
    }

    public double learningRate() {
        return learningRate;
    }

    public OptimizerSpec optimizer() {
        return optimizer;
    }

    /** What is measured unless it is said: no normalizer and batch norm, and beyond the playground layer norm too. */
    public List<NormalizerSpec> normalizers() {
        List<NormalizerSpec> two = List.of(new NormalizerSpec.None(), new NormalizerSpec.Batch());
        return this == PLAYGROUND ? two : List.of(two.get(0), two.get(1), new NormalizerSpec.Layer());
    }

    /** {@return the network with this normalizer in every hidden layer} */
    public NetworkSpec network(NormalizerSpec normalizer) {
        boolean normalized = !(normalizer instanceof NormalizerSpec.None);
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            boolean hidden = l < sizes.length - 1;
            Activation own = hidden ? activation : Activation.IDENTITY;
            layers.add(new LayerSpec(sizes[l], own, normalizer, NormalizerConstants.DEFAULT, normalized && hidden));
        }
        return new NetworkSpec(sizes[0], layers, loss, 0);
    }

    /** The program's own examples: a two-arm spiral of 500 points, or 1437 digits. */
    public Dataset data() {
        SplittableRandom random = new SplittableRandom(7);
        return this == PAPER
                ? Datasets.generate(DataKind.DIGITS, DIGITS, 0, random)
                : Datasets.generate(DataKind.SPIRAL, PLANAR_POINTS, 0.05, random);
    }
}
