package normscope.instrument.proofs;

import java.util.List;
import java.util.random.RandomGenerator;
import normscope.data.RandomStreams;
import normscope.instrument.Replica;
import normscope.instrument.proofs.Finding.Item;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;

/**
 * Backward's gradients beside central differences of the loss, as in the course: ‖d − d'‖ / (‖d‖ + ‖d'‖) over some of
 * the parameters, drawn anew at every step.
 */
record GradientChecks(Replica replica, double bound) {

    private static final int WEIGHTS = 8;
    private static final int UNITS = 4;
    private static final double STEP = 1e-5;
    private static final int SHORTER_STEPS = 3;

    List<Finding> of(int index) {
        Layer layer = differentiated().layer(index);
        double[] dW = layer.dW().data.clone();
        double[] dGamma = layer.normalizer().dGamma().clone();
        double[] dBeta = layer.normalizer().dBeta().clone();
        int size = layer.inputs() * layer.units();
        double w = error(layer.w().data, dW, size, WEIGHTS);
        double g = error(layer.normalizer().gamma(), dGamma, layer.units(), UNITS);
        double b = error(layer.normalizer().beta(), dBeta, layer.units(), UNITS);
        return List.of(
                new Finding(Item.GRADIENT_OF_WEIGHTS, index, 0, w, bound, Double.NaN),
                new Finding(Item.GRADIENT_OF_GAMMA, index, 0, g, bound, Double.NaN),
                new Finding(Item.GRADIENT_OF_BETA, index, 0, b, bound, Double.NaN));
    }

    private Network differentiated() {
        Network network = replica.network(replica.batchNormArm());
        network.forward(replica.x(), Mode.TRAIN);
        network.backward(replica.y());
        return network;
    }

    private double error(double[] parameters, double[] gradient, int size, int samples) {
        RandomGenerator random = new RandomStreams(replica.config().seed())
                .of("gradient check", replica.snapshot().step());
        double difference = 0;
        double ours = 0;
        double theirs = 0;
        for (int k = 0; k < samples; k++) {
            int i = random.nextInt(size);
            double numeric = centralDifference(replica.network(replica.batchNormArm()), parameters, i);
            if (Double.isNaN(numeric)) {
                continue;
            }
            difference += (gradient[i] - numeric) * (gradient[i] - numeric);
            ours += gradient[i] * gradient[i];
            theirs += numeric * numeric;
        }
        double lengths = Math.sqrt(ours) + Math.sqrt(theirs);
        return lengths == 0 ? 0 : Math.sqrt(difference) / lengths;
    }

    /**
     * (L(p + h) − L(p − h)) / 2h. Relu has kinks: if a value passes one between p − h and p + h, this is no derivative,
     * and h is taken shorter.
     *
     * @return NaN when there is a kink however short h is
     */
    private double centralDifference(Network network, double[] parameters, int i) {
        double value = parameters[i];
        double h = STEP * Math.max(1, Math.abs(value));
        try {
            for (int attempt = 0; attempt <= SHORTER_STEPS; attempt++, h /= 4) {
                parameters[i] = value + h;
                double up = loss(network);
                long signs = signs(network);
                parameters[i] = value - h;
                double down = loss(network);
                if (signs == signs(network)) {
                    return (up - down) / (2 * h);
                }
            }
            return Double.NaN;
        } finally {
            parameters[i] = value;
        }
    }

    private double loss(Network network) {
        network.forward(replica.x(), Mode.TRAIN);
        return network.loss(replica.y());
    }

    /** A fingerprint of which values relu lets through; 0 for activations without a kink. */
    private static long signs(Network network) {
        long hash = 0;
        for (int l = 0; l < network.layerCount() - 1; l++) {
            if (network.spec().layers().get(l).activation().hasKink()) {
                Layer layer = network.layer(l);
                int n = layer.zTilde().getNumElements();
                for (int i = 0; i < n; i++) {
                    hash = 31 * hash + (layer.zTilde().data[i] > 0 ? 1 : 2);
                }
            }
        }
        return hash;
    }
}
