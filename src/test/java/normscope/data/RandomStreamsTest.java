package normscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamsTest {

    private static final String[] NAMES = {"data", "split", "init", "batches", "dropout", "thumbnail", "a", "b", "ab"};

    private static final long DATA_0 = 0x28604A4B1E7701C7L;
    private static final long BATCHES_3 = 0xD0450207767FB279L;
    private static final long DROPOUT_MILLION = 0x41BA662A0D8E134CL;

    @Test
    void aStreamStartsAtTheSameNumbersEveryTimeItIsAskedFor() {
        RandomStreams streams = new RandomStreams(7);
        RandomGenerator first = streams.of("init", 0);
        double[] numbers = first.doubles(100).toArray();
        streams.of("a consumer that was added later", 0).nextLong();
        assertThat(new RandomStreams(7).of("init", 0).doubles(100).toArray()).isEqualTo(numbers);
        assertThat(streams.of("init", 0).doubles(100).toArray()).isEqualTo(numbers);
    }

    /** These keys are in every saved experiment's results: to change them is to change what a seed means. */
    @Test
    void aSeedMeansTheSameInEveryVersionOfTheProgram() {
        RandomStreams streams = new RandomStreams(7);
        assertThat(streams.key("data", 0)).isEqualTo(DATA_0);
        assertThat(streams.key("batches", 3)).isEqualTo(BATCHES_3);
        assertThat(new RandomStreams(-1).key("dropout", 1_000_000)).isEqualTo(DROPOUT_MILLION);
    }

    @Test
    void noTwoStreamsShareAKey() {
        Set<Long> keys = new HashSet<>();
        int asked = 0;
        for (long seed = -3; seed < 4; seed++) {
            for (String name : NAMES) {
                for (long index = 0; index < 500; index++) {
                    keys.add(new RandomStreams(seed).key(name, index));
                    asked++;
                }
            }
        }
        assertThat(keys).hasSize(asked);
    }

    /** Of n independent pairs of numbers, the correlation has a standard deviation of 1/sqrt(n): six are allowed. */
    @Test
    void streamsOfNeighbouringNamesIndicesAndSeedsAreUncorrelated() {
        int n = 20_000;
        double[] base = new RandomStreams(7).of("batches", 5).doubles(n).toArray();
        double bound = 6 / Math.sqrt(n);
        assertThat(correlation(base, new RandomStreams(7).of("batches", 6))).isBetween(-bound, bound);
        assertThat(correlation(base, new RandomStreams(8).of("batches", 5))).isBetween(-bound, bound);
        assertThat(correlation(base, new RandomStreams(7).of("batchet", 5))).isBetween(-bound, bound);
    }

    private static double correlation(double[] a, RandomGenerator other) {
        double sum = 0;
        for (double value : a) {
            sum += (value - 0.5) * (other.nextDouble() - 0.5);
        }
        return sum / a.length * 12;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 257})
    void aPermutationHasEveryNumberOnce(int n) {
        int[] order = new int[n];
        for (int seed = 0; seed < 20; seed++) {
            RandomStreams.permutation(new SplittableRandom(seed), order);
            assertThat(Arrays.stream(order).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
        }
    }

    /** 24 000 draws of 24 orders: 1000 each, with a standard deviation of 31. */
    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[256];
        int[] order = new int[4];
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 24_000; i++) {
            RandomStreams.permutation(random, order);
            counts[order[0] + 4 * order[1] + 16 * order[2] + 64 * order[3]]++;
        }
        assertThat(counts).satisfies(all -> {
            int orders = 0;
            for (int count : all) {
                orders += count > 0 ? 1 : 0;
                assertThat(count == 0 || count > 850 && count < 1150).isTrue();
            }
            assertThat(orders).isEqualTo(24);
        });
    }
}
