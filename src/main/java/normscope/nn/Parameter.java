package normscope.nn;

/** One array of trainable numbers of a layer, with its gradient. */
final class Parameter {

    /** What the numbers are. */
    enum Kind {
        WEIGHTS,
        BIAS,
        GAMMA,
        BETA
    }

    private final Layer layer;
    private final Kind kind;
    private final double[] value;
    private final double[] gradient;

    Parameter(Layer layer, Kind kind, double[] value, double[] gradient) {
        this.layer = layer;
        this.kind = kind;
        this.value = value;
        this.gradient = gradient;
    }

    /** The numbers themselves, not a copy. */
    double[] value() {
        return value;
    }

    /** dLoss/dp of each number, without the L2 term; not a copy. */
    double[] gradient() {
        return gradient;
    }

    /** Whether the layer uses it as it is now: a normalized layer has no bias, another no gamma and beta. */
    boolean active() {
        return switch (kind) {
            case WEIGHTS -> true;
            case BIAS -> !layer.normalized();
            case GAMMA, BETA -> layer.normalized();
        };
    }

    /** Whether the L2 penalty covers it. */
    boolean decays(DecayScope scope) {
        return kind == Kind.WEIGHTS || scope == DecayScope.ALL;
    }
}
