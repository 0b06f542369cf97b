package normscope.instrument.noise;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.data.Dataset;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.Job;
import normscope.lab.LabViewModel;
import normscope.runner.Moment;
import normscope.stats.Histogram;

/** The noise of mini-batches in the shown network, measured on a thread of its own. */
public final class NoiseBenchViewModel implements InstrumentViewModel<NoiseBenchSettings> {

    private static final int BINS = 48;

    /** So many deviations of the noisiest size make the common axis of the histograms. */
    private static final double REACH = 3.2;

    /** A measurement, the step of the network measured, and histograms, one a batch size, all on one axis. */
    public record Shown(NoiseResult result, long step, List<Histogram> histograms) {}

    private record Question(NoiseBenchSettings settings, int example, int unit) {}

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>(this, "problem", "");
    private final ReadOnlyIntegerWrapper layers = new ReadOnlyIntegerWrapper(this, "layers", 1);
    private ExperimentConfig measuredConfig;
    private Snapshot measured;
    private Question question = new Question(NoiseBenchSettings.defaults(), 0, 0);
    private Job job;
    private volatile Shown ready;

    public NoiseBenchViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public void configure(NoiseBenchSettings settings) {
        question = new Question(settings, question.example, question.unit);
        measure();
    }

    /** Takes another example of the training set, from 0, and measures; beyond the end it begins again. */
    public void setExample(int example) {
        int size = lab.transport().moment().status().split().sample().train().size();
        question = new Question(question.settings, Math.floorMod(example, size), question.unit);
        measure();
    }

    /** Takes another unit, from 0, and measures; beyond the layer's last it begins again. */
    public void setUnit(int unit) {
        List<Integer> units =
                lab.transport().moment().status().config().network().hiddenUnits();
        int width = units.get(Math.min(units.size() - 1, question.settings.layer()));
        question = new Question(question.settings, question.example, Math.floorMod(unit, width));
        measure();
    }

    public int arm() {
        return lab.transport().moment().status().config().batchNormArm();
    }

    /** Measures the network as it is shown now, unless that is done or being done. */
    public void refresh() {
        if (lab.transport().moment().snapshot() != measured) {
            measure();
        }
    }

    @Override
    public boolean isBusy() {
        return job != null;
    }

    public void measure() {
        cancel();
        ready = null;
        problem.set("");
        Moment moment = lab.transport().moment();
        ExperimentConfig config = moment.status().config();
        measuredConfig = config;
        layers.set(config.network().layers());
        Snapshot state = moment.snapshot();
        measured = state;
        Dataset train = state.shifts()
                .at(moment.status().split().sample(), state.step(), config.seed())
                .train();
        int example = Math.min(question.example, train.size() - 1);
        try {
            NoiseBench bench = new NoiseBench(question.settings.fitting(train.size()), config, state, train);
            int unit = Math.min(question.unit, bench.units() - 1);
            job = Job.start("noise-bench", 1, work -> {
                NoiseResult result = bench.run(example, unit, work::tell, work::isCancelled);
                if (result != null) {
                    ready = new Shown(result, state.step(), histograms(result));
                }
            });
            progress.set(0);
        } catch (InvalidSettingException e) {
            shown.set(null);
            problem.set(e.getMessage());
        }
    }

    private static List<Histogram> histograms(NoiseResult result) {
        double reach = 1e-9;
        double middle = result.mean(result.sizes() - 1);
        for (int i = 0; i < result.sizes(); i++) {
            reach = Math.max(reach, REACH * result.sd(i) + Math.abs(result.mean(i) - middle));
        }
        double width = reach;
        return IntStream.range(0, result.sizes())
                .mapToObj(i -> result.histogram(i, middle - width, middle + width, BINS))
                .toList();
    }

    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        progress.set(1);
    }

    /** Takes in what the thread has done, and measures other networks when there are some; once a frame. */
    public void pulse() {
        ExperimentConfig now = lab.transport().moment().status().config();
        if (measuredConfig != null && !measuredConfig.hasNetworksOf(now)) {
            configure(question.settings.withLayer(
                    Math.min(question.settings.layer(), now.network().layers() - 1)));
        }
        if (job == null) {
            return;
        }
        boolean done = job.isDone();
        progress.set(done ? 1 : Math.min(0.999, job.progress()));
        if (done) {
            job = null;
            if (ready != null) {
                shown.set(ready);
            }
        }
    }

    /** The latest measurement: null before the first, and where there is nothing to measure. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How far the measurement under way is: 0 to 1; 1 when there is none. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why nothing can be measured: a sentence; empty if nothing is in the way. */
    public ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many hidden layers there are to choose from: at least 1. */
    public ReadOnlyIntegerProperty layersProperty() {
        return layers.getReadOnlyProperty();
    }

    public NoiseBenchSettings settings() {
        return question.settings;
    }

    public int example() {
        return question.example;
    }

    public int unit() {
        return question.unit;
    }

    @Override
    public void close() {
        cancel();
    }
}
