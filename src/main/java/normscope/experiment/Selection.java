package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Which examples are drawn: covariate shift (Shimodaira, 2000). An example is drawn with a chance that depends on its
 * own inputs alone, P(drawn | x); its label stays. {@link Labels} is the exception, and {@link Window#inClass} half a
 * one: they look at the label too.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Selection extends DataChange {

    /** No selection. */
    Selection ALL = new All();

    /** Of the cats, the black ones: the first input is at most 0. */
    Selection BLACK_CATS = new Values(new Trait.Input(0), null, 0.0);

    /** Of the cats, the coloured ones: the first input is more than 0. */
    Selection COLOURED_CATS = new Values(new Trait.Input(0), 0.0, null);

    /** {@return the trait that it goes by; null if it goes by none} */
    default Trait by() {
        return null;
    }

    @Override
    default void check(DataConfig data) {
        if (by() != null) {
            Check.at(Json.kind(this) + ".by", () -> by().check(data));
        }
    }

    /** All examples alike. */
    @JsonTypeName("all")
    record All() implements Selection, Json.Flag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static All of(boolean on) {
            return new All();
        }
    }

    /**
     * The examples whose trait lies between two quantiles of the training set.
     *
     * @param from the fraction of the training set below, 0 … 0.98
     * @param to the fraction up to which examples are drawn, at least 0.02 more than {@code from}, at most 1
     * @param inClass whether the quantiles are those of each class, so that the classes keep their sizes
     */
    @JsonTypeName("window")
    record Window(
            Trait by,
            double from,
            double to,

            @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean inClass)
            implements Selection {
        public Window {
            Check.present("by", by);
            Check.within("from", from, 0, 0.98);
            Check.within("to", to, 0.02, 1);
            Check.that(to - from >= 0.02 - 1e-12, "to", "is %s, but must be at least 0.02 more than from.", to);
        }

        /** A window without regard to the class. */
        public Window(Trait by, double from, double to) {
            this(by, from, to, false);
        }
    }

    /**
     * The examples whose trait lies between two values: more than {@code from}, at most {@code to}.
     *
     * @param from the lower end, -1,000,000 … 1,000,000; null if there is none
     * @param to the upper end, likewise
     */
    @JsonTypeName("values")
    record Values(
            Trait by,
            @Json.MayBeAbsent Double from,
            @Json.MayBeAbsent Double to) implements Selection {

        private static final double MOST = 1e6;

        public Values {
            Check.present("by", by);
            Check.that(from != null || to != null, "", "must have from or to, or both.");
            Check.within("from", from == null ? 0 : from, -MOST, MOST);
            Check.within("to", to == null ? 0 : to, -MOST, MOST);
            Check.that(from == null || to == null || from < to, "to", "must be more than from.");
        }
    }

    /**
     * Examples with a large trait more often: P = 1 / (1 + e<sup>-slope s</sup>), with s the trait standardized over
     * the training set.
     *
     * @param slope negative for those with a small one, -20 … 20
     */
    @JsonTypeName("sigmoid")
    record Sigmoid(Trait by, double slope) implements Selection {
        public Sigmoid {
            Check.present("by", by);
            Check.within("slope", slope, -20, 20);
        }
    }

    /**
     * Examples near a place more often: P = e<sup>-(s - centre)² / (2 sd²)</sup>, with s the trait standardized over
     * the training set.
     *
     * @param centre the place, -10 … 10
     * @param sd the width, 0.05 … 10
     */
    @JsonTypeName("bell")
    record Bell(Trait by, double centre, double sd) implements Selection {
        public Bell {
            Check.present("by", by);
            Check.within("centre", centre, -10, 10);
            Check.within("sd", sd, 0.05, 10);
        }
    }

    /**
     * By the label: label shift, not covariate shift.
     *
     * @param weights how likely an example of each class is, relative to the others; 0 … 1000, not all 0
     */
    @JsonTypeName("labels")
    record Labels(@JsonValue List<Double> weights) implements Selection {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Labels {
            double sum = 0;
            for (double weight : weights) {
                Check.within("labels", weight, 0, 1000);
                sum += weight;
            }
            Check.that(sum > 0, "labels", "must not all be 0.");
            weights = List.copyOf(weights);
        }

        @Override
        public void check(DataConfig data) {
            int classes = data.classes();
            Check.that(
                    weights.size() == classes,
                    "labels",
                    "has %d entries; give %d, one a class.",
                    weights.size(),
                    classes);
        }
    }
}
