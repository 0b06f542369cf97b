package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentViewModel;
import normscope.lab.LabViewModel;
import normscope.sweep.Setting;
import normscope.sweep.SweepJob;
import normscope.sweep.SweepResult;
import normscope.text.Texts;

/** A sweep: what is varied, its runs on the cores that are free, and what they have come to so far. */
public final class SweepViewModel implements InstrumentViewModel<SweepSettings> {

    private static final int MOST_KEPT = 4;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<SweepResult> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    /** Complete sweeps by the settings they were configured with, the last ones. */
    private final Map<SweepSettings, Made> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SweepSettings, Made> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Made(SweepSettings settings, SweepResult result) {}

    private SweepSettings configured = SweepSettings.defaults();
    private SweepSettings settings = SweepSettings.defaults();
    private boolean ofTheLab = true;
    private SweepJob job;

    public SweepViewModel(LabViewModel lab) {
        this.lab = lab;
        clear();
    }

    @Override
    public void configure(SweepSettings next) {
        ofTheLab = next.equals(SweepSettings.defaults());
        settings = next;
        configured = next;
        clear();
    }

    /** Shows the runs again that were last made of the sweep as it was configured, whatever was changed in it then. */
    public void recall() {
        Made before = kept.get(configured);
        if (before != null && job == null) {
            settings = before.settings;
            result.set(before.result);
        }
    }

    /** Changes what is varied in the same experiment; what has been run is forgotten. */
    public void change(SweepSettings next) {
        next.sweep();
        settings = next;
        clear();
    }

    private void clear() {
        cancel();
        if (ofTheLab) {
            settings = settings.withBase(lab.configProperty().get().withName(""));
        }
        result.set(SweepResult.none(settings.sweep()));
    }

    /**
     * So many values at equal ratios, rounded to two digits; whole ones where they must be, and fewer where rounding
     * makes neighbours equal.
     */
    public static List<Double> between(Setting setting, double from, double to, int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double exact = count == 1 ? from : from * Math.pow(to / from, i / (count - 1.0));
            double power = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
            double rounded =
                    power < 1 ? Math.rint(exact / power) / Math.rint(1 / power) : Math.rint(exact / power) * power;
            double value = setting.isWhole() ? Math.rint(exact) : rounded;
            if (values.isEmpty() || value > values.get(values.size() - 1)) {
                values.add(value);
            }
        }
        return values;
    }

    /** Makes all runs, on threads of low priority. */
    public void start() {
        clear();
        job = new SweepJob(result.get(), run -> true, run -> {}).start(SweepJob.cores());
        running.set(true);
    }

    /** Gives up what is left; what has been run stays. */
    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        running.set(false);
    }

    @Override
    public boolean isBusy() {
        return running.get();
    }

    public void pulse() {
        if (job != null) {
            boolean done = job.isDone();
            result.set(job.result());
            if (!done) {
                return;
            }
            job = null;
            running.set(false);
            if (result.get().complete()) {
                kept.put(configured, new Made(settings, result.get()));
            }
        }
        if (ofTheLab && job == null && result.get().made() == 0) {
            ExperimentConfig now = lab.configProperty().get().withName("");
            if (!now.equals(settings.base())) {
                clear();
            }
        }
    }

    /** Opens the experiment of one value of the setting and one seed in the Lab, from step 0. */
    public void open(int value, int seed) {
        SweepResult of = result.get();
        ExperimentConfig config = of.sweep().config(of.sweep().index(value, 0, seed));
        // Under a name of its own it is another experiment, even where it is only another rate: it begins at step 0.
        String named = "sweep.name." + settings.setting();
        lab.edit(config.withName(Texts.text(
                "sweep.name",
                Texts.text(Texts.has(named) ? named : "sweep.setting." + settings.setting()),
                settings.values().get(value))));
    }

    public SweepSettings settings() {
        return settings;
    }

    /** The runs made so far: never null. */
    public ReadOnlyObjectProperty<SweepResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public void close() {
        cancel();
    }
}
