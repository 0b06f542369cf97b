package normscope.instrument.shift;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.experiment.Arms;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.Replica;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.EventFlags;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.runner.RunStatus;

/** What the last shift or kick has done so far, and what the shown moment would need; on a thread of its own. */
public final class ShiftViewModel implements InstrumentViewModel<ShiftSettings> {

    /** How many examples statistics can be re-estimated on. */
    public static final List<Integer> EXAMPLES = List.of(8, 16, 32, 64, 128, 256, 512, 1024);

    private static final long REST_MILLIS = 60;

    /** Following the run is broken off after so long, to show what is known. */
    private static final long TURN_NANOS = 250_000_000;

    private final LabViewModel lab;
    private final Background<Question, Answer> worker;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final IntegerProperty examples = new SimpleIntegerProperty(this, "examples", TestTimePolicies.EXAMPLES);

    private long turn;
    private boolean followed;
    private Aftermath aftermath;
    private long aftermathRun = -1;
    private LayerMoves moves;

    /** One turn of the thread: the shown moment, and how often the run had to be followed further. */
    private record Question(Moment moment, long turn, int examples) {}

    private record Answer(long turn, Result result, boolean complete) {}

    /**
     * What is known of a moment.
     *
     * @param event what happened last, in a word or two; null if nothing has
     * @param course what became of it since, and what would have become without it; null if nothing has happened
     * @param moved how far each hidden layer of each arm has moved since; empty if nothing has happened
     * @param now loss and accuracy of the training set of the moment
     * @param policies what can be done without learning
     */
    public record Result(
            long step,
            String event,
            Aftermath.Course course,
            Arms<LayerMoves.Moves> moved,
            Readings now,
            TestTimePolicies policies) {}

    public ShiftViewModel(LabViewModel lab) {
        this.lab = lab;
        this.worker = new Background<>("shift", REST_MILLIS, this::answer, this::forget);
    }

    @Override
    public void configure(ShiftSettings settings) {
        // There is nothing to set: the shift lab shows the running experiment.
    }

    /** The latest results, a little behind while training: null until the first are ready. */
    public ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** How many examples statistics are re-estimated on: one of {@link #EXAMPLES}. */
    public IntegerProperty examplesProperty() {
        return examples;
    }

    public void pulse() {
        Answer latest = worker.latest();
        if (latest != null && latest.result() != result.get()) {
            result.set(latest.result());
            followed = latest.complete();
            turn = followed ? turn : latest.turn() + 1;
        }
        worker.ask(new Question(lab.transport().moment(), turn, examples.get()));
    }

    private Answer answer(Question question) {
        RunStatus status = question.moment().status();
        Snapshot shown = question.moment().snapshot();
        List<Event> events = status.history().events();
        int event = lastBlow(events);
        boolean happened = event >= 0;
        if (happened) {
            follow(status, events, event);
        } else {
            aftermath = null;
        }
        Replica now = replica.at(question.moment());
        Result known = new Result(
                shown.step(),
                happened ? EventFlags.of(status).get(event).label() : null,
                happened ? aftermath.course() : null,
                happened ? moves.moves(now) : Arms.make(now.arms(), arm -> LayerMoves.Moves.NONE),
                Readings.of(now),
                TestTimePolicies.measure(now, question.examples()));
        boolean complete =
                !happened || known.course().reachedStep() >= status.snapshot().step();
        return new Answer(question.turn(), known, complete);
    }

    private void follow(RunStatus status, List<Event> events, int event) {
        if (aftermath == null || aftermathRun != status.run() || aftermath.event() != event) {
            Snapshot start = status.history().at(events.get(event).step());
            aftermath = new Aftermath(status.config(), start, events, event);
            aftermathRun = status.run();
            moves = new LayerMoves(replica.at(status, aftermath.before()));
        }
        long deadline = System.nanoTime() + TURN_NANOS;
        aftermath.advanceTo(status.snapshot().step(), events, () -> System.nanoTime() > deadline);
    }

    private void forget() {
        replica.forget();
        aftermath = null;
        moves = null;
    }

    private static int lastBlow(List<Event> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            Command command = events.get(i).command();
            boolean ofData = command.change() != null && command.jumps();
            if (ofData || command instanceof Command.KickLayer) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        worker.close();
    }
}
