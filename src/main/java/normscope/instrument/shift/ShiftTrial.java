package normscope.instrument.shift;

import java.util.EnumMap;
import java.util.Map;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.instrument.shift.Readings.Reading;

/**
 * What a change does to both arms, and how long they take to get over it. Recovered is a reading at the first step
 * after the change at which its loss of the whole training set is at most twice what it was before; at 0 steps if the
 * change never brought it above.
 */
public final class ShiftTrial {

    /** How many times the loss before counts as recovered. */
    public static final double RECOVERED = 2;

    /** Says of {@link Recovery#steps} that it did not recover while it was watched. */
    public static final long NEVER = -1;

    private ShiftTrial() {}

    /**
     * What became of one reading.
     *
     * @param before the loss of the whole training set before the change
     * @param atOnce the same right after it, before any update
     * @param steps updates until recovered; {@link #NEVER} if not within the limit
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
     * @param experiment at the moment of the change; in the end as it was
     * @param limit the most updates to wait for recovery
     * @return one outcome a reading
     */
    public static Map<Reading, Recovery> run(Experiment experiment, Command change, long limit) {
        Snapshot start = experiment.snapshot();
        Map<Reading, Double> before = losses(experiment);
        experiment.apply(change);
        Map<Reading, Double> atOnce = losses(experiment);
        Map<Reading, Recovery> result = new EnumMap<>(Reading.class);
        for (long steps = 0; result.size() < Reading.values().length && steps <= limit; steps++) {
            if (steps > 0) {
                experiment.advance();
            }
            for (Reading reading : Reading.values()) {
                if (!result.containsKey(reading)
                        && Readings.of(experiment, reading).loss() <= RECOVERED * before.get(reading)) {
                    result.put(reading, new Recovery(before.get(reading), atOnce.get(reading), steps));
                }
            }
        }
        for (Reading reading : Reading.values()) {
            result.putIfAbsent(reading, new Recovery(before.get(reading), atOnce.get(reading), NEVER));
        }
        experiment.restore(start);
        return result;
    }

    private static Map<Reading, Double> losses(Experiment experiment) {
        Map<Reading, Double> losses = new EnumMap<>(Reading.class);
        Readings now = Readings.of(experiment);
        for (Reading reading : Reading.values()) {
            losses.put(reading, now.get(reading).loss());
        }
        return losses;
    }
}
