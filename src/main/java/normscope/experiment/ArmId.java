package normscope.experiment;

/** The two networks of an experiment. They begin with the same weights and see the same mini-batches. */
public enum ArmId {
    /** The arm meant to have no batch normalization. */
    WITHOUT,
    /** The arm meant to have batch normalization. */
    WITH
}
