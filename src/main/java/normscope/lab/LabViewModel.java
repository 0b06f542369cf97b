package normscope.lab;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.experiment.TrainingConfig;
import normscope.history.History;
import normscope.history.Place;
import normscope.runner.Evaluator;
import normscope.runner.RunStatus;
import normscope.runner.Runner;
import normscope.runner.Session;
import normscope.text.Texts;

/** The Lab: the running experiment as the window shows it, and what the user may do with it. */
public final class LabViewModel implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LabViewModel.class.getName());

    private final Runner runner;
    private final Evaluator evaluator = new Evaluator();
    private final TransportViewModel transport;
    private final LayersViewModel layers = new LayersViewModel();
    private final CurvesViewModel curves = new CurvesViewModel();
    private final EvaluationViewModel evaluation = new EvaluationViewModel();

    private final ReadOnlyObjectWrapper<ExperimentConfig> config = new ReadOnlyObjectWrapper<>(this, "config");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice");
    private final ObservableList<EventFlag> events = FXCollections.observableArrayList();
    private final ObservableList<EventFlag> readOnlyEvents = FXCollections.unmodifiableObservableList(events);

    private final Refusals refusals = new Refusals();
    private RunStatus status;
    private ExperimentFile opened;
    private Place cursor;
    private long noticeRun;
    private long frame;

    /** Starts with an experiment at step 0, paused. */
    public LabViewModel(ExperimentConfig first) {
        this(new Session(first));
    }

    /** Starts with a run at any step, paused; the view model owns it from now on. */
    public LabViewModel(Session first) {
        this.runner = new Runner(first);
        this.transport = new TransportViewModel(runner);
        config.set(runner.status().presentConfig());
        pulse();
    }

    public TransportViewModel transport() {
        return transport;
    }

    public LayersViewModel layers() {
        return layers;
    }

    public CurvesViewModel curves() {
        return curves;
    }

    public EvaluationViewModel evaluation() {
        return evaluation;
    }

    /**
     * The experiment that runs, with the learning rate of the present moment; or, until it runs, the one that was asked
     * for last, so that one change can follow another at once.
     */
    public ReadOnlyObjectProperty<ExperimentConfig> configProperty() {
        return config.getReadOnlyProperty();
    }

    /** Whether a change can be taken back, or a former run brought back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** The latest thing to tell the user: null when there is none. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void dismissNotice() {
        notice.set(null);
    }

    /** The flags of the timeline: in the order of their steps; not modifiable. */
    public ObservableList<EventFlag> events() {
        return readOnlyEvents;
    }

    /** Grows whenever something visible of the data has changed. */
    public long frame() {
        return frame;
    }

    /**
     * Changes the experiment. Other names and another learning rate go to the living networks; everything else needs
     * new ones, so both start again from step 0, and undo brings the former run back.
     */
    public void edit(ExperimentConfig next) {
        ExperimentConfig present = config.get();
        if (next.equals(present)) {
            return;
        }
        config.set(next);
        if (next.arms().size() == present.arms().size()
                && next.withNamesOf(present).equals(present)) {
            runner.rename(next);
            return;
        }
        Command rate = Command.ofRate(next.training(), present.training());
        boolean alike = next.withTraining(present.training()).equals(present);
        if (rate != null && alike && transport.lastStepProperty().get() > 0) {
            apply(rate);
            return;
        }
        restart(next, present);
    }

    /** Carries out a command: to come: the moment right before it. A notice tells if the run refuses it. */
    public CompletableFuture<Snapshot> apply(Command command) {
        return refusals.listen(runner.apply(command));
    }

    private void restart(ExperimentConfig next, ExperimentConfig present) {
        transport.live();
        runner.restart(next);
        if (transport.lastStepProperty().get() > 0) {
            say(Notice.Kind.INFO, null, "restart", Texts.text("restart." + present.partThatDiffers(next)));
        }
    }

    /** Goes on from another Lab's present moment; undo brings the former run back. */
    public void takeOver(LabViewModel other) {
        transport.live();
        other.runner
                .ask(Session::bookmark)
                .thenAccept(moment -> runner.travel(session -> false, cancelled -> Session.at(moment), true));
    }

    /** Takes the last change of the run back; without one, brings the former run back, with its history. */
    public void undo() {
        transport.live();
        Event change = runner.status().nextUndone();
        runner.undo();
        dismissNotice();
        if (change != null) {
            say(Notice.Kind.INFO, null, "undone", EventFlags.label(change, status.config()), change.step());
        }
    }

    public void redo() {
        transport.live();
        runner.redo();
        dismissNotice();
    }

    /** Starts the same run again from step 0, with the learning rate as it is now. */
    public void reset() {
        double first = status.config().training().learningRate();
        double now = status.snapshot().learningRate();
        transport.reset();
        if (now != first) {
            say(Notice.Kind.INFO, null, "reset.rate", now, first);
        }
    }

    /** Puts the networks to the shown moment exactly, to go on from there; undo brings the later steps back. */
    public void continueFromHere() {
        if (transport.cursor() != null) {
            RunStatus now = runner.status();
            Place place = transport.shown(now).place();
            List<EventFlag> flags = EventFlags.of(now);
            boolean before =
                    place.commands() < now.history().after(place.step()).commands();
            transport.continueFrom(place);
            String change = before ? flags.get(place.commands()).label() : "";
            say(Notice.Kind.INFO, null, before ? "continued.before" : "continued", place.step(), change);
        }
    }

    /** {@return the experiment as a file has it: with what the run has changed so far, and what it still will} */
    public ExperimentFile file() {
        RunStatus now = runner.status();
        ExperimentConfig shown = config.get();
        ExperimentConfig begun = now.config().withNamesOf(shown);
        TrainingConfig atPresent =
                begun.training().withLearningRate(shown.training().learningRate());
        if (!begun.withTraining(atPresent).equals(shown)) {
            // The run is not that far yet.
            return opened != null && opened.config().equals(shown) ? opened : new ExperimentFile(shown);
        }
        List<Event> events = new ArrayList<>(now.history().events());
        events.removeIf(event -> event.step() > now.snapshot().step());
        events.addAll(now.coming());
        return new ExperimentFile(begun, events);
    }

    /** Writes the experiment to a file. If that fails, a notice says why and the old file is unchanged. */
    public void save(Path file) {
        try {
            file().write(file);
            say(Notice.Kind.INFO, null, "saved", file.getFileName());
        } catch (IOException e) {
            say(Notice.Kind.ERROR, e, "save.failed", file.getFileName());
        }
    }

    /** Opens an experiment from a file. If that fails, a notice names file and field, and nothing changes. */
    public void open(Path file) {
        open(file, false);
    }

    private void open(Path file, boolean copy) {
        try {
            open(copy ? ExperimentFile.readCopy(file) : ExperimentFile.read(file), String.valueOf(file.getFileName()));
        } catch (IOException | InvalidSettingException e) {
            say(Notice.Kind.ERROR, e, "open.failed", file.getFileName(), e.getMessage());
        }
    }

    /** The same of a file that will not stay: its table, if it has one, is called by its name alone. */
    public void openCopy(Path passing) {
        open(passing, true);
    }

    /**
     * Opens the experiment of a text, null for none. If there is none in it, a notice says why, and nothing changes.
     */
    public void paste(String text) {
        try {
            open(ExperimentFile.fromCopy(text), Texts.text("paste.text"));
        } catch (InvalidSettingException e) {
            say(Notice.Kind.ERROR, null, "paste.failed", e.getMessage());
        }
    }

    /** Begins an experiment from step 0; the changes of its run come again at their steps. */
    private void open(ExperimentFile next, String name) {
        opened = next;
        config.set(next.config());
        transport.again(next.config(), next.events(), 0);
        int changes = next.events().size();
        say(Notice.Kind.INFO, null, changes == 0 ? "opened" : "opened.changes", name, changes);
    }

    /** Says that something unexpected happened; it goes to the log and, with "Copy details", to the clipboard. */
    public void tell(Throwable failure) {
        LOG.log(Level.ERROR, "Something unexpected happened.", failure);
        say(Notice.Kind.ERROR, failure, "unexpected");
    }

    private void say(Notice.Kind kind, Throwable cause, String key, Object... values) {
        tell(Notice.of(kind, Texts.text(key, values), cause));
    }

    /** Tells of something done beside the experiment, until it is closed, replaced, or has served. */
    public void tell(Notice news) {
        notice.set(news);
        noticeRun = status == null ? 0 : status.run();
    }

    /** Takes in what the threads have done since; called once a frame. */
    public void pulse() {
        Notice refusal = refusals.next();
        if (refusal != null) {
            tell(refusal);
        }
        boolean settled = runner.isSettled();
        RunStatus now = runner.status();
        if (now.playing() || now.busy()) {
            runner.wantSnapshot();
        }
        boolean newRun = status == null || now.run() != status.run();
        if (newRun) {
            begin(now);
        }
        boolean changed = newRun || now != status || !Objects.equals(cursor, transport.cursor());
        if (changed) {
            if (status != null) {
                dismissServed(now);
            }
            tellDivergence(now, newRun);
            update(now);
        }
        ExperimentConfig running = now.presentConfig();
        if (settled && !running.equals(config.get())) {
            config.set(running);
        }
        Snapshot shown = transport.shown(now).snapshot();
        boolean redraw = layers.show(shown, now.playing() && cursor == null);
        evaluator.request(now, shown);
        redraw |= evaluation.update(evaluator.latest(), now.run());
        curves.setPresent(evaluation.evaluationProperty().get());
        if (changed || redraw) {
            frame++;
        }
    }

    /**
     * A notice of something done has served when the user goes on: plays, or begins a run other than the one it tells
     * of.
     */
    private void dismissServed(RunStatus now) {
        boolean served = now.playing() && !status.playing() || now.run() > noticeRun + 1;
        if (served && notice.get() != null && notice.get().kind() == Notice.Kind.INFO) {
            dismissNotice();
        }
    }

    private void begin(RunStatus now) {
        boolean sameShape = status != null && status.config().hasNetworksOf(now.config());
        layers.begin(now.snapshot(), now.config().normalizedArms(), sameShape);
        curves.begin(now.history(), now.config().network().layers());
        if (status == null || status.split() != now.split()) {
            evaluation.begin(now.config(), now.split());
        }
    }

    private void update(RunStatus now) {
        if (now.failure() != null && (status == null || status.failure() != now.failure())) {
            say(Notice.Kind.ERROR, now.failure(), "failure");
        }
        status = now;
        cursor = transport.cursor();
        History.Kept shown = transport.shown(now);
        transport.update(now, shown);
        curves.update(now.snapshot(), cursor == null ? -1 : shown.snapshot().step());
        canUndo.set(now.undoable() > 0);
        canRedo.set(now.redoable() > 0);
        List<EventFlag> flags = EventFlags.of(now);
        if (!flags.equals(events)) {
            events.setAll(flags);
        }
    }

    private void tellDivergence(RunStatus now, boolean newRun) {
        if (newRun) {
            return;
        }
        String diverged = EventFlags.divergence(status, now);
        if (diverged != null) {
            tell(Notice.of(Notice.Kind.WARNING, diverged, null));
        }
    }

    /** The thread that trains, for what is told to it step by step. */
    public Runner runner() {
        return runner;
    }

    @Override
    public void close() {
        runner.close();
        evaluator.close();
    }
}
