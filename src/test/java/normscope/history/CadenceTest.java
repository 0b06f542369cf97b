package normscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    private static long count(Cadence cadence, long from, long to) {
        return LongStream.range(from, to).filter(cadence::includes).count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 64, 100})
    void everyStepIsKeptAtFirstAndEachDoublingAddsAsManyMoments(int perOctave) {
        Cadence cadence = new Cadence(perOctave, 1);
        assertThat(count(cadence, 0, perOctave)).isEqualTo(perOctave);
        for (long from = perOctave; from < 100_000; from *= 2) {
            assertThat(count(cadence, from, 2 * from)).isBetween(perOctave - 1L, perOctave + 1L);
        }
    }

    @Test
    void aMillionStepsAreAThousandMoments() {
        assertThat(count(new Cadence(64, 1), 0, 1_000_001)).isBetween(900L, 1100L);
    }

    @ParameterizedTest
    @CsvSource({"64, 1", "64, 8", "5, 4", "1, 1024"})
    void theBeginningIsAlwaysKept(int perOctave, int minimum) {
        assertThat(new Cadence(perOctave, minimum).includes(0)).isTrue();
        assertThat(new Cadence(perOctave, minimum).includes(1)).isTrue();
    }

    @Test
    void whatIsCostlyIsTakenAtPowersOfTwoUntilItsIntervalIsReached() {
        Cadence cadence = new Cadence(64, 32);
        long[] kept = LongStream.range(0, 200).filter(cadence::includes).toArray();
        assertThat(kept).containsExactly(0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 160, 192);
    }

    /** However costly, and from the first octave on: beside the few at the start, no more than its share. */
    @Test
    void costsNoMoreThanItsShareOfTheTime() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            double cost = Math.pow(10, random.nextDouble(-2, 3));
            double share = random.nextDouble(0.02, 0.5);
            Cadence cadence = Cadence.costing(1 + random.nextInt(128), cost, share);
            assertThat(cadence.minimum()).isGreaterThanOrEqualTo((int) Math.min(1 << 20, Math.ceil(cost / share)));
            long steps = 8L * cadence.minimum();
            long atStart = Long.SIZE - Long.numberOfLeadingZeros(cadence.minimum()) + 1;
            assertThat((count(cadence, 0, steps) - atStart) * cost).isLessThanOrEqualTo(share * steps);
        }
    }

    @Test
    void costsNothingNearlyGiveEveryStep() {
        assertThat(Cadence.costing(64, 0.001, 0.1)).isEqualTo(new Cadence(64, 1));
    }

    @Test
    void anIntervalThatIsNoPowerOfTwoIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(64, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(64, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(0, 1));
    }
}
