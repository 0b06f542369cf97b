package normscope.instrument.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import normscope.instrument.Reading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an independent implementation measured in double precision, over ten or twenty seeds: our mean lies in its
 * range.
 */
@Tag("slow")
class KindTrialTest {

    private static ShiftKind.Setting setting(String id) {
        return Arrays.stream(ShiftKind.values())
                .flatMap(kind -> kind.settings().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Lowest and highest accuracy in % right after the change: without, EVAL, TRAIN. */
    @ParameterizedTest
    @CsvSource({
        "A: shape, 70, 100, 62, 100, 92, 100",
        "D: xor, 0, 30, 0, 38, 0, 8",
        "B: both, 57, 100, 56, 98, 43, 58",
        "C: B's black cats +3, 27, 82, 32, 91, 92, 100",
        "C': other rule for coloured, 29, 88, 35, 87, 92, 99",
        "B narrowed, 94, 100, 92, 100, 67, 83",
        "moons low>high, 42, 98, 50, 96, 28, 41",
        "moons move +1, 70, 78, 63, 78, 98, 100",
        "moons flip right half, 49, 51, 49, 51, 49, 51"
    })
    void theMeanOverSeedsLiesInTheRange(
            String id, double low, double high, double evalLow, double evalHigh, double trainLow, double trainHigh) {
        KindTrial[] trials = LongStream.range(0, 4)
                .mapToObj(seed -> KindTrial.run(setting(id), seed))
                .toArray(KindTrial[]::new);
        assertThat(mean(trials, Reading.WITHOUT)).isBetween(low - 0.5, high + 0.5);
        assertThat(mean(trials, Reading.WITH_EVAL)).isBetween(evalLow - 0.5, evalHigh + 0.5);
        assertThat(mean(trials, Reading.WITH_TRAIN)).isBetween(trainLow - 0.5, trainHigh + 0.5);
    }

    private static double mean(KindTrial[] trials, Reading reading) {
        return Arrays.stream(trials)
                .mapToDouble(trial -> 100 * trial.accuracy().get(reading))
                .average()
                .orElseThrow();
    }

    @Test
    void everySettingHasANameOfItsOwn() {
        assertThat(Arrays.stream(ShiftKind.values())
                        .flatMap(kind -> kind.settings().stream())
                        .map(ShiftKind.Setting::id))
                .doesNotHaveDuplicates();
    }
}
