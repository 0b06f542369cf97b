package normscope.instrument.depth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.depth.DepthSettings.Inputs;
import normscope.instrument.depth.DepthSettings.Show;
import normscope.instrument.quantity.Quantities;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.sweep.Sweep;
import normscope.sweep.SweepFile;
import normscope.sweep.SweepJob;
import normscope.sweep.SweepResult;

/** The start of the Lab's networks, looked at on a thread of its own, and the runs of the table of rates. */
final class DepthViewModel implements InstrumentViewModel<DepthSettings> {

    /** In the place of a depth: that of the experiment. */
    static final int OWN = 0;

    private static final String RATES = "/normscope/assets/experiments/sweep-digits-200-rates.json";
    private static final long REST_MILLIS = 100;

    /** What has been looked at: an experiment with the depth that was chosen. */
    record Known(ExperimentConfig config, DepthSettings settings, Depth depth) {}

    private record Question(ExperimentConfig config, DepthSettings settings) {}

    private final LabViewModel lab;
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.START);
    private final ObjectProperty<Integer> layers = new SimpleObjectProperty<>(this, "layers", OWN);
    private final ObjectProperty<Inputs> inputs = new SimpleObjectProperty<>(this, "inputs", Inputs.DATA);
    private final ObjectProperty<Boolean> linear = new SimpleObjectProperty<>(this, "linear", false);
    private final ReadOnlyObjectWrapper<SweepResult> rates = new ReadOnlyObjectWrapper<>(this, "rates");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final Background<Question, Known> start = new Background<>(
            "depth",
            REST_MILLIS,
            asked -> new Known(
                    asked.settings.experiment(asked.config), asked.settings, Depth.of(asked.config, asked.settings)));
    private SweepResult made;
    private SweepJob job;

    DepthViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public void configure(DepthSettings settings) {
        show.set(settings.show());
        Integer chosen = settings.layers();
        layers.set(chosen == null ? Integer.valueOf(OWN) : chosen);
        inputs.set(settings.inputs());
        linear.set(settings.linear());
        cancel();
        rates.set(null);
    }

    /** Shows the table of rates again as far as it was made last. */
    void recall() {
        if (job == null && made != null) {
            rates.set(made);
        }
    }

    private Question wanted() {
        int depth = layers.get();
        return new Question(
                lab.configProperty().get(),
                new DepthSettings(Show.START, depth == OWN ? null : depth, inputs.get(), linear.get()));
    }

    /** Asks for the start of the present networks, and takes in what threads have done; once a frame. */
    Known pulse() {
        start.ask(wanted());
        if (job != null) {
            boolean done = job.isDone();
            made = job.result();
            rates.set(made);
            if (done) {
                job = null;
                running.set(false);
            }
        }
        return start.latest();
    }

    /** Makes the runs of the table, on threads of low priority; those that are made already stay. */
    void makeRates() {
        if (job != null) {
            return;
        }
        SweepResult from = made == null || made.complete() ? SweepResult.none(sweep()) : made;
        rates.set(from);
        job = new SweepJob(from, run -> true, run -> {}).start(SweepJob.cores());
        running.set(true);
    }

    /** Gives up what is left of the table; what has been run stays. */
    void cancel() {
        if (job != null) {
            job.cancel();
            made = job.result();
            rates.set(made);
            job = null;
        }
        running.set(false);
    }

    /** {@return the runs of the table, from the file that comes with the program} */
    static Sweep sweep() {
        try (InputStream stream = DepthViewModel.class.getResourceAsStream(RATES)) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return SweepFile.fromText(text, Path.of(""), Quantities.READER);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own table of rates cannot be read.", e);
        }
    }

    @Override
    public boolean isBusy() {
        if (show.get() == Show.RATES) {
            return running.get();
        }
        Known known = start.latest();
        Question wanted = wanted();
        return known == null
                || !known.settings.equals(wanted.settings)
                || !known.config.equals(wanted.settings.experiment(wanted.config));
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /** How many hidden layers; {@link #OWN} for those of the experiment. */
    ObjectProperty<Integer> layersProperty() {
        return layers;
    }

    ObjectProperty<Inputs> inputsProperty() {
        return inputs;
    }

    ObjectProperty<Boolean> linearProperty() {
        return linear;
    }

    /** The runs of the table made so far; null if there is none to be seen. */
    ReadOnlyObjectProperty<SweepResult> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public void close() {
        cancel();
        start.close();
    }
}
