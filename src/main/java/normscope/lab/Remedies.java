package normscope.lab;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.data.Split;
import normscope.experiment.Command;
import normscope.experiment.Importance;
import normscope.experiment.LearnFrom;
import normscope.experiment.Selection;
import normscope.experiment.Shifts;
import normscope.runner.RunStatus;
import normscope.runner.Runner;

/**
 * What can be done about a change: statistics taken anew, labels of the new examples, old ones kept, weights. Each is a
 * recorded command on the living networks.
 */
public final class Remedies {

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<LearnFrom> source = new ReadOnlyObjectWrapper<>(this, "source", LearnFrom.NOW);
    private final ReadOnlyObjectWrapper<Importance> importance = new ReadOnlyObjectWrapper<>(this, "importance");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private Split weighed;
    private Shifts weighedAfter;

    public Remedies(LabViewModel lab) {
        this.lab = lab;
        pulse();
    }

    /** What the networks learn from; once asked for, until the run tells otherwise. */
    public ReadOnlyObjectProperty<LearnFrom> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Whether the data have changed in the run: before that, there are no old and new examples. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What old examples are worth for the present ones; null unless the last change was a selection. */
    public ReadOnlyObjectProperty<Importance> importanceProperty() {
        return importance.getReadOnlyProperty();
    }

    /** {@return how many training examples there are, drawn or not} */
    public int examples() {
        return weighed.train().size();
    }

    /** Takes in how the run is; once a frame while somebody looks. */
    public void pulse() {
        Runner runner = lab.runner();
        boolean settled = runner.isSettled();
        RunStatus now = runner.status();
        Shifts shifts = now.snapshot().shifts();
        if (settled) {
            source.set(shifts.source());
        }
        if (weighed != now.split() || !shifts.equals(weighedAfter)) {
            weighed = now.split();
            weighedAfter = shifts;
            Shifts.Change last = shifts.last();
            changed.set(!Objects.equals(last, Shifts.begin(now.config().data()).last()));
            boolean selected = changed.get() && last.change() instanceof Selection;
            importance.set(selected ? shifts.importance(now.split().sample(), shifts.settledAt()) : null);
        }
    }

    /** Takes the running statistics anew from the examples drawn now (AdaBN): no label is needed, no weight moves. */
    public void reestimate() {
        lab.transport().live();
        lab.apply(new Command.Reestimate());
    }

    /** Whether the networks learn from the examples drawn now, with their labels; else from those of before. */
    public void setLabels(boolean on) {
        learnFrom(new LearnFrom(on, 0, false));
    }

    /** The fraction of each mini-batch that is as before the last change: 0 … 1. The rest needs labels. */
    public void setReplay(double fraction) {
        learnFrom(new LearnFrom(true, fraction, false));
    }

    /** Whether old examples count by how likely they are now: learning without new labels. */
    public void setWeighted(boolean on) {
        learnFrom(new LearnFrom(false, 0, on));
    }

    private void learnFrom(LearnFrom next) {
        if (!next.equals(source.get())) {
            lab.transport().live();
            source.set(next);
            lab.apply(new Command.SetLearnFrom(next));
        }
    }
}
