package normscope.chart;

import java.util.ArrayList;
import java.util.List;
import normscope.text.Numbers;

/** Where an axis is labelled. */
public final class Ticks {

    /** A place on an axis and its text. */
    public record Tick(double value, String text) {}

    private Ticks() {}

    /**
     * {@return the smallest distance between round numbers, 1, 2 or 5 times a power of ten, that parts a positive span
     * into at most so many intervals}
     */
    public static double unit(double span, int most) {
        double raw = span / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= raw * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** {@return ascending round values within an axis in at most so many intervals; none when it isn't finite} */
    public static List<Tick> linear(double min, double max, int most) {
        List<Tick> ticks = new ArrayList<>();
        if (!(max > min) || Double.isInfinite(max - min)) {
            return ticks;
        }
        double unit = unit(max - min, most);
        long first = (long) Math.ceil(min / unit - 1e-9);
        long last = (long) Math.floor(max / unit + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * unit, Numbers.tick(i * unit, unit)));
        }
        return ticks;
    }

    /**
     * {@return powers of ten within a logarithmic axis from above 0, ascending and thinned to at most so many; also 2
     * and 5 times these when less than two powers fit in}
     */
    static List<Tick> logarithmic(double min, double max, int most) {
        List<Tick> ticks = new ArrayList<>();
        int low = (int) Math.ceil(Math.log10(min) - 1e-9);
        int high = (int) Math.floor(Math.log10(max) + 1e-9);
        if (high - low < 1) {
            for (int k = low - 1; k <= high; k++) {
                for (int factor : new int[] {1, 2, 5}) {
                    addPower(ticks, factor, k, min, max);
                }
            }
            return ticks;
        }
        int every = Math.max(1, (int) Math.ceil((high - low + 1) / (double) Math.max(1, most)));
        for (int k = Math.floorDiv(low + every - 1, every) * every; k <= high; k += every) {
            addPower(ticks, 1, k, min, max);
        }
        return ticks;
    }

    private static void addPower(List<Tick> ticks, int factor, int exponent, double min, double max) {
        double value = factor * Math.pow(10, exponent);
        if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
            String text = exponent >= -3 && exponent <= 3
                    ? Numbers.tick(value, Math.min(1, Math.pow(10, exponent)))
                    : factor + "e" + (exponent < 0 ? "\u2212" : "") + Math.abs(exponent);
            ticks.add(new Tick(value, text));
        }
    }
}
