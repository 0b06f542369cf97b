package normscope.nn;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An optimizer: its update rule, and its constants as record components. In a file it is an object of its {@code kind}
 * and its constants. p is a parameter, g its gradient with the L2 term, t the number of the step from 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface OptimizerSpec {

    /** The optimizers of experiments in the order of the menu, with their usual constants. */
    List<OptimizerSpec> EXPERIMENTS = List.of(new Sgd(), new Momentum(), new RmsProp(), new Adam());

    /** {@return the optimizer of experiments of some kind, with its usual constants} */
    static OptimizerSpec usual(String kind) {
        return EXPERIMENTS.stream()
                .filter(optimizer -> optimizer.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** {@return how many averages it keeps of each parameter} */
    int averages();

    /**
     * {@return what a step, from 1, divides an average by, since it began at 0; 1 where nothing is corrected. It is the
     * same for all parameters, so computed once a step}
     */
    default double correction(int average, long t) {
        return 1;
    }

    /**
     * One update of the parameters of one array.
     *
     * @param p the parameters. Modified.
     * @param gradient dLoss/dp without the L2 term. Not modified.
     * @param averages {@link #averages()} arrays as long as p, all 0 before the first step. Modified.
     * @param corrections the step's {@link #correction} of each average. Not modified.
     * @param l2 lambda of the penalty; 0 for a parameter it does not cover
     */
    void update(double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2);

    /**
     * What a step takes off a parameter, over the rate, in symbols as TeX.
     *
     * @param name of the parameter
     * @param gradient its gradient with the L2 term
     */
    String taken(String name, String gradient);

    /** {@return whether a step takes off the gradient itself, times the rate} */
    default boolean takesGradient() {
        return taken("p", "g").equals("g");
    }

    /** {@return its name in files} */
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** {@return its constants by name, in the order of the record's components} */
    default Map<String, Double> constants() {
        Map<String, Double> constants = new LinkedHashMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            try {
                constants.put(
                        component.getName(), (Double) component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return constants;
    }

    /**
     * The same optimizer with one of its {@link #constants()} changed; refused if there is no such constant, or the
     * value is out of its range.
     */
    default OptimizerSpec with(String name, double value) {
        Map<String, Double> constants = constants();
        if (constants.replace(name, value) == null) {
            throw new IllegalArgumentException("The optimizer " + kind() + " has no constant " + name + ".");
        }
        Class<?>[] types = new Class<?>[constants.size()];
        Arrays.fill(types, double.class);
        try {
            Constructor<? extends OptimizerSpec> constructor = getClass().getDeclaredConstructor(types);
            return constructor.newInstance(constants.values().toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plain gradient descent: p -= rate g. */
    @JsonTypeName("sgd")
    record Sgd() implements OptimizerSpec {
        @Override
        public int averages() {
            return 0;
        }

        @Override
        public String taken(String name, String gradient) {
            return gradient;
        }

        @Override
        public void update(
                double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2) {
            for (int i = 0; i < p.length; i++) {
                p[i] -= rate * (gradient[i] + l2 * p[i]);
            }
        }
    }

    /**
     * v = beta1 v + (1 - beta1) g; p -= rate v: the course's form.
     *
     * @param beta1 weight of the old average of gradients, 0 … less than 1
     */
    @JsonTypeName("momentum")
    record Momentum(double beta1) implements OptimizerSpec {

        public Momentum {
            requireDecay("beta1", beta1);
        }

        public Momentum() {
            this(0.9);
        }

        @Override
        public int averages() {
            return 1;
        }

        @Override
        public String taken(String name, String gradient) {
            return "v_{d" + name + "}";
        }

        @Override
        public void update(
                double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2) {
            momentum(p, gradient, averages[0], rate, l2, beta1, 1 - beta1);
        }
    }

    /**
     * v = beta1 v + g; p -= rate v: torch.optim.SGD's momentum, for comparing with it.
     *
     * @param beta1 weight of the old sum of gradients, 0 … less than 1
     */
    @JsonTypeName("torch_momentum")
    @JsonIgnoreType // Not for experiments.
    record TorchMomentum(double beta1) implements OptimizerSpec {

        public TorchMomentum {
            requireDecay("beta1", beta1);
        }

        @Override
        public int averages() {
            return 1;
        }

        @Override
        public String taken(String name, String gradient) {
            return "v_{d" + name + "}";
        }

        @Override
        public void update(
                double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2) {
            momentum(p, gradient, averages[0], rate, l2, beta1, 1);
        }
    }

    /**
     * s = beta2 s + (1 - beta2) g<sup>2</sup>; p -= rate g / (sqrt(s) + epsilon). torch.optim.RMSprop is the same.
     *
     * @param beta2 weight of the old average of squared gradients, 0 … less than 1
     * @param epsilon added to the root of that average, at least 0
     */
    @JsonTypeName("rmsprop")
    record RmsProp(double beta2, double epsilon) implements OptimizerSpec {

        public RmsProp {
            requireDecay("beta2", beta2);
            requireEpsilon(epsilon);
        }

        public RmsProp() {
            this(0.9, 1e-8);
        }

        @Override
        public int averages() {
            return 1;
        }

        @Override
        public String taken(String name, String gradient) {
            return "\\frac{" + gradient + "}{\\sqrt{S_{d" + name + "}}+\\varepsilon}";
        }

        @Override
        public void update(
                double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2) {
            double[] s = averages[0];
            for (int i = 0; i < p.length; i++) {
                double g = gradient[i] + l2 * p[i];
                s[i] = beta2 * s[i] + (1 - beta2) * (g * g);
                p[i] -= rate * g / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /**
     * v as of {@link Momentum}, s as of {@link RmsProp}; p -= rate v / (1 - beta1<sup>t</sup>) / (sqrt(s / (1 -
     * beta2<sup>t</sup>)) + epsilon) (Kingma and Ba, <i>Adam</i>, 2015). torch.optim.Adam is the same.
     *
     * @param beta1 weight of the old average of gradients, 0 … less than 1
     * @param beta2 weight of the old average of squared gradients, 0 … less than 1
     * @param epsilon added to the root of that average, at least 0
     */
    @JsonTypeName("adam")
    record Adam(double beta1, double beta2, double epsilon) implements OptimizerSpec {

        public Adam {
            requireDecay("beta1", beta1);
            requireDecay("beta2", beta2);
            requireEpsilon(epsilon);
        }

        public Adam() {
            this(0.9, 0.999, 1e-8);
        }

        @Override
        public int averages() {
            return 2;
        }

        /** The power is StrictMath's: Math's may round differently from one Java version to the next. */
        @Override
        public double correction(int average, long t) {
            return 1 - StrictMath.pow(average == 0 ? beta1 : beta2, t);
        }

        @Override
        public String taken(String name, String gradient) {
            return "\\frac{\\hat v_{d" + name + "}}{\\sqrt{\\hat S_{d" + name + "}}+\\varepsilon}";
        }

        @Override
        public void update(
                double[] p, double[] gradient, double[][] averages, double[] corrections, double rate, double l2) {
            double[] v = averages[0];
            double[] s = averages[1];
            double correction1 = corrections[0];
            double correction2 = corrections[1];
            for (int i = 0; i < p.length; i++) {
                double g = gradient[i] + l2 * p[i];
                v[i] = beta1 * v[i] + (1 - beta1) * g;
                s[i] = beta2 * s[i] + (1 - beta2) * (g * g);
                p[i] -= rate * (v[i] / correction1) / (Math.sqrt(s[i] / correction2) + epsilon);
            }
        }
    }

    private static void momentum(
            double[] p, double[] gradient, double[] v, double rate, double l2, double beta, double weight) {
        for (int i = 0; i < p.length; i++) {
            double g = gradient[i] + l2 * p[i];
            v[i] = beta * v[i] + weight * g;
            p[i] -= rate * v[i];
        }
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in 0 … less than 1, not " + value + ".");
        }
    }

    private static void requireEpsilon(double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("epsilon must be a finite number of at least 0, not " + value + ".");
        }
    }
}
