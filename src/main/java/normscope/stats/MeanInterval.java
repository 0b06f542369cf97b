package normscope.stats;

import java.util.List;

/**
 * A 95 % confidence interval of a mean, by Student's t: mean ± t s / sqrt(n), with s over n - 1.
 *
 * @param low its lower end
 * @param high its upper end; of a single value both ends are that value, of an infinite one infinite
 */
public record MeanInterval(double low, double high) {

    /** The 97.5 % quantiles of Student's t for 1 … 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** For more of them, where it falls from 2.04 to 1.96. */
    private static final double T_MANY = 2.042;

    /** The interval of some values, at least one. */
    public static MeanInterval of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
        if (n < 2 || !Double.isFinite(mean)) {
            return new MeanInterval(mean, mean);
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double half = (n - 1 <= T.length ? T[n - 2] : T_MANY) * Math.sqrt(squares / (n - 1) / n);
        return new MeanInterval(mean - half, mean + half);
    }
}
