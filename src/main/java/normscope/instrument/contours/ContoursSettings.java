package normscope.instrument.contours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;

/**
 * What the contours are drawn of.
 *
 * @param inputs what is done to the two inputs before they are learned from
 * @param rateTimesLambdaMax the learning rate times the largest eigenvalue of the Hessian, 0.01 … 4; descent diverges
 *     above 2
 * @param limit whether the limit of the rate and the steps that it takes are told, which may be what a page asks for
 * @param points the number of examples, 10 … 5000
 * @param seed from which the examples are drawn
 */
public record ContoursSettings(
        Inputs inputs,
        double rateTimesLambdaMax,
        boolean limit,
        int points,
        @JsonIgnore long seed) implements InstrumentSettings {

    /** The smallest rate, in units of 1/lambda_max. */
    public static final double MIN_RATE = 0.01;

    /** The largest rate, in units of 1/lambda_max: twice what descent can bear. */
    public static final double MAX_RATE = 4;

    public enum Inputs {
        /** Nothing: x1 from 1 to 1000, x2 from 0 to 1. */
        RAW,
        /** Each input's mean is taken off. */
        CENTRED,
        /** Each input is divided by its range, largest minus smallest value; its mean stays. */
        SCALED,
        /** Each input's mean is taken off, and the rest divided by its standard deviation. */
        STANDARDIZED
    }

    public ContoursSettings {
        Check.present("inputs", inputs);
        Check.within("rateTimesLambdaMax", rateTimesLambdaMax, MIN_RATE, MAX_RATE);
        Check.within("points", points, 10, 5000);
    }

    /** From a file, which leaves out what is as usual. */
    @JsonCreator
    static ContoursSettings of(
            @JsonProperty("inputs") Inputs inputs,
            @Json.MayBeAbsent @JsonProperty("rateTimesLambdaMax") Double rateTimesLambdaMax,
            @Json.MayBeAbsent @JsonProperty("limit") Boolean limit,
            @Json.MayBeAbsent @JsonProperty("points") Integer points) {
        ContoursSettings usual = defaults();
        return new ContoursSettings(
                inputs,
                Objects.requireNonNullElse(rateTimesLambdaMax, usual.rateTimesLambdaMax),
                Objects.requireNonNullElse(limit, usual.limit),
                Objects.requireNonNullElse(points, usual.points),
                usual.seed);
    }

    /** The examples are drawn from the experiment's seed, as those that claims measure. */
    @Override
    public InstrumentSettings on(ExperimentConfig config) {
        return new ContoursSettings(inputs, rateTimesLambdaMax, limit, points, config.seed());
    }

    public static ContoursSettings defaults() {
        return new ContoursSettings(Inputs.RAW, 1, true, 200, 1);
    }

    public ContoursSettings withInputs(Inputs value) {
        return new ContoursSettings(value, rateTimesLambdaMax, limit, points, seed);
    }

    public ContoursSettings withRateTimesLambdaMax(double value) {
        return new ContoursSettings(inputs, value, limit, points, seed);
    }
}
