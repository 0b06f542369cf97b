package normscope.sweep;

import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;
import tools.jackson.databind.JsonNode;

/** A number that can be measured of a run at its present step. Measuring changes nothing that training depends on. */
public interface Measurable {

    /** Which of two values one wants. */
    enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /**
     * Measures.
     *
     * @param experiment the experiment at the moment; the caller's thread owns it
     * @param history the mini-batch losses and commands up to that moment
     * @return the number; NaN where there is none, such as the values of a layer of an arm that has diverged; the loss
     *     of such an arm is infinite, and it gets 0 % right
     */
    double measure(Experiment experiment, History history);

    /** Makes a quantity of what files have. */
    @FunctionalInterface
    interface Reader {
        /**
         * Reads a quantity as lessons have it, to be measured on an experiment; refused with the field's path in it.
         */
        Measurable read(JsonNode json, ExperimentConfig config);
    }

    /** {@return which values are the good ones} */
    default Better better() {
        return Better.NEITHER;
    }

    default boolean percent() {
        return false;
    }
}
