package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import normscope.nn.NormalizerSpec;

/**
 * A change made to a living experiment. A run is its configuration, and its commands with their steps. In files it is
 * an object such as {@code {"learning-rate": 0.1}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Command {

    /** Whether what the networks say changes at once, not only how they learn from now on. */
    default boolean jumps() {
        return !(this instanceof SetLearningRate || this instanceof SetNormalizedRate);
    }

    /** Makes sure that an experiment has what this changes; refused with the field's path in the command. */
    default void check(ExperimentConfig config) {
        if (change() != null) {
            Check.at(Json.kind(this), () -> change().check(config.data()));
        }
    }

    /** {@return what happens to the data; null if nothing does} */
    default DataChange change() {
        return null;
    }

    /** {@return how many steps it takes to be complete; 0 for at once} */
    default long driftSteps() {
        return 0;
    }

    /** {@return what turns one way of learning into another where they differ in one rate alone; null elsewhere} */
    static Command ofRate(TrainingConfig next, TrainingConfig present) {
        if (next.withLearningRate(present.learningRate()).equals(present)) {
            return new SetLearningRate(next.learningRate());
        }
        boolean normalized = next.normalizedRate() != null
                && next.withNormalizedRate(present.normalizedRate()).equals(present);
        return normalized ? new SetNormalizedRate(next.normalizedRate()) : null;
    }

    /** Changes the learning rate, more than 0, of all arms but those that have one of their own. */
    @JsonTypeName("learning-rate")
    record SetLearningRate(@JsonValue double learningRate) implements Command {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public SetLearningRate {
            TrainingConfig.checkLearningRate(learningRate);
        }
    }

    /** Changes the rate, more than 0, of the weights of the layers that are normalized in some arm, in all arms. */
    @JsonTypeName("normalized-rate")
    record SetNormalizedRate(@JsonValue double normalizedRate) implements Command {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public SetNormalizedRate {
            TrainingConfig.checkNormalizedRate(normalizedRate);
        }

        @Override
        public void check(ExperimentConfig config) {
            Check.that(
                    !config.normalizedLayers().isEmpty(),
                    "normalized-rate",
                    "needs a layer that is normalized in some arm.");
        }
    }

    /**
     * Switches the normalizer of one hidden layer, from 0, of one arm on or off, keeping the weights. A layer that
     * begins without may be given batch norm.
     */
    @JsonTypeName("normalized")
    record SetNormalizer(@Json.ArmWord int arm, int layer, NormalizerSpec normalizer) implements Command {
        public SetNormalizer {
            Check.present("normalizer", normalizer);
        }

        /** From a file, which may say {@code "on": true} for batch normalization and {@code "on": false} for none. */
        @JsonCreator
        static SetNormalizer of(
                @JsonProperty("arm") @Json.ArmWord int arm,
                @JsonProperty("layer") int layer,
                @JsonProperty("on") @Json.MayBeAbsent Boolean on,
                @JsonProperty("normalizer") @Json.MayBeAbsent NormalizerSpec normalizer) {
            Check.that(on == null ^ normalizer == null, "", "must have one of on, normalizer.");
            if (on != null) {
                return new SetNormalizer(arm, layer, on ? new NormalizerSpec.Batch() : new NormalizerSpec.None());
            }
            return new SetNormalizer(arm, layer, normalizer);
        }

        @Override
        public void check(ExperimentConfig config) {
            Check.arm("normalized.arm", arm, config);
            Check.layer("normalized.layer", layer, config);
            NormalizerSpec own = config.arms().get(arm).whenNormalized(layer);
            Check.that(
                    normalizer instanceof NormalizerSpec.None || normalizer.equals(own),
                    "normalized",
                    "must switch the layer to none or to the normalizer it was built with, " + own.kind()
                            + "; another needs a run of its own.");
        }
    }

    /**
     * Changes the inputs of training and test set, for all arms: at once, or growing evenly over the steps of a drift.
     */
    @JsonTypeName("shift")
    record ShiftInputs(
            @Json.Inline InputShift shift,
            @Json.MayBeAbsent @JsonProperty("drift") long driftSteps) implements Command {

        public static final long MAX_DRIFT = 1_000_000;

        public ShiftInputs {
            Check.present("shift", shift);
            Check.whole("drift", driftSteps, 0, MAX_DRIFT);
        }

        @Override
        public DataChange change() {
            return shift;
        }
    }

    /** Draws other examples from now on, for all arms, likewise at once or in a drift. */
    @JsonTypeName("select")
    record Select(
            @Json.Inline Selection selection,
            @Json.MayBeAbsent @JsonProperty("drift") long driftSteps) implements Command {

        public Select {
            Check.present("selection", selection);
            Check.whole("drift", driftSteps, 0, ShiftInputs.MAX_DRIFT);
        }

        @Override
        public DataChange change() {
            return selection;
        }
    }

    /** Changes the rule from inputs to labels. */
    @JsonTypeName("rule")
    record ChangeRule(@Json.Inline RuleChange rule) implements Command {
        public ChangeRule {
            Check.present("rule", rule);
        }

        @Override
        public DataChange change() {
            return rule;
        }
    }

    /** Changes what the networks learn from. */
    @JsonTypeName("learn-from")
    record SetLearnFrom(@Json.Inline LearnFrom source) implements Command {
        public SetLearnFrom {
            Check.present("source", source);
        }

        @Override
        public boolean jumps() {
            return false;
        }

        @Override
        public DataChange change() {
            return source;
        }
    }

    /** Replaces the running statistics of all arms by those of all training examples that are drawn now. */
    @JsonTypeName("reestimate")
    record Reestimate() implements Command, Json.Flag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Reestimate of(boolean on) {
            return new Reestimate();
        }
    }

    /** Kicks one hidden layer, from 0, of all arms. */
    @JsonTypeName("kick")
    record KickLayer(int layer, @Json.Inline Kick kick) implements Command {
        public KickLayer {
            Check.present("kick", kick);
        }

        @Override
        public void check(ExperimentConfig config) {
            Check.layer("kick.layer", layer, config);
        }
    }
}
