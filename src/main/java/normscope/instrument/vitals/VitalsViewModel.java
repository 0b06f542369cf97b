package normscope.instrument.vitals;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.OverSteps;
import normscope.lab.LabViewModel;
import normscope.runner.RunStatus;

/** The vital signs over the steps of the run. The steps are made once more, on a thread of its own. */
final class VitalsViewModel implements InstrumentViewModel<VitalsSettings> {

    private final LabViewModel lab;
    private final ObjectProperty<Sign> sign = new SimpleObjectProperty<>(this, "sign", Sign.UPDATE);
    private final OverSteps<Boolean, Vitals> past = new OverSteps<>("vitals", this::measure, () -> own = null);
    private Experiment own;

    VitalsViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public void configure(VitalsSettings settings) {
        sign.set(settings.sign());
    }

    ObjectProperty<Sign> signProperty() {
        return sign;
    }

    /** Asks for the shown moment; once a frame while somebody looks. Null until something is known. */
    OverSteps.Known<Boolean, Vitals> pulse() {
        return past.pulse(true, lab.transport().moment());
    }

    @Override
    public boolean isBusy() {
        return past.isBusy(lab.transport().moment());
    }

    private Vitals measure(boolean all, RunStatus status, Snapshot snapshot) {
        ExperimentConfig config = status.config();
        if (own == null || !own.config().equals(config)) {
            own = new Experiment(config);
            own.keepToOneThread();
        }
        return Vitals.of(own, snapshot);
    }

    @Override
    public void close() {
        past.close();
    }
}
