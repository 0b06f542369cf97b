package normscope.nn;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * What kind of normalization a layer has; one record a kind, which files name by {@code kind}. The constants that all
 * kinds share stand elsewhere.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface NormalizerSpec {

    /** Every kind. */
    List<NormalizerSpec> KINDS = List.of(new None(), new Batch());

    /** {@return its name in files} */
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /**
     * Makes the normalizer of one layer.
     *
     * @param units the layer's width
     * @param constants epsilon and the like
     * @return a new one, untrained
     */
    Normalizer create(int units, NormalizerConstants constants);

    /** No normalization: z goes to the activation as it is. */
    @JsonTypeName("none")
    record None() implements NormalizerSpec {
        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new NoNorm(units);
        }
    }

    /** Batch normalization (Ioffe and Szegedy, 2015): each unit over the examples of the mini-batch. */
    @JsonTypeName("batch")
    record Batch() implements NormalizerSpec {
        @Override
        public Normalizer create(int units, NormalizerConstants constants) {
            return new BatchNorm(units, constants);
        }
    }
}
