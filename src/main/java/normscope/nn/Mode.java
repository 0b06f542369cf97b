package normscope.nn;

/** Which statistics batch normalization uses, and whether noise and dropout act. */
public enum Mode {
    /** Mean and variance of the mini-batch; noise and dropout act. */
    TRAIN,
    /** Running mean and variance; neither noise nor dropout. */
    EVAL
}
