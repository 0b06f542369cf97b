package normscope.instrument.batchbench;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;

/**
 * One unit's z of one mini-batch, and what batch normalization does with it.
 *
 * @param values z of each example, 1 … 12 numbers from -1000 to 1000
 * @param gamma the scale, -2000 … 2000
 * @param beta the shift, -1000 … 1000
 * @param epsilon added to the variance before the root, more than 0 and at most 1
 * @param limit whether the bound of normalized values is shown, which may be what a page asks for
 * @param identity whether the button that undoes normalizing is there, which may be what a page asks for
 * @param sigmoid whether the sigmoid of z-tilde is drawn along its axis
 * @param output whether gamma, beta and z-tilde are there, which a page may not have come to
 * @param axis both ends of the axis of z, which stays as long as all values fit; null for one that follows them
 * @param outputAxis the same of z-tilde
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record BatchBenchSettings(
        List<Double> values,
        double gamma,
        double beta,
        double epsilon,
        boolean limit,
        boolean identity,
        boolean sigmoid,
        boolean output,
        @Json.MayBeAbsent List<Double> axis,
        @Json.MayBeAbsent List<Double> outputAxis)
        implements InstrumentSettings {

    public static final int MAX_VALUES = 12;

    /** The largest z, and the largest beta. */
    public static final double MAX_Z = 1000;

    /** The largest gamma: enough to undo the normalization of the most scattered batch. */
    public static final double MAX_GAMMA = 2000;

    public BatchBenchSettings {
        Check.present("values", values);
        Check.within("values: the number of values", values.size(), 1, MAX_VALUES);
        for (int i = 0; i < values.size(); i++) {
            Check.present(String.format(Locale.ROOT, "values[%d]", i), values.get(i));
            Check.within(String.format(Locale.ROOT, "values[%d]", i), values.get(i), -MAX_Z, MAX_Z);
        }
        Check.within("gamma", gamma, -MAX_GAMMA, MAX_GAMMA);
        Check.within("beta", beta, -MAX_Z, MAX_Z);
        Check.above("epsilon", epsilon, 0, 1);
        values = List.copyOf(values);
        axis = ends("axis", axis);
        outputAxis = ends("outputAxis", outputAxis);
    }

    /** Checks both ends of an axis; one that is not given follows the values. */
    private static List<Double> ends(String field, List<Double> axis) {
        if (axis == null || axis.isEmpty()) {
            return null;
        }
        Check.that(axis.size() == 2 && axis.get(0) < axis.get(1), field, "must be two numbers, the smaller one first.");
        return List.copyOf(axis);
    }

    /** Shows the bound, on an axis that follows the values. */
    public BatchBenchSettings(List<Double> values, double gamma, double beta, double epsilon) {
        this(values, gamma, beta, epsilon, true, true, false, true, null, null);
    }

    /** From a file, which leaves out what is as usual. */
    @JsonCreator
    static BatchBenchSettings of(
            @JsonProperty("values") List<Double> values,
            @Json.MayBeAbsent @JsonProperty("gamma") Double gamma,
            @Json.MayBeAbsent @JsonProperty("beta") Double beta,
            @Json.MayBeAbsent @JsonProperty("epsilon") Double epsilon,
            @Json.MayBeAbsent @JsonProperty("limit") Boolean limit,
            @Json.MayBeAbsent @JsonProperty("identity") Boolean identity,
            @Json.MayBeAbsent @JsonProperty("sigmoid") Boolean sigmoid,
            @Json.MayBeAbsent @JsonProperty("output") Boolean output,
            @Json.MayBeAbsent @JsonProperty("axis") List<Double> axis,
            @Json.MayBeAbsent @JsonProperty("outputAxis") List<Double> outputAxis) {
        BatchBenchSettings usual = defaults();
        return new BatchBenchSettings(
                values,
                Objects.requireNonNullElse(gamma, usual.gamma),
                Objects.requireNonNullElse(beta, usual.beta),
                Objects.requireNonNullElse(epsilon, usual.epsilon),
                Objects.requireNonNullElse(limit, usual.limit),
                Objects.requireNonNullElse(identity, usual.identity),
                Objects.requireNonNullElse(sigmoid, usual.sigmoid),
                Objects.requireNonNullElse(output, usual.output),
                axis,
                outputAxis);
    }

    public static BatchBenchSettings defaults() {
        return new BatchBenchSettings(List.of(1.0, 2.0, 3.0, 5.0, 9.0), 1, 0, 1e-5);
    }

    public BatchBenchSettings withValues(List<Double> list) {
        return new BatchBenchSettings(list, gamma, beta, epsilon, limit, identity, sigmoid, output, axis, outputAxis);
    }

    public BatchBenchSettings withGammaAndBeta(double newGamma, double newBeta) {
        return new BatchBenchSettings(
                values, newGamma, newBeta, epsilon, limit, identity, sigmoid, output, axis, outputAxis);
    }
}
