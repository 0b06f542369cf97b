package normscope.lab;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.experiment.DataConfig;
import normscope.experiment.RuleChange;

/** The concept shift that is prepared: how labels will follow from inputs. */
public final class PreparedRule {

    /** What happens to the rule. */
    public enum Change {
        /** Labels flip in a region. */
        FLIP,
        /** Cats are labelled by another rule. */
        TRUTH
    }

    private final ObjectProperty<Change> change = new SimpleObjectProperty<>(this, "change", Change.FLIP);
    private final PreparedTrait region = new PreparedTrait();
    private final ObjectProperty<TrueRule> truth = new SimpleObjectProperty<>(this, "truth", TrueRule.BOTH);

    PreparedRule() {}

    public ObjectProperty<Change> changeProperty() {
        return change;
    }

    public PreparedTrait region() {
        return region;
    }

    /** The rule that counts then. */
    public ObjectProperty<TrueRule> truthProperty() {
        return truth;
    }

    /** {@return what can happen to the rule of the data} */
    public static List<Change> offered(DataConfig data) {
        return Arrays.stream(Change.values())
                .filter(change -> change == Change.FLIP || data.kind() == DataKind.CATS)
                .toList();
    }

    void fit(DataConfig data) {
        region.fit(data);
        if (!offered(data).contains(change.get())) {
            change.set(Change.FLIP);
        }
    }

    RuleChange rule() {
        return change.get() == Change.FLIP
                ? new RuleChange.Flip(region.trait(), region.low(), region.high())
                : new RuleChange.Truth(truth.get());
    }
}
