package normscope.instrument;

import java.util.List;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;

/** What an instrument measures of a running experiment, without a window. Belongs to one thread. */
public interface Headless {

    /**
     * One quantity.
     *
     * @param name in files, in lower case with underscores
     * @param key of its name for people, in the window's texts
     * @param logarithmic whether it is drawn on a logarithmic axis
     * @param guide a value to compare it with; NaN for none
     */
    record Column(String name, String key, boolean logarithmic, double guide) {}

    /**
     * One line of numbers.
     *
     * @param arm from 0
     * @param layer from 0, the output layer last; -1 for the whole network
     * @param values one a column; NaN where there is none
     */
    record Row(int arm, int layer, double... values) {}

    /** {@return the quantities, in the order of the values of each row} */
    List<Column> columns();

    /** Whether it sums over all steps, so that it must be told of each. */
    default boolean isOfAllSteps() {
        return false;
    }

    /** Is told after each step of the run, from the first. */
    default void stepped(Experiment living) {
        // Most ask for moments only.
    }

    /** Whether the first two quantities are a place in the plane, and the third is what is there. */
    default boolean isMap() {
        return false;
    }

    /** {@return what there is to measure at the present moment, of which nothing changes} */
    List<Row> at(Experiment living);

    /** {@return whether it looks at the start alone, layer by layer} */
    default boolean isOfTheStart() {
        return false;
    }

    /** Makes it for an experiment. */
    @FunctionalInterface
    interface Factory<S> {
        Headless of(S settings, ExperimentConfig config);
    }
}
