package normscope.data;

/** What is done to each input before the networks get it, by the training set's mean and standard deviation. */
public enum Centring {
    /** Nothing. */
    NONE,
    /** The mean is taken off. */
    MEAN,
    /** The mean is taken off, and the rest divided by the standard deviation. */
    STANDARDIZED
}
