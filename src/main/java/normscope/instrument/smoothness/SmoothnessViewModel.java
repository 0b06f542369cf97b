package normscope.instrument.smoothness;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.instrument.OverSteps;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.LabViewModel;

/** Walks along the gradient from moments all over the run, on a thread of its own. */
final class SmoothnessViewModel implements AutoCloseable {

    private final LabViewModel lab;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final ObjectProperty<Double> most = new SimpleObjectProperty<>(this, "most", 4.0);
    private final OverSteps<SmoothnessSettings, Smoothness> past = new OverSteps<>(
            "smoothness",
            (settings, status, snapshot) -> Smoothness.of(replica.at(status, snapshot), settings),
            replica::forget);

    SmoothnessViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    void configure(SmoothnessSettings settings) {
        most.set(settings.most());
    }

    /** How many times the rate one goes. */
    ObjectProperty<Double> mostProperty() {
        return most;
    }

    /** Asks for the shown moment; once a frame while somebody looks. Null until something is known. */
    OverSteps.Known<SmoothnessSettings, Smoothness> pulse() {
        return past.pulse(new SmoothnessSettings(most.get()), lab.transport().moment());
    }

    boolean isBusy() {
        return past.isBusy(lab.transport().moment());
    }

    @Override
    public void close() {
        past.close();
    }
}
