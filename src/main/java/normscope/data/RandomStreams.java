package normscope.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Derives independent random generators from one seed by name, so that adding a consumer of random numbers does not
 * move the others.
 */
public record RandomStreams(long seed) {

    /**
     * A key of one stream: equal seed and names give equal keys.
     *
     * @param name the consumer: "data", "split", "init", "bias", "batches", "dropout", "layer-noise", "selection",
     *     "painting", "shift-noise", "redraw-" and a layer
     * @param index which of the consumer's streams: an epoch, a step, or 0
     */
    public long key(String name, long index) {
        long h = mix(seed ^ 0x9E3779B97F4A7C15L);
        for (int i = 0; i < name.length(); i++) {
            h = mix(h + name.charAt(i));
        }
        return mix(h + mix(index));
    }

    /** {@return the generator of one stream at its start} */
    public RandomGenerator of(String name, long index) {
        return new SplittableRandom(key(name, index));
    }

    /**
     * {@return a number of the stream of a {@link #key}, without a generator: evenly distributed over 0 (included) … 1
     * (excluded)}
     */
    public static double uniform(long key, long index) {
        return (mix(key + index * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A random order of the numbers 0 … n-1 (Fisher and Yates), written into an array. */
    public static void permutation(RandomGenerator random, int[] order) {
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
