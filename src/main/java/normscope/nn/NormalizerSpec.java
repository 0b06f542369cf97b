package normscope.nn;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * What kind of normalization a layer has; one record a kind, which files name by {@code kind}, with the constants of
 * that kind alone. The constants that several kinds share stand in {@link NormalizerConstants}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface NormalizerSpec {

    /** The kinds of experiments in the order of the menu, with their usual constants. */
    List<NormalizerSpec> EXPERIMENTS =
            List.of(new None(), new Batch(), new Layer(), new Rms(), new BatchRenorm(), new Weight());

    /** Every kind. */
    List<NormalizerSpec> KINDS = List.of(
            new None(),
            new Batch(),
            new Layer(),
            new Rms(),
            new BatchRenorm(),
            new Weight(),
            new Group(2, true),
            new MeanOnly());

    /** {@return its name in files} */
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** {@return whether epsilon is added to something before it is divided by} */
    default boolean usesEpsilon() {
        return true;
    }

    /** {@return a new normalizer of one layer of some width, untrained; refused if such a layer cannot have it} */
    Normalizer create(int units, NormalizerConstants constants);

    /** No normalization: z goes to the activation as it is. */
    @JsonTypeName("none")
    record None() implements NormalizerSpec {
        @Override
        public boolean usesEpsilon() {
            return false;
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new NoNorm(units);
        }
    }

    /**
     * Batch normalization (Ioffe and Szegedy, 2015): each unit over the examples of the mini-batch.
     *
     * @param ghostSize the virtual batch size: so many consecutive examples have statistics of their own (ghost batch
     *     norm), at least 2; 0 for those of the whole mini-batch
     */
    @JsonTypeName("batch")
    record Batch(
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int ghostSize) implements NormalizerSpec {

        public Batch {
            if (ghostSize < 0 || ghostSize == 1) {
                throw new IllegalArgumentException(
                        "ghostSize must be at least 2, or 0 for none, not " + ghostSize + ".");
            }
        }

        /** Of the whole mini-batch. */
        public Batch() {
            this(0);
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return ghostSize == 0 ? new BatchNorm(units, constants) : new GhostNorm(units, constants, ghostSize);
        }
    }

    /**
     * Layer normalization: each example over the units of the layer.
     *
     * @param bias whether a bias is added before; may be left out for true
     */
    @JsonTypeName("layer")
    record Layer(@JsonInclude Boolean bias) implements NormalizerSpec {

        /** What is left out is true. */
        public Layer {
            bias = bias == null || bias;
        }

        public Layer() {
            this(true);
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new LayerNorm(units, LayerNorm.Statistics.LAYER, 1, bias, constants.epsilon());
        }
    }

    /**
     * Root mean square normalization: layer norm without the mean.
     *
     * @param bias whether a bias is added before; may be left out for true
     */
    @JsonTypeName("rms")
    record Rms(@JsonInclude Boolean bias) implements NormalizerSpec {

        /** What is left out is true. */
        public Rms {
            bias = bias == null || bias;
        }

        public Rms() {
            this(true);
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new LayerNorm(units, LayerNorm.Statistics.ROOT_MEAN_SQUARE, 1, bias, constants.epsilon());
        }
    }

    /**
     * Batch renormalization: batch norm corrected to the running statistics.
     *
     * @param rMax the largest correction of the scale, and 1 / rMax the smallest; at least 1
     * @param dMax the largest correction of the mean, in standard deviations; at least 0
     * @param warmupSteps so many steps are batch norm's; at least 0
     */
    @JsonTypeName("batch_renorm")
    record BatchRenorm(double rMax, double dMax, int warmupSteps) implements NormalizerSpec {

        public BatchRenorm {
            requireAtLeast("rMax", rMax, 1);
            requireAtLeast("dMax", dMax, 0);
            requireAtLeast("warmupSteps", warmupSteps, 0);
        }

        /** rMax 3, dMax 5, as the paper ends with, from the first step on. */
        public BatchRenorm() {
            this(3, 5, 0);
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new normscope.nn.BatchRenorm(units, constants, this);
        }
    }

    /** Weight normalization: the length and the direction of each unit's weights are learned apart. */
    @JsonTypeName("weight")
    record Weight() implements NormalizerSpec {
        @Override
        public boolean usesEpsilon() {
            return false;
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new WeightNorm(units);
        }
    }

    /**
     * Group normalization: each example over groups of consecutive units.
     *
     * @param groups into how many groups the units are split; a layer's width must be a multiple of it
     * @param bias whether a bias is added before; may be left out for true
     */
    @JsonTypeName("group")
    @JsonIgnoreType // Not for experiments.
    record Group(int groups, @JsonInclude Boolean bias) implements NormalizerSpec {

        /** Checks the range; what is left out is true. */
        public Group {
            requireAtLeast("groups", groups, 1);
            bias = bias == null || bias;
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new LayerNorm(units, LayerNorm.Statistics.GROUPS, groups, bias, constants.epsilon());
        }
    }

    /** Batch norm that takes out the mean and leaves the variance. */
    @JsonTypeName("mean_only")
    @JsonIgnoreType // Not for experiments.
    record MeanOnly() implements NormalizerSpec {
        @Override
        public boolean usesEpsilon() {
            return false;
        }

        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new MeanOnlyNorm(units, constants);
        }
    }

    private static void requireAtLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be a finite number of at least " + (long) least + ", not " + value + ".");
        }
    }
}
