package normscope.history;

import java.util.Locale;

/**
 * Which steps are worth keeping: all at first, then fewer and fewer, so that each doubling of the step adds the same
 * number. It depends on nothing but the step, so a run that is replayed keeps the same moments.
 *
 * <p>The interval at step s is the largest power of two not above max(1, s / perOctave), but at least {@code minimum}
 * once s has reached it; before that the steps 0, 1, 2, 4, 8 … are kept.
 *
 * @param perOctave moments kept while the step doubles, roughly
 * @param minimum the smallest interval, a power of two; more than 1 for what is costly to take
 */
public record Cadence(int perOctave, int minimum) {

    public Cadence {
        if (perOctave < 1 || Integer.bitCount(minimum) != 1 || minimum < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Cadence of %d with minimum %d.", perOctave, minimum));
        }
    }

    /** A cadence for something that costs as much as some steps, so that it takes at most a given share of the time. */
    public static Cadence costing(int perOctave, double cost, double share) {
        double interval = Math.max(1, Math.min(1 << 20, cost / share));
        int power = Integer.highestOneBit((int) interval);
        return new Cadence(perOctave, power < interval ? 2 * power : power);
    }

    /** {@return whether a step, from 0, is one of the moments} */
    public boolean includes(long step) {
        if (step < minimum) {
            return Long.bitCount(step) <= 1;
        }
        return step % interval(step) == 0;
    }

    private long interval(long step) {
        return Math.max(minimum, Long.highestOneBit(Math.max(1, step / perOctave)));
    }
}
