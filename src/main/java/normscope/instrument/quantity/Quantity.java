package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.nn.Mode;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import normscope.sweep.Measurable;

/**
 * Something that can be measured of a running experiment. The window and the check of the claims measure with the very
 * same code. Measuring changes nothing that training depends on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
public interface Quantity extends Measurable {

    /**
     * The same for a page.
     *
     * @param config the page's experiment
     * @param shown how the page's instrument is set up once its action is done, or null
     * @return with what depends on the page filled in
     * @throws normscope.experiment.InvalidSettingException if the page has not what this needs
     */
    default Quantity on(ExperimentConfig config, InstrumentSettings shown) {
        return this;
    }

    /** What can be measured of a run without an instrument. */
    sealed interface OfRun extends Quantity permits Loss, Accuracy, OfValues, OfArm, LayerQuantity {}

    /** What is measured of one arm as a whole. */
    sealed interface OfArm extends OfRun permits BatchLoss, StepsUntil, Recovery, DivergedAt {

        int arm();

        @Override
        default Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            Check.arm("arm", arm(), config);
            return this;
        }
    }

    enum OfSet {
        /** The training examples that are drawn now. */
        TRAIN,
        /** The test examples that are drawn now. */
        TEST,
        /** The test examples that were drawn before the latest selection, as they are now. */
        OLD,
        /** All test examples, drawn or not. */
        ALL
    }

    enum ScoreKind {
        /** The mean data loss. */
        LOSS,
        /** The share that is classified correctly, in percent. */
        ACCURACY
    }

    /**
     * Whose score is measured.
     *
     * @param set which set
     * @param mode EVAL; or TRAIN, with the statistics of all training examples that are drawn now
     * @param before whether as it was just before the latest shift, kick or switch
     */
    record Scored(
            @Json.ArmWord int arm,
            OfSet set,
            Mode mode,
            @Json.MayBeAbsent boolean before) {

        double score(Experiment experiment, History history, ScoreKind kind) {
            Experiment then = before ? Past.beforeChange(experiment, history) : experiment;
            return Measuring.score(then, this, kind);
        }
    }

    /** The mean data loss on a whole set. */
    @JsonTypeName("loss")
    record Loss(@Json.Inline Scored of) implements OfRun {
        @Override
        public double measure(Experiment experiment, History history) {
            return of.score(experiment, history, ScoreKind.LOSS);
        }

        @Override
        public Better better() {
            return Better.LOWER;
        }

        @Override
        public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            Check.arm("arm", of.arm(), config);
            return this;
        }
    }

    /** The fraction of a whole set that is classified correctly, in percent. */
    @JsonTypeName("accuracy")
    record Accuracy(@Json.Inline Scored of) implements OfRun {
        @Override
        public double measure(Experiment experiment, History history) {
            return of.score(experiment, history, ScoreKind.ACCURACY);
        }

        @Override
        public Better better() {
            return Better.HIGHER;
        }

        @Override
        public boolean percent() {
            return true;
        }

        @Override
        public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            Check.arm("arm", of.arm(), config);
            return this;
        }
    }

    /**
     * A layer's values: on the next mini-batch in TRAIN mode, on the whole training set in EVAL mode.
     *
     * @param of which of its values
     * @param unit one unit, from 0, or null for all of them together
     * @param mode TRAIN or EVAL; TRAIN if not given
     * @param before whether as they were just before the latest shift, kick or switch
     * @param atStart whether as they were at step 0
     */
    record Values(
            normscope.experiment.Quantity of,
            @Json.ArmWord int arm,
            int layer,
            @Json.MayBeAbsent Integer unit,
            @Json.MayBeAbsent Mode mode,
            @Json.MayBeAbsent boolean before,
            @Json.MayBeAbsent @JsonProperty("at-start") boolean atStart) {

        /** Fills in the mode. */
        public Values {
            mode = mode == null ? Mode.TRAIN : mode;
        }

        private Experiment then(Experiment experiment, History history) {
            if (before) {
                return Past.beforeChange(experiment, history);
            }
            return atStart ? new Experiment(experiment.config()) : experiment;
        }
    }

    /** One number of a layer's values. */
    sealed interface OfValues extends OfRun {

        Values of();

        double tell(double[] values);

        @Override
        default double measure(Experiment experiment, History history) {
            Experiment then = of().then(experiment, history);
            return then.divergence(of().arm()) != null ? Double.NaN : tell(Measuring.values(then, of()));
        }

        @Override
        default Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            Check.arm("arm", of().arm(), config);
            Check.layer("layer", of().layer(), config);
            if (of().unit() != null) {
                int units = config.network().hiddenUnits().get(of().layer());
                Check.whole("unit", of().unit(), 0, units - 1);
            }
            return this;
        }
    }

    @JsonTypeName("mean")
    record Mean(@Json.Inline Values of) implements OfValues {
        @Override
        public double tell(double[] values) {
            return Moments.of(values, values.length).mean();
        }
    }

    @JsonTypeName("sd")
    record Sd(@Json.Inline Values of) implements OfValues {
        @Override
        public double tell(double[] values) {
            return Moments.of(values, values.length).sd();
        }
    }

    /** From the 15th to the 85th percentile of values. */
    @JsonTypeName("width")
    record Width(@Json.Inline Values of) implements OfValues {
        @Override
        public double tell(double[] values) {
            double low = Percentiles.of(values, values.length, 15);
            return Percentiles.of(values, values.length, 85) - low;
        }
    }

    /** The largest distance of values from 0. */
    @JsonTypeName("largest")
    record Largest(@Json.Inline Values of) implements OfValues {
        @Override
        public double tell(double[] values) {
            return Arrays.stream(values).map(Math::abs).max().orElse(Double.NaN);
        }
    }

    /**
     * The mini-batch loss around a moment, TRAIN mode: the mean over the epoch before the latest shift or kick, or over
     * the steps from it on, or over the epoch that has just gone by.
     *
     * @param when which steps
     * @param steps of how many; null for an epoch
     */
    @JsonTypeName("batch-loss")
    record BatchLoss(
            @Json.ArmWord int arm,
            When when,
            @Json.MayBeAbsent Integer steps) implements OfArm {

        public BatchLoss {
            if (steps != null) {
                Check.whole("steps", steps, 1, 1_000_000);
            }
        }

        public enum When {
            /** Those before the latest command. */
            BEFORE,
            /** Those after the latest command. */
            AFTER,
            /** The last ones. */
            LAST
        }

        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.batchLoss(experiment, history, this);
        }

        @Override
        public Better better() {
            return Better.LOWER;
        }
    }

    /**
     * How many steps an arm took from the latest command (or the beginning) until its mini-batch loss was low: the
     * first step at which the mean over the epoch that follows is not above a bound, TRAIN mode.
     *
     * @param loss the bound
     */
    @JsonTypeName("steps-until")
    record StepsUntil(@Json.ArmWord int arm, double loss) implements OfArm {
        public StepsUntil {
            Check.magnitude("loss", loss);
        }

        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.stepsUntil(experiment, history, this);
        }

        @Override
        public Better better() {
            return Better.LOWER;
        }
    }

    /**
     * How many updates an arm takes from now until its loss of the training set is as low as it was before the latest
     * change, or nearly; tried on a copy. Measured at the moment of the change.
     *
     * @param mode EVAL; or TRAIN, with the statistics of the set
     * @param times low enough is at most so many times the loss before
     * @param plus and so much
     * @param limit the most updates; also what is told if they are not enough
     */
    @JsonTypeName("recovery")
    record Recovery(@Json.ArmWord int arm, Mode mode, double times, double plus, int limit) implements OfArm {
        public Recovery {
            Check.magnitude("times", times);
            Check.magnitude("plus", plus);
            Check.whole("limit", limit, 1, 100_000);
        }

        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.recovery(experiment, history, this);
        }

        @Override
        public Better better() {
            return Better.LOWER;
        }
    }

    /** The step at which an arm left the finite numbers. */
    @JsonTypeName("diverged-at")
    record DivergedAt(@Json.ArmWord int arm) implements OfArm {
        @Override
        public double measure(Experiment experiment, History history) {
            return experiment.divergence(arm) == null
                    ? Double.POSITIVE_INFINITY
                    : experiment.divergence(arm).step();
        }
    }
}
