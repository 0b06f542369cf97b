package normscope.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.Split;

/**
 * How likely each example of a set is drawn, relative to the others. Traits are those of the data before any change.
 */
final class Chances {

    private Chances() {}

    /**
     * On the way from one selection to another. Windows, bells and slopes by the same trait move; between others, the
     * old one fades and the new one grows.
     *
     * @param progress how much of it has been gone, 0 … 1
     * @param before the data before any change; quantiles, mean and sd are its training set's
     * @param set the set of {@code before} whose examples are asked about
     * @return one an example, not all 0; null if all are alike
     */
    static double[] of(Selection from, Selection to, double progress, Split before, Dataset set) {
        if (progress >= 1) {
            return of(to, before, set);
        }
        if (progress <= 0) {
            return of(from, before, set);
        }
        Selection between = between(from, to, progress);
        if (between != null) {
            return of(between, before, set);
        }
        double[] old = share(of(from, before, set), set.size());
        double[] now = share(of(to, before, set), set.size());
        for (int i = 0; i < now.length; i++) {
            now[i] = (1 - progress) * old[i] + progress * now[i];
        }
        return now;
    }

    private static Selection between(Selection from, Selection to, double progress) {
        if (from instanceof Selection.All && to instanceof Selection.Window window) {
            return between(new Selection.Window(window.by(), 0, 1, window.inClass()), to, progress);
        }
        if (to instanceof Selection.All && from instanceof Selection.Window window) {
            return between(from, new Selection.Window(window.by(), 0, 1, window.inClass()), progress);
        }
        if (from instanceof Selection.Window a
                && to instanceof Selection.Window b
                && a.by().equals(b.by())
                && a.inClass() == b.inClass()) {
            return new Selection.Window(
                    a.by(), mix(a.from(), b.from(), progress), mix(a.to(), b.to(), progress), a.inClass());
        }
        if (from instanceof Selection.Bell a && to instanceof Selection.Bell b && a.by().equals(b.by())) {
            return new Selection.Bell(a.by(), mix(a.centre(), b.centre(), progress), mix(a.sd(), b.sd(), progress));
        }
        if (from instanceof Selection.Sigmoid a && to instanceof Selection.Sigmoid b && a.by().equals(b.by())) {
            return new Selection.Sigmoid(a.by(), mix(a.slope(), b.slope(), progress));
        }
        return null;
    }

    private static double mix(double from, double to, double progress) {
        return from + progress * (to - from);
    }

    private static double[] of(Selection selection, Split before, Dataset set) {
        if (selection instanceof Selection.Window window) {
            return window.from() <= 0 && window.to() >= 1 ? null : window(window, before, set);
        }
        if (selection instanceof Selection.Values values) {
            double[] traits = Traits.of(values.by(), set, before);
            double low = values.from() == null ? Double.NEGATIVE_INFINITY : values.from();
            double high = values.to() == null ? Double.POSITIVE_INFINITY : values.to();
            double[] chances = new double[traits.length];
            for (int i = 0; i < chances.length; i++) {
                chances[i] = isWithin(traits[i], low, high) ? 1 : 0;
            }
            return orNearest(chances, traits, low, high);
        }
        if (selection instanceof Selection.Sigmoid sigmoid) {
            double[] s = standardized(sigmoid.by(), before, set);
            return Arrays.stream(s)
                    .map(value -> 1 / (1 + StrictMath.exp(-sigmoid.slope() * value)))
                    .toArray();
        }
        if (selection instanceof Selection.Bell bell) {
            double[] s = standardized(bell.by(), before, set);
            double[] chances = Arrays.stream(s)
                    .map(value -> (value - bell.centre()) / bell.sd())
                    .map(z -> StrictMath.exp(-z * z / 2))
                    .toArray();
            return orNearest(chances, s, bell.centre(), bell.centre());
        }
        if (selection instanceof Selection.Labels labels) {
            return IntStream.range(0, set.size())
                    .mapToDouble(i -> labels.weights().get(set.label(i)))
                    .toArray();
        }
        return null;
    }

    private static double[] window(Selection.Window window, Split before, Dataset set) {
        double[] traits = Traits.of(window.by(), set, before);
        double[] chances = new double[traits.length];
        int groups = window.inClass() ? set.classes() : 1;
        for (int group = 0; group < groups; group++) {
            double[] reference = Traits.of(window.by(), before.train(), before);
            if (window.inClass()) {
                int label = group;
                double[] all = reference;
                reference = IntStream.range(0, all.length)
                        .filter(i -> before.train().label(i) == label)
                        .mapToDouble(i -> all[i])
                        .toArray();
            }
            double low = quantile(reference, window.from());
            double high = quantile(reference, window.to());
            for (int i = 0; i < traits.length; i++) {
                if ((!window.inClass() || set.label(i) == group) && isWithin(traits[i], low, high)) {
                    chances[i] = 1;
                }
            }
            if (!window.inClass()) {
                return orNearest(chances, traits, low, high);
            }
        }
        return chances;
    }

    private static boolean isWithin(double trait, double low, double high) {
        return trait > low && trait <= high;
    }

    /** Where no example is within, the one that is least outside. */
    private static double[] orNearest(double[] chances, double[] traits, double low, double high) {
        double sum = 0;
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < chances.length; i++) {
            sum += chances[i];
            double outside = Math.max(low - traits[i], traits[i] - high);
            if (outside < least) {
                least = outside;
                nearest = i;
            }
        }
        if (sum == 0) {
            chances[nearest] = 1;
        }
        return chances;
    }

    /**
     * Which examples of one of the sets of {@code before} lie in a region, whose ends are fractions of the training set
     * by a trait.
     */
    static boolean[] region(Trait by, double from, double to, Split before, Dataset set) {
        double[] reference = Traits.of(by, before.train(), before);
        double low = quantile(reference, from);
        double high = quantile(reference, to);
        double[] traits = Traits.of(by, set, before);
        boolean[] inside = new boolean[traits.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = isWithin(traits[i], low, high);
        }
        return inside;
    }

    /** The number between the given fraction of the values and the rest; infinite at both ends. */
    private static double quantile(double[] values, double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int below = (int) Math.round(fraction * sorted.length);
        if (below <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return below >= sorted.length ? Double.POSITIVE_INFINITY : (sorted[below - 1] + sorted[below]) / 2;
    }

    private static double[] standardized(Trait by, Split before, Dataset set) {
        double[] reference = Traits.of(by, before.train(), before);
        double mean = Arrays.stream(reference).average().orElseThrow();
        double variance = Arrays.stream(reference)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double sd = variance > 0 ? Math.sqrt(variance) : 1;
        return Arrays.stream(Traits.of(by, set, before))
                .map(value -> (value - mean) / sd)
                .toArray();
    }

    /** Chances as probabilities: their sum is 1. */
    static double[] share(double[] chances, int size) {
        double[] shares = new double[size];
        double sum = chances == null ? size : Arrays.stream(chances).sum();
        for (int i = 0; i < size; i++) {
            shares[i] = (chances == null ? 1 : chances[i]) / sum;
        }
        return shares;
    }

    /**
     * The examples that are drawn, for whoever measures on all of them at once. Where all that can be drawn are equally
     * likely, each once; else as many as the set has, those that are likelier more often (systematic sampling).
     *
     * @param chances of its examples; null if all are alike
     * @return the set itself if all are alike
     */
    static Dataset shown(Dataset set, double[] chances) {
        if (chances == null) {
            return set;
        }
        double largest = Arrays.stream(chances).max().orElseThrow();
        int n = set.size();
        int[] rows;
        if (Arrays.stream(chances).allMatch(chance -> chance == 0 || chance == largest)) {
            rows = IntStream.range(0, n).filter(i -> chances[i] > 0).toArray();
        } else {
            rows = new int[n];
            double[] shares = share(chances, n);
            double sum = 0;
            int at = 0;
            for (int i = 0; i < n; i++) {
                sum += shares[i];
                while (at < n && (at + 0.5) / n < sum) {
                    rows[at++] = i;
                }
            }
            Arrays.fill(rows, at, n, n - 1);
        }
        return rows.length == n && chances.length == n && isOrder(rows) ? set : set.select(rows, 0, rows.length);
    }

    private static boolean isOrder(int[] rows) {
        return IntStream.range(0, rows.length).allMatch(i -> rows[i] == i);
    }
}
