package normscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * What stands between a layer's weights and its activation: zTilde = gamma zNorm + beta, where zNorm is z with some
 * statistics taken out. It owns its parameters, the statistics it remembers, and its part of both passes. A new kind is
 * a subclass and a record of {@link NormalizerSpec}.
 *
 * <p>What its accessors return belongs to it, is not a copy, and changes with the next pass. Nothing is allocated per
 * pass once the buffers have grown.
 */
public abstract class Normalizer {

    final int units;
    final double[] gamma;
    final double[] beta;
    final double[] dGamma;
    final double[] dBeta;

    /** Of the last pass. A kind whose zNorm is z puts that here. */
    DMatrixRMaj zNorm = new DMatrixRMaj(0, 0);

    DMatrixRMaj dZNorm = new DMatrixRMaj(0, 0);
    final DMatrixRMaj zTilde = new DMatrixRMaj(0, 0);
    final DMatrixRMaj dZ = new DMatrixRMaj(0, 0);

    private final List<Parameter> parameters;

    Normalizer(int units) {
        this.units = units;
        gamma = new double[units];
        beta = new double[units];
        dGamma = new double[units];
        dBeta = new double[units];
        parameters = List.of(new Parameter("gamma", gamma, dGamma), new Parameter("beta", beta, dBeta));
        Arrays.fill(gamma, 1);
    }

    /**
     * Sets parameters and buffers to what they are before any training: gamma 1, beta 0.
     *
     * @param w the layer's first weights, inputs x units. Not modified.
     */
    void reset(DMatrixRMaj w) {
        Arrays.fill(gamma, 1);
        Arrays.fill(beta, 0);
    }

    /**
     * One pass forward.
     *
     * @param z examples x units. Not modified, but may be kept until the next pass.
     * @return zTilde, examples x units
     */
    abstract DMatrixRMaj forward(DMatrixRMaj z, Mode mode);

    /**
     * One pass back: fills the gradients of its parameters. The last forward must have been in TRAIN mode.
     *
     * @param dZTilde dLoss/dzTilde, examples x units. Not modified, but may be kept until the next pass.
     * @return dLoss/dz, examples x units
     */
    abstract DMatrixRMaj backward(DMatrixRMaj dZTilde);

    /**
     * The matrix that multiplies the layer's inputs.
     *
     * @param w the layer's weights, inputs x units. Not modified.
     * @return the weights themselves, unless the kind normalizes weights
     */
    DMatrixRMaj effectiveWeights(DMatrixRMaj w) {
        return w;
    }

    /**
     * Turns the gradient of the effective weights into that of the weights, in place.
     *
     * @param w the layer's weights. Not modified.
     * @param dW inputs x units. Modified if the kind normalizes weights.
     */
    void backwardWeights(DMatrixRMaj w, DMatrixRMaj dW) {
        // The effective weights are the weights.
    }

    /** {@return whether the layer adds its bias to z; not where a mean over the batch would take it out again} */
    public abstract boolean keepsBias();

    /**
     * Whether biases must differ from unit to unit for the layer to know how far its input is from the origin: where
     * statistics run over the units of an example, z = x W and 2 z give the same zNorm.
     */
    public boolean needsBias() {
        return false;
    }

    /** {@return whether it computes a zNorm from z; false where it leaves z as it is} */
    public boolean changesZ() {
        return true;
    }

    /** Whether the last pass stayed within the finite numbers, so far as zTilde does not tell. */
    boolean isFinite() {
        return true;
    }

    /** Takes the last TRAIN pass's statistics into those it remembers; once a training step. */
    void updateRunningStatistics() {
        // Most kinds remember nothing.
    }

    /** Replaces the statistics it remembers by the last TRAIN pass's. */
    void takeStatistics() {
        // Most kinds remember nothing.
    }

    /** {@return what it learns, in the order of the state} */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** {@return what it remembers beside its parameters and never learns, in the order of the state} */
    public List<double[]> buffers() {
        return List.of();
    }

    /** Takes over parameters and buffers of another of the same kind and width. */
    public void copyFrom(Normalizer other) {
        for (int i = 0; i < parameters().size(); i++) {
            double[] value = other.parameters().get(i).value();
            System.arraycopy(value, 0, parameters().get(i).value(), 0, value.length);
        }
        for (int i = 0; i < buffers().size(); i++) {
            double[] buffer = other.buffers().get(i);
            System.arraycopy(buffer, 0, buffers().get(i), 0, buffer.length);
        }
    }

    /** {@return what the last TRAIN pass normalized with, by name: one number a unit, or one an example} */
    public Map<String, double[]> passStatistics() {
        return Map.of();
    }

    /** {@return what the last TRAIN pass normalized with, by name, where it is a table} */
    public Map<String, double[][]> passTables() {
        return Map.of();
    }

    /** {@return the running statistics themselves by name, such as mean and var; one number a unit} */
    public Map<String, double[]> running() {
        return Map.of();
    }

    /** {@return the statistics of the batch and the running ones, of a kind that has them} */
    public Optional<BatchStatistics> statistics() {
        return Optional.empty();
    }

    /** {@return a copy of the last pass's way from z to zNorm} */
    public abstract Normalization normalization();

    /** {@return zNorm of the last pass, examples x units; z where nothing is normalized} */
    public DMatrixRMaj zNorm() {
        return zNorm;
    }

    /** {@return dLoss/dzNorm of the last backward, examples x units; dLoss/dzTilde where nothing is normalized} */
    public DMatrixRMaj dZNorm() {
        return dZNorm;
    }

    /** {@return the scale after normalizing, one a unit; 1 where none is learned} */
    public double[] gamma() {
        return gamma;
    }

    /** {@return the shift after normalizing, one a unit; 0 where none is learned} */
    public double[] beta() {
        return beta;
    }

    /** {@return dLoss/dgamma, the column sums of dZTilde * zNorm} */
    public double[] dGamma() {
        return dGamma;
    }

    /** {@return dLoss/dbeta, the column sums of dZTilde} */
    public double[] dBeta() {
        return dBeta;
    }
}
