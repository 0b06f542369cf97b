package normscope.instrument.shift;

import java.util.EnumMap;
import java.util.Map;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.instrument.Reading;

/** What a change does to both arms, and how long they take to get over it. */
public final class ShiftTrial {

    /** How many times the loss before counts as recovered. */
    public static final double RECOVERED = 2;

    /** Says of {@link Recovery#steps} that it did not recover while it was watched. */
    public static final long NEVER = -1;

    private ShiftTrial() {}

    /**
     * What became of one reading; {@link RecoveryWatch} says when it has recovered.
     *
     * @param before the loss of the whole training set before the change
     * @param atOnce the same right after it, before any update
     * @param steps updates from when the change was complete until recovered; {@link #NEVER} if not within the limit
     */
    public record Recovery(double before, double atOnce, long steps) {
        /** Whether it recovered: false if it did not within the limit. */
        public boolean recovered() {
            return steps != NEVER;
        }
    }

    /**
     * Makes a change at the present step of an experiment, follows it, and puts the experiment back.
     *
     * @param limit the most updates to wait for recovery once the change is complete
     */
    public static Map<Reading, Recovery> run(Experiment experiment, Command change, long limit) {
        Snapshot start = experiment.snapshot();
        Readings before = Readings.of(experiment);
        long complete = change.driftSteps();
        Map<Reading, RecoveryWatch> watches =
                RecoveryWatch.begin(before, experiment.world().train(), complete);
        experiment.apply(change);
        Readings atOnce = Readings.of(experiment);
        for (long since = 0; since <= complete + limit && isOpen(watches); since++) {
            if (since > 0) {
                experiment.advance();
            }
            for (Reading reading : Reading.values()) {
                if (watches.get(reading).isOpen()) {
                    watches.get(reading).read(since, Readings.of(experiment, reading));
                }
            }
        }
        Map<Reading, Recovery> result = new EnumMap<>(Reading.class);
        watches.forEach((reading, watch) -> {
            RecoveryWatch.Outcome outcome = watch.outcome();
            long steps = outcome.recovered() ? outcome.steps() : NEVER;
            result.put(
                    reading,
                    new Recovery(before.get(reading).loss(), atOnce.get(reading).loss(), steps));
        });
        experiment.restore(start);
        return result;
    }

    private static boolean isOpen(Map<Reading, RecoveryWatch> watches) {
        return watches.values().stream().anyMatch(RecoveryWatch::isOpen);
    }
}
