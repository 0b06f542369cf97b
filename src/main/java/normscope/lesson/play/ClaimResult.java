package normscope.lesson.play;

import normscope.lesson.Claim;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of a claim.
 *
 * @param lesson the lesson's id
 * @param page the page's id
 * @param claim what was claimed
 * @param measured one number a seed
 */
public record ClaimResult(String lesson, String page, Claim claim, List<Double> measured) {

    /** Copies the list. */
    public ClaimResult {
        measured = List.copyOf(measured);
    }

    /**
     * The mean over the seeds.
     *
     * @return the mean
     */
    public double mean() {
        return measured.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    /**
     * The smallest number of a seed.
     *
     * @return the least
     */
    public double least() {
        return measured.stream().mapToDouble(value -> value).min().orElse(Double.NaN);
    }

    /**
     * The largest number of a seed.
     *
     * @return the most
     */
    public double most() {
        return measured.stream().mapToDouble(value -> value).max().orElse(Double.NaN);
    }

    /**
     * Whether it was seen.
     *
     * @return false if one seed, or the mean where it is of the mean, is not as claimed
     */
    public boolean holds() {
        return claim.seeds() == Claim.Seeds.MEAN
                ? claim.holds(mean())
                : !measured.isEmpty() && measured.stream().allMatch(claim::holds);
    }

    @Override
    public String toString() {
        String values = measured.stream()
                .map(value -> String.format(Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%s/%s/%s: %s", lesson, page, claim.id(), values);
    }
}
