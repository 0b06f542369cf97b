package normscope.instrument.smoothness;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.OverSteps;
import normscope.instrument.Replica;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;

/** Walks along the gradient from moments all over the run, on a thread of its own. */
final class SmoothnessViewModel implements InstrumentViewModel<SmoothnessSettings> {

    private static final long REST_MILLIS = 120;

    private final LabViewModel lab;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final ObjectProperty<Double> most = new SimpleObjectProperty<>(this, "most", 4.0);
    private final OverSteps<SmoothnessSettings, Smoothness> past = new OverSteps<>(
            "smoothness",
            (settings, status, snapshot) -> Smoothness.of(replica.at(status, snapshot), settings),
            replica::forget);
    private final ReplicaKeeper scored = new ReplicaKeeper();
    private final Background<Moment, Answered> test =
            new Background<>("smoothness-test", REST_MILLIS, this::score, scored::forget);

    private boolean asked;

    /** Of all arms at a moment, of which only the snapshot is kept: a moment holds its whole run. */
    record Answered(Snapshot snapshot, List<Accuracies> arms) {}

    SmoothnessViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public void configure(SmoothnessSettings settings) {
        most.set(settings.most());
    }

    ObjectProperty<Double> mostProperty() {
        return most;
    }

    /** Asks for the shown moment; once a frame while somebody looks. Null until something is known. */
    OverSteps.Known<SmoothnessSettings, Smoothness> pulse() {
        return past.pulse(new SmoothnessSettings(most.get()), lab.transport().moment());
    }

    /**
     * What the arms answer of the test set at the shown moment or shortly before, if that is wanted; once a frame. Null
     * until something is known.
     */
    Answered answered(boolean wanted) {
        asked = wanted;
        if (wanted) {
            test.ask(lab.transport().moment());
        }
        return wanted ? test.latest() : null;
    }

    private Answered score(Moment moment) {
        Replica replica = scored.at(moment);
        return new Answered(
                moment.snapshot(),
                IntStream.range(0, replica.arms())
                        .mapToObj(arm -> Accuracies.of(replica, arm))
                        .toList());
    }

    @Override
    public boolean isBusy() {
        Moment moment = lab.transport().moment();
        Answered latest = test.latest();
        return past.isBusy(moment) || asked && (latest == null || latest.snapshot() != moment.snapshot());
    }

    @Override
    public void close() {
        past.close();
        test.close();
    }
}
