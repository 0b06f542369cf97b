package normscope.instrument.shift;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.Reading;

/**
 * A run once more from one of its events on, and beside it the run in which that event had not happened: what if not.
 * Both make the steps and the other commands of the recorded run, so the first is that run bit for bit.
 */
public final class Aftermath {

    /** Every step is read for so long; then ever fewer. */
    private static final long EVERY_STEP = 200;

    /** Then a step is read for so many since the event. */
    private static final long SPARSE = 50;

    private final int event;
    private final long eventStep;
    private final Experiment happened;
    private final Experiment not;
    private final Snapshot before;
    private final Readings readingsBefore;
    private final List<Point> happenedPoints = new ArrayList<>();
    private final List<Point> notPoints = new ArrayList<>();
    private final Map<Reading, RecoveryWatch> recoveries;
    private final long complete;
    private int nextHappened;
    private int nextNot;

    /** Loss and accuracy of the training set of a moment, both arms. */
    public record Point(long step, Readings readings) {}

    /**
     * What is known so far.
     *
     * @param eventStep when the event happened
     * @param reachedStep up to where both runs have been followed
     * @param before the readings before the event
     * @param happened the run as it is, from right after the event; the first two are one step apart
     * @param not the run without the event, at the same steps
     * @param recovered how far each reading has got over the event
     */
    public record Course(
            long eventStep,
            long reachedStep,
            Readings before,
            List<Point> happened,
            List<Point> not,
            Map<Reading, RecoveryWatch.Outcome> recovered) {}

    /**
     * Goes to the moment of one of the events of a run so far, in order, from a snapshot of the run that is not after
     * it.
     */
    public Aftermath(ExperimentConfig config, Snapshot start, List<Event> events, int event) {
        this.event = event;
        this.eventStep = events.get(event).step();
        happened = restored(config, start);
        int next = 0;
        while (events.get(next).step() < start.step()) {
            next++;
        }
        while (next < event || happened.step() < eventStep) {
            if (next < event && events.get(next).step() == happened.step()) {
                happened.apply(events.get(next++).command());
            } else {
                happened.advance();
            }
        }
        before = happened.snapshot();
        readingsBefore = Readings.of(happened);
        complete = events.get(event).command().driftSteps();
        recoveries = RecoveryWatch.begin(readingsBefore, happened.world().train(), complete);
        not = restored(config, before);
        happened.apply(events.get(event).command());
        nextHappened = event + 1;
        nextNot = event + 1;
        read();
    }

    private static Experiment restored(ExperimentConfig config, Snapshot moment) {
        Experiment experiment = new Experiment(config);
        experiment.keepToOneThread();
        experiment.restore(moment);
        return experiment;
    }

    /** The moment right before the event: both arms. */
    public Snapshot before() {
        return before;
    }

    /** Follows both runs, not beyond what the recorded run has made; asked between steps whether to stop. */
    public void advanceTo(long step, List<Event> events, BooleanSupplier cancelled) {
        while (happened.step() < step && !cancelled.getAsBoolean()) {
            nextHappened = advance(happened, events, nextHappened);
            nextNot = advance(not, events, nextNot);
            read();
        }
    }

    private static int advance(Experiment experiment, List<Event> events, int from) {
        int next = experiment.applyDue(events, from);
        experiment.advance();
        return next;
    }

    private void read() {
        long since = happened.step() - eventStep;
        boolean kept = since <= EVERY_STEP || since % Math.max(1, since / SPARSE) == 0;
        recoveries.forEach((reading, recovery) -> {
            if (recovery.isOpen() && since <= complete + ShiftLab.LIMIT) {
                recovery.read(since, Readings.of(happened, reading));
            }
        });
        if (kept) {
            happenedPoints.add(new Point(happened.step(), Readings.of(happened)));
            notPoints.add(new Point(not.step(), Readings.of(not)));
        }
    }

    /** What is known so far: immutable. */
    public Course course() {
        Map<Reading, RecoveryWatch.Outcome> recovered = new EnumMap<>(Reading.class);
        recoveries.forEach((reading, recovery) -> recovered.put(reading, recovery.outcome()));
        return new Course(
                eventStep,
                happened.step(),
                readingsBefore,
                List.copyOf(happenedPoints),
                List.copyOf(notPoints),
                recovered);
    }

    public int event() {
        return event;
    }
}
