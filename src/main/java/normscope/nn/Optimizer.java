package normscope.nn;

import java.util.List;

/**
 * Changes a network's parameters by its gradients, with the rule of {@link OptimizerSpec.Kind}. The L2 term is added to
 * the gradient before the rule (coupled, not AdamW): g = dLoss/dp + l2 p. Parameters that a layer does not use are left
 * alone, and so are their averages.
 */
public final class Optimizer {

    private final OptimizerSpec spec;
    private final List<Parameter> parameters;
    private final double[][] v;
    private final double[][] s;
    private long t;

    /**
     * An optimizer at step 0, its averages all 0.
     *
     * @param spec the rule and its constants
     * @param network whose parameters it changes
     */
    public Optimizer(OptimizerSpec spec, Network network) {
        this.spec = spec;
        parameters = network.parameters();
        v = new double[parameters.size()][];
        s = new double[parameters.size()][];
        for (int i = 0; i < parameters.size(); i++) {
            int length = parameters.get(i).value().length;
            v[i] = new double[spec.kind().averagesGradients() ? length : 0];
            s[i] = new double[spec.kind().averagesSquares() ? length : 0];
        }
    }

    /**
     * One update of every parameter in use, from the network's last backward.
     *
     * @param learningRate the rate
     * @param l2 lambda of the penalty lambda/2 sum p<sup>2</sup>
     * @param scope which parameters the penalty covers
     */
    public void step(double learningRate, double l2, DecayScope scope) {
        t++;
        // The power is StrictMath's: Math's may round differently from one Java version to the next.
        double correction1 = 1 - StrictMath.pow(spec.beta1(), t);
        double correction2 = 1 - StrictMath.pow(spec.beta2(), t);
        for (int i = 0; i < v.length; i++) {
            Parameter p = parameters.get(i);
            if (p.active()) {
                double decay = p.decays(scope) ? l2 : 0;
                switch (spec.kind()) {
                    case SGD -> sgd(p.value(), p.gradient(), learningRate, decay);
                    case MOMENTUM -> momentum(p.value(), p.gradient(), v[i], learningRate, decay, 1 - spec.beta1());
                    case TORCH_MOMENTUM -> momentum(p.value(), p.gradient(), v[i], learningRate, decay, 1);
                    case RMSPROP -> rmsProp(p.value(), p.gradient(), s[i], learningRate, decay);
                    case ADAM ->
                        adam(p.value(), p.gradient(), v[i], s[i], learningRate, decay, correction1, correction2);
                    default -> throw new AssertionError(spec.kind());
                }
            }
        }
    }

    private static void sgd(double[] p, double[] gradient, double rate, double l2) {
        for (int i = 0; i < p.length; i++) {
            p[i] -= rate * (gradient[i] + l2 * p[i]);
        }
    }

    private void momentum(double[] p, double[] gradient, double[] v, double rate, double l2, double weight) {
        double beta = spec.beta1();
        for (int i = 0; i < p.length; i++) {
            double g = gradient[i] + l2 * p[i];
            v[i] = beta * v[i] + weight * g;
            p[i] -= rate * v[i];
        }
    }

    private void rmsProp(double[] p, double[] gradient, double[] s, double rate, double l2) {
        double beta = spec.beta2();
        double epsilon = spec.epsilon();
        for (int i = 0; i < p.length; i++) {
            double g = gradient[i] + l2 * p[i];
            s[i] = beta * s[i] + (1 - beta) * (g * g);
            p[i] -= rate * g / (Math.sqrt(s[i]) + epsilon);
        }
    }

    private void adam(
            double[] p,
            double[] gradient,
            double[] v,
            double[] s,
            double rate,
            double l2,
            double correction1,
            double correction2) {
        double beta1 = spec.beta1();
        double beta2 = spec.beta2();
        double epsilon = spec.epsilon();
        for (int i = 0; i < p.length; i++) {
            double g = gradient[i] + l2 * p[i];
            v[i] = beta1 * v[i] + (1 - beta1) * g;
            s[i] = beta2 * s[i] + (1 - beta2) * (g * g);
            p[i] -= rate * (v[i] / correction1) / (Math.sqrt(s[i] / correction2) + epsilon);
        }
    }

    /**
     * The length of the state.
     *
     * @return number of doubles {@link #copyStateTo} writes
     */
    public int stateSize() {
        int size = 1;
        for (int i = 0; i < v.length; i++) {
            size += v[i].length + s[i].length;
        }
        return size;
    }

    /**
     * Writes the step count and all averages.
     *
     * @param out where to. Modified.
     * @param offset the first index
     */
    public void copyStateTo(double[] out, int offset) {
        out[offset] = t;
        int at = offset + 1;
        for (int i = 0; i < v.length; i++) {
            System.arraycopy(v[i], 0, out, at, v[i].length);
            System.arraycopy(s[i], 0, out, at + v[i].length, s[i].length);
            at += v[i].length + s[i].length;
        }
    }

    /**
     * Puts back what {@link #copyStateTo} wrote.
     *
     * @param in where from. Not modified.
     * @param offset the first index
     */
    public void setState(double[] in, int offset) {
        t = (long) in[offset];
        int at = offset + 1;
        for (int i = 0; i < v.length; i++) {
            System.arraycopy(in, at, v[i], 0, v[i].length);
            System.arraycopy(in, at + v[i].length, s[i], 0, s[i].length);
            at += v[i].length + s[i].length;
        }
    }
}
