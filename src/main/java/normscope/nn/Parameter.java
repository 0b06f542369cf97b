package normscope.nn;

/** One array of trainable numbers of a layer, with its gradient. */
public final class Parameter {

    public static final String WEIGHTS = "W";

    private final String name;
    private final double[] value;
    private final double[] gradient;
    private boolean active = true;

    Parameter(String name, double[] value, double[] gradient) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
    }

    /** {@return W, b, or what its normalizer calls it, such as gamma} */
    public String name() {
        return name;
    }

    /** {@return the numbers themselves, not a copy} */
    public double[] value() {
        return value;
    }

    /** {@return dLoss/dp of each number, without the L2 term; not a copy} */
    public double[] gradient() {
        return gradient;
    }

    /** {@return whether the layer uses it as it is now: with batch normalization it has no bias, without no gamma} */
    public boolean active() {
        return active;
    }

    void setActive(boolean used) {
        active = used;
    }

    /** Whether the L2 penalty covers it: the weights in any case, the others where the scope is all. */
    public boolean decays(DecayScope scope) {
        return scope == DecayScope.ALL || name.equals(WEIGHTS);
    }
}
