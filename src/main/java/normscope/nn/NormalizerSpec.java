package normscope.nn;

/** What kind of normalization a layer has; one record a kind. The constants that all kinds share stand elsewhere. */
public sealed interface NormalizerSpec {

    /** No normalization: z goes to the activation as it is. */
    record None() implements NormalizerSpec {}

    /** Batch normalization (Ioffe and Szegedy, 2015): each unit over the examples of the mini-batch. */
    record Batch() implements NormalizerSpec {}
}
