package normscope.instrument;

import normscope.experiment.ExperimentConfig;
import normscope.nn.Mode;

/** One of the three readings of the two networks: after a change the two modes of batch norm tell opposite stories. */
public enum Reading {
    /** The arm that is compared with, EVAL mode. */
    WITHOUT(Mode.EVAL),
    /** The arm with batch normalization, TRAIN mode, the set as one batch. */
    WITH_TRAIN(Mode.TRAIN),
    /** The arm with batch normalization, EVAL mode. */
    WITH_EVAL(Mode.EVAL);

    private final Mode mode;

    Reading(Mode mode) {
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    /** {@return which arm of an experiment is read} */
    public int arm(ExperimentConfig config) {
        return this == WITHOUT ? config.plainArm() : config.batchNormArm();
    }
}
