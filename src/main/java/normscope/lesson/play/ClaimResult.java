package normscope.lesson.play;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import normscope.lesson.Claim;
import normscope.stats.MeanInterval;

/** What came of a claim on a page of a lesson: one measured number a seed. */
public record ClaimResult(String lesson, String page, Claim claim, List<Double> measured) {

    private static final int ENOUGH = 10;

    public ClaimResult {
        measured = List.copyOf(measured);
    }

    public double mean() {
        return measured.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    public double least() {
        return measured.stream().mapToDouble(value -> value).min().orElse(Double.NaN);
    }

    public double most() {
        return measured.stream().mapToDouble(value -> value).max().orElse(Double.NaN);
    }

    /** A 95 % confidence interval of the mean. */
    public MeanInterval interval() {
        return MeanInterval.of(measured);
    }

    /**
     * Whether it was seen: false if one seed is not as claimed; where it is of the mean, if the mean is not, or, over
     * ten seeds and more, an end of its interval. Of fewer seeds the interval says little.
     */
    public boolean holds() {
        if (claim.seeds() != Claim.Seeds.MEAN) {
            return !measured.isEmpty() && measured.stream().allMatch(claim::holds);
        }
        return measured.size() < ENOUGH
                ? claim.holds(mean())
                : claim.holds(interval().low()) && claim.holds(interval().high());
    }

    @Override
    public String toString() {
        String values = measured.stream()
                .map(value -> String.format(Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%s/%s/%s: %s", lesson, page, claim.id(), values);
    }
}
