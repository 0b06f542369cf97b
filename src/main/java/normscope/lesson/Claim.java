package normscope.lesson;

/**
 * What a page says will be seen, as a statement that can fail: {@code value [- minus] [/ over] comparison bound}, where
 * all three are names of measures, of this page or, as {@code page/name}, of one before it.
 *
 * @param id its name on the page
 * @param value the name of a measure
 * @param minus the name of what is taken off, or null
 * @param over the name of what it is divided by, or null
 * @param comparison how it compares
 * @param bound with what
 * @param tolerance for {@link Comparison#EQUALS} how far it may be off
 * @param seeds over which seeds it is said
 */
public record Claim(
        String id,
        String value,
        String minus,
        String over,
        Comparison comparison,
        double bound,
        double tolerance,
        Seeds seeds) {

    /** How a number compares with its bound. */
    public enum Comparison {
        /** Not more than the bound. */
        AT_MOST,
        /** Not less than the bound. */
        AT_LEAST,
        /** As far from the bound as the tolerance allows. */
        EQUALS
    }

    /** Over which seeds a claim is said. */
    public enum Seeds {
        /** It holds with every seed. */
        EACH_SEED,
        /** It holds of the mean over the seeds. */
        MEAN
    }

    /**
     * Whether a number is as claimed.
     *
     * @param measured the number
     * @return false too if it is none
     */
    public boolean holds(double measured) {
        return switch (comparison) {
            case AT_MOST -> measured <= bound;
            case AT_LEAST -> measured >= bound;
            case EQUALS -> Math.abs(measured - bound) <= tolerance;
        };
    }
}
