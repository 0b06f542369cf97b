package normscope.nn;

/** Which statistics batch normalization uses, and whether dropout acts. */
public enum Mode {
    /** Mean and variance of the mini-batch; dropout acts. */
    TRAIN,
    /** Running mean and variance; no dropout. */
    EVAL
}
