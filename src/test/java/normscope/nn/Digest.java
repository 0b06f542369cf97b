package normscope.nn;

import org.ejml.data.DMatrixRMaj;

/** Trains networks of every kind for a few steps and boils all their bits down to one number. */
public final class Digest {

    private static final int EXAMPLES = 13;
    private static final int STEPS = 6;

    private Digest() {}

    /** Prints the number, for a test that compares it between virtual machines. */
    public static void main(String[] args) {
        System.out.println(Long.toHexString(compute()));
    }

    public static long compute() {
        long hash = 17;
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                int outputs = loss == Loss.BCE ? 1 : 3;
                NetworkSpec spec =
                        Samples.spec(new int[] {3, 11, 5, outputs}, activation, loss, 0.2, true, loss == Loss.MSE);
                hash = train(spec, outputs, hash);
            }
        }
        return hash;
    }

    private static long train(NetworkSpec spec, int outputs, long start) {
        long hash = start;
        Network network = Samples.network(spec, 3);
        Optimizer optimizer = new Optimizer(new OptimizerSpec.Adam(), network);
        Trainer trainer = new Trainer(network, optimizer, 1e-3, DecayScope.ALL);
        DMatrixRMaj x = Samples.matrix(EXAMPLES, 3, 4);
        DMatrixRMaj y = Samples.targets(spec.loss(), EXAMPLES, outputs, 5);
        for (int i = 0; i < STEPS; i++) {
            network.setDropoutKey(i);
            hash = mix(hash, trainer.step(x, y, 0.1));
        }
        double[] state = Samples.state(network);
        // The state ends with what was added to each layer's z: nothing here.
        for (int i = 0; i < state.length - network.layerCount(); i++) {
            hash = mix(hash, state[i]);
        }
        for (double value : Samples.copy(network.forward(x, Mode.EVAL))) {
            hash = mix(hash, value);
        }
        return hash;
    }

    private static long mix(long hash, double value) {
        long h = (hash ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
        return h ^ (h >>> 29);
    }
}
