package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import normscope.data.DataKind;
import normscope.data.TrueRule;

/** The rule from inputs to labels changes, the inputs stay: concept shift. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface RuleChange extends DataChange {

    /**
     * In a region every label becomes the next class, the last one the first.
     *
     * @param from the fraction of the training set below it, 0 … 1
     * @param to the fraction at which it ends, more than {@code from}
     */
    @JsonTypeName("flip")
    record Flip(Trait by, double from, double to) implements RuleChange {
        public Flip {
            Check.present("by", by);
            Check.within("from", from, 0, 1);
            Check.within("to", to, 0, 1);
            Check.that(from < to, "to", "is %s, but must be more than from.", to);
        }

        @Override
        public void check(DataConfig data) {
            Check.at("flip.by", () -> by.check(data));
        }
    }

    /** Cats are labelled by another rule. */
    @JsonTypeName("truth")
    record Truth(@JsonValue TrueRule rule) implements RuleChange {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Truth {
            Check.present("truth", rule);
        }

        @Override
        public void check(DataConfig data) {
            Check.that(data.kind() == DataKind.CATS, "truth", "needs the cats.");
        }
    }
}
