package normscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.nn.Activation;
import normscope.nn.DecayScope;
import normscope.nn.Init;
import normscope.nn.Layer;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.Optimizer;
import normscope.nn.Trainer;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import org.ejml.data.DMatrixRMaj;

/** One of the networks, with its optimizer, until it diverges. */
final class Arm {

    private final Network network;
    private final Optimizer optimizer;
    private final Trainer trainer;
    private final int hiddenLayers;
    private final List<Integer> normalizedLayers;
    private final Activation activation;
    private final Init init;
    private Divergence divergence;
    private double batchLoss = Double.NaN;
    private double[] scratch = new double[0];

    Arm(ExperimentConfig config, int index, RandomStreams streams) {
        NetworkConfig net = config.network();
        this.hiddenLayers = net.layers();
        this.activation = net.activation();
        this.network = new Network(spec(config, index));
        this.init = net.init();
        this.network.initialize(net.init(), streams.of("init", 0));
        double biasSd = net.firstBiasSd(network.spec().inputs());
        if (biasSd > 0) {
            network.drawBiases(biasSd, streams.of("bias", 0));
        }
        TrainingConfig training = config.training(index);
        this.optimizer = new Optimizer(training.optimizer(), network);
        this.normalizedLayers = config.normalizedLayers();
        if (training.normalizedL2() != null) {
            normalizedLayers.forEach(layer -> optimizer.setWeightsDecay(network.layer(layer), training.normalizedL2()));
        }
        this.trainer = new Trainer(network, optimizer, training.l2(), DecayScope.WEIGHTS);
    }

    /** The network of one arm: hidden layers, then the output layer, which is never normalized. */
    static NetworkSpec spec(ExperimentConfig config, int index) {
        NetworkConfig net = config.network();
        NormalizerConstants constants =
                new NormalizerConstants(net.epsilon(), net.runningDecay(), net.unbiasedRunningVar());
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < net.layers(); i++) {
            ArmConfig arm = config.arms().get(index);
            layers.add(new LayerSpec(
                    net.hiddenUnits().get(i),
                    net.activation(),
                    arm.whenNormalized(i),
                    constants,
                    !(arm.normalizers().get(i) instanceof NormalizerSpec.None)));
        }
        DataConfig data = config.data();
        boolean binary = data.classes() == 2;
        layers.add(new LayerSpec(binary ? 1 : data.classes(), Activation.IDENTITY));
        return new NetworkSpec(
                data.inputs(),
                layers,
                binary ? Loss.BCE : Loss.SOFTMAX,
                config.training(index).dropout(),
                config.arms().get(index).noiseStrength());
    }

    /** Gives the weights of the layers that are normalized in some arm a rate of their own; null for that of all. */
    void setNormalizedRate(Double rate) {
        for (int layer : normalizedLayers) {
            optimizer.setWeightsRate(network.layer(layer), rate == null ? Double.NaN : rate);
        }
    }

    Network network() {
        return network;
    }

    Divergence divergence() {
        return divergence;
    }

    /** The mini-batch loss of the last step, before its update, TRAIN mode; NaN before the first step. */
    double batchLoss() {
        return batchLoss;
    }

    /** Gives a hidden layer the normalizer it was built with, or none. */
    void setNormalizer(int layer, NormalizerSpec normalizer) {
        check(layer);
        network.setNormalized(layer, !(normalizer instanceof NormalizerSpec.None));
    }

    private void check(int layer) {
        if (layer < 0 || layer >= hiddenLayers) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There is no hidden layer %d of %d.", layer, hiddenLayers));
        }
    }

    /** Kicks a hidden layer; what is drawn anew comes from the given stream. */
    void kick(int layer, Kick kick, RandomGenerator random) {
        check(layer);
        if (kick instanceof Kick.ScaleWeights scale) {
            network.scaleWeights(layer, scale.factor());
        } else if (kick instanceof Kick.AddToZ add) {
            network.addToZ(layer, add.constant());
        } else {
            network.redrawWeights(layer, init, random);
        }
    }

    /** Takes the running statistics anew from a whole set; nothing once the arm has diverged. */
    void reestimate(DMatrixRMaj x) {
        if (divergence == null) {
            network.reestimateStatistics(x);
        }
    }

    /** Chooses what is drawn in the following passes in TRAIN mode. */
    void draw(long dropoutKey, long noiseKey) {
        network.setDropoutKey(dropoutKey);
        network.setNoiseKey(noiseKey);
    }

    /** One update on one mini-batch; nothing once the arm has diverged. */
    void step(MiniBatches batch, double learningRate, long step) {
        if (divergence != null) {
            batchLoss = Double.NaN;
            return;
        }
        batchLoss = trainer.step(batch.x(), batch.y(), batch.importance(), learningRate);
        if (!Double.isFinite(batchLoss)) {
            int layer = network.firstNonFiniteLayer();
            divergence = new Divergence(step, layer >= 0 ? layer : hiddenLayers);
            batchLoss = Double.NaN;
        }
    }

    /** Shows the network a mini-batch in TRAIN mode without learning from it. */
    void probe(DMatrixRMaj x) {
        network.forward(x, Mode.TRAIN);
    }

    ArmSnapshot snapshot() {
        double[] networkState = new double[network.stateSize()];
        network.copyStateTo(networkState, 0);
        double[] optimizerState = new double[optimizer.stateSize()];
        optimizer.copyStateTo(optimizerState, 0);
        List<LayerSnapshot> layers =
                hidden().map(layer -> new LayerSnapshot(layer, activation)).toList();
        return new ArmSnapshot(networkState, optimizerState, divergence, layers);
    }

    private Stream<Layer> hidden() {
        return IntStream.range(0, hiddenLayers).mapToObj(network::layer);
    }

    void restore(ArmSnapshot snapshot) {
        for (int i = 0; i < hiddenLayers; i++) {
            network.setNormalized(i, snapshot.layers().get(i).normalized());
        }
        network.setState(snapshot.networkState(), 0);
        optimizer.setState(snapshot.optimizerState(), 0);
        divergence = snapshot.divergence();
    }

    /** Mean, spread and percentiles of every hidden layer after {@link #probe}. */
    List<LayerStats> layerStats() {
        return hidden().map(this::stats).toList();
    }

    private LayerStats stats(Layer layer) {
        int n = layer.z().getNumElements();
        Moments z = Moments.of(layer.z().data, n);
        Moments zTilde = layer.activated() == layer.z() ? z : Moments.of(layer.activated().data, n);
        if (!Double.isFinite(zTilde.sd())) {
            return new LayerStats(z, zTilde, Double.NaN, Double.NaN, Double.NaN);
        }
        if (scratch.length < n) {
            scratch = new double[n];
        }
        System.arraycopy(layer.activated().data, 0, scratch, 0, n);
        return new LayerStats(
                z,
                zTilde,
                Percentiles.of(scratch, n, 15),
                Percentiles.of(scratch, n, 50),
                Percentiles.of(scratch, n, 85));
    }
}
