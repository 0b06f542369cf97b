package normscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniBatchesTest {

    private static final RandomStreams STREAMS = new RandomStreams(7);

    /** n examples whose first input is their number and whose second ten times that; the label is the number mod 3. */
    private static Dataset numbered(int n) {
        DMatrixRMaj x = new DMatrixRMaj(n, 2);
        DMatrixRMaj y = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            x.set(i, 0, i);
            x.set(i, 1, 10.0 * i);
            y.set(i, 0, i % 3);
        }
        return new Dataset(x, y, 3);
    }

    private static MiniBatches batches(int n, int size) {
        return new MiniBatches(numbered(n), size, STREAMS);
    }

    /** The numbers of the examples in the current batch. */
    private static List<Integer> examples(MiniBatches batches) {
        List<Integer> result = new ArrayList<>();
        for (int row = 0; row < batches.x().numRows; row++) {
            result.add((int) batches.x().get(row, 0));
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource({"60, 20, 3, 20", "50, 16, 4, 2", "7, 3, 3, 1", "5, 1, 5, 1", "9, 0, 1, 9", "9, 100, 1, 9", "1, 1, 1, 1"
    })
    void everyEpochHasEveryExampleOnceAndTheRestInItsLastBatch(int n, int size, int perEpoch, int last) {
        MiniBatches batches = batches(n, size);
        assertThat(batches.batchesPerEpoch()).isEqualTo(perEpoch);
        for (int epoch = 0; epoch < 4; epoch++) {
            List<Integer> seen = new ArrayList<>();
            for (int i = 0; i < perEpoch; i++) {
                batches.moveTo((long) epoch * perEpoch + i);
                int rows = i < perEpoch - 1 ? size : last;
                assertThat(batches.x().numRows).isEqualTo(rows);
                assertThat(batches.y().numRows).isEqualTo(rows);
                seen.addAll(examples(batches));
            }
            assertThat(seen).hasSize(n).doesNotHaveDuplicates();
        }
    }

    @Test
    void inputsAndLabelsOfAnExampleStayTogether() {
        MiniBatches batches = batches(50, 16);
        for (long step = 0; step < 8; step++) {
            batches.moveTo(step);
            List<Integer> examples = examples(batches);
            for (int row = 0; row < examples.size(); row++) {
                assertThat(batches.x().get(row, 1)).isEqualTo(10.0 * examples.get(row));
                assertThat(batches.y().get(row, 0)).isEqualTo(examples.get(row) % 3);
            }
        }
    }

    @Test
    void epochsHaveDifferentOrders() {
        MiniBatches batches = batches(40, 0);
        batches.moveTo(0);
        List<Integer> first = examples(batches);
        batches.moveTo(1);
        assertThat(examples(batches)).isNotEqualTo(first);
    }

    @Test
    void anyStepCanBeGoneToInAnyOrder() {
        MiniBatches forward = batches(50, 16);
        List<List<Integer>> expected = new ArrayList<>();
        for (long step = 0; step < 60; step++) {
            forward.moveTo(step);
            expected.add(examples(forward));
        }
        MiniBatches jumping = batches(50, 16);
        RandomGenerator random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            int step = random.nextInt(60);
            jumping.moveTo(step);
            assertThat(examples(jumping)).isEqualTo(expected.get(step));
        }
    }

    @Test
    void stepsBeyondAnIntegersRangeAreThere() {
        MiniBatches batches = batches(50, 16);
        batches.moveTo(4L * 3_000_000_000L + 3);
        assertThat(batches.x().numRows).isEqualTo(2);
        assertThat(examples(batches)).allMatch(i -> i >= 0 && i < 50);
    }

    @Test
    void theSeedDecidesTheOrder() {
        MiniBatches same = new MiniBatches(numbered(50), 16, new RandomStreams(7));
        MiniBatches other = new MiniBatches(numbered(50), 16, new RandomStreams(8));
        MiniBatches batches = batches(50, 16);
        for (MiniBatches each : Arrays.asList(same, other, batches)) {
            each.moveTo(5);
        }
        assertThat(examples(same)).isEqualTo(examples(batches));
        assertThat(examples(other)).isNotEqualTo(examples(batches));
    }
}
