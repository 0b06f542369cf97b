package normscope.instrument.vitals;

import java.util.function.ToDoubleFunction;
import normscope.experiment.Json;
import normscope.nn.Activation;

/** One of the vital signs. The words are {@code vitals.sign.NAME}, with {@code .tip}. */
public enum Sign {
    /** The norm of dLoss/dW. */
    GRADIENT(true, Double.NaN, Vitals.OfLayer::gradient),
    /** The norm of what the step changes of W, over the norm of W. */
    UPDATE(true, Sign.USUAL_UPDATE, Vitals.OfLayer::update),
    /** The fraction of activations in which hardly anything changes any more. */
    STUCK(false, Double.NaN, Vitals.OfLayer::stuck),
    /** The mean of the activations. */
    MEAN(false, Double.NaN, Vitals.OfLayer::mean),
    /** The standard deviation of the activations. */
    SD(false, Double.NaN, Vitals.OfLayer::sd);

    /** About so large a part of W is usually changed by a step that learns well: a rule of thumb. */
    static final double USUAL_UPDATE = 1e-3;

    private final boolean logarithmic;
    private final double guide;
    private final ToDoubleFunction<Vitals.OfLayer> value;

    Sign(boolean logarithmic, double guide, ToDoubleFunction<Vitals.OfLayer> value) {
        this.logarithmic = logarithmic;
        this.guide = guide;
        this.value = value;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    /** {@return a value to compare with; NaN for none} */
    double guide() {
        return guide;
    }

    double of(Vitals.OfLayer layer) {
        return value.applyAsDouble(layer);
    }

    /** {@return whether only hidden layers have it} */
    boolean isOfActivations() {
        return this != GRADIENT && this != UPDATE;
    }

    /** {@return the key of what it means; what counts as stuck depends on the activation} */
    String note(Activation hidden) {
        return key() + ".note." + (this == STUCK ? Json.name(hidden) : "all");
    }

    String key() {
        return "vitals.sign." + Json.name(this);
    }
}
