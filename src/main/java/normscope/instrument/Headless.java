package normscope.instrument;

import java.util.List;
import java.util.function.Function;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.text.Texts;

/** What an instrument measures of a running experiment, without a window. Belongs to one thread. */
public interface Headless {

    /**
     * One quantity.
     *
     * @param name in files, in lower case with underscores
     * @param title its name for people
     * @param logarithmic whether it is drawn on a logarithmic axis
     * @param guide a value to compare it with; NaN for none
     */
    record Column(String name, String title, boolean logarithmic, double guide) {
        /** One called as in texts and files, with underscores. */
        public static Column of(Enum<?> number, String key, boolean logarithmic, double guide) {
            return new Column(Json.name(number).replace('-', '_'), Texts.text(key), logarithmic, guide);
        }

        public static Column linear(String name, String title) {
            return new Column(name, title, false, Double.NaN);
        }

        public static Column logarithmic(String name, String title) {
            return new Column(name, title, true, Double.NaN);
        }
    }

    /**
     * One line of numbers.
     *
     * @param arm from 0; -1 where there are no networks
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

    static Headless of(List<Column> columns, Function<Experiment, List<Row>> at) {
        return new Headless() {
            @Override
            public List<Column> columns() {
                return columns;
            }

            @Override
            public List<Row> at(Experiment living) {
                return at.apply(living);
            }
        };
    }
}
