package normscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import normscope.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DatasetsTest {

    private static Dataset clean(DataKind kind, int points) {
        return Datasets.generate(kind, points, 0, new SplittableRandom(3));
    }

    /** Half of the cats are black, and each has the label of the rule, noise or not. */
    @ParameterizedTest
    @EnumSource
    void catsAreLabelledByTheirRule(TrueRule rule) {
        Dataset cats = Datasets.generate(DataKind.CATS, rule, 400, 0.3, new SplittableRandom(3));
        int black = 0;
        for (int i = 0; i < cats.size(); i++) {
            assertThat(cats.label(i))
                    .isEqualTo(rule.label(cats.x().get(i, 0), cats.x().get(i, 1)));
            black += cats.x().get(i, 0) < 0 ? 1 : 0;
        }
        assertThat(black).isBetween(180, 220);
    }

    /**
     * The camera moved: a coloured cat has the label of the black one that it was. All agree on black cats but for
     * bands.
     */
    @Test
    void theMovedCameraShiftsTheRule() {
        for (double shape = -3; shape <= 3; shape += 0.25) {
            assertThat(TrueRule.CAMERA.label(1.5, shape)).isEqualTo(TrueRule.BOTH.label(-1.5, shape));
            assertThat(TrueRule.CAMERA.label(-1.5, shape)).isEqualTo(TrueRule.BOTH.label(-1.5, shape));
            assertThat(TrueRule.XOR.label(-1.5, shape)).isEqualTo(TrueRule.SHAPE.label(-1.5, shape));
            assertThat(TrueRule.XOR.label(1.5, shape)).isEqualTo(1 - TrueRule.SHAPE.label(1.5, shape));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DIGITS", "CATS", "OWN"},
            mode = Mode.EXCLUDE)
    void classesAreBalancedToOneExample(DataKind kind) {
        for (int points : new int[] {20, 21, 22, 500, 5000}) {
            Dataset set = clean(kind, points);
            int[] counts = new int[kind.classes()];
            for (int i = 0; i < set.size(); i++) {
                counts[set.label(i)]++;
            }
            int least = Arrays.stream(counts).min().orElseThrow();
            int most = Arrays.stream(counts).max().orElseThrow();
            assertThat(set.size()).isEqualTo(points);
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "OWN", mode = Mode.EXCLUDE)
    void shapesAreThoseThatTheKindPromises(DataKind kind) {
        Dataset set = clean(kind, 100);
        assertThat(set.inputs()).isEqualTo(kind.inputs());
        assertThat(set.classes()).isEqualTo(kind.classes());
        assertThat(set.x().numRows).isEqualTo(100);
        assertThat(set.y().numRows).isEqualTo(100);
        assertThat(kind.inputs() == 2).isEqualTo(kind != DataKind.DIGITS);
    }

    @ParameterizedTest
    @EnumSource(names = "OWN", mode = Mode.EXCLUDE)
    void equalSeedsGiveEqualExamples(DataKind kind) {
        Dataset a = Datasets.generate(kind, 60, 0.2, new SplittableRandom(9));
        Dataset b = Datasets.generate(kind, 60, 0.2, new SplittableRandom(9));
        Dataset other = Datasets.generate(kind, 60, 0.2, new SplittableRandom(10));
        assertThat(b.x().data).isEqualTo(a.x().data);
        assertThat(b.y().data).isEqualTo(a.y().data);
        assertThat(other.x().data).isNotEqualTo(a.x().data);
    }

    @ParameterizedTest
    @EnumSource(names = "OWN", mode = Mode.EXCLUDE)
    void noiseIsGaussianWithTheStandardDeviationAskedFor(DataKind kind) {
        int points = 1500;
        double sd = 0.3;
        double[] clean = clean(kind, points).x().data;
        double[] noisy =
                Datasets.generate(kind, points, sd, new SplittableRandom(3)).x().data;
        double[] noise = new double[points * kind.inputs()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noisy[i] - clean[i];
        }
        Moments moments = Moments.of(noise, noise.length);
        double standardError = sd / Math.sqrt(noise.length);
        assertThat(moments.mean()).isEqualTo(0, within(5 * standardError));
        assertThat(moments.sd()).isEqualTo(sd, within(5 * standardError));
        double withinOneSd = Arrays.stream(noise).filter(v -> Math.abs(v) < sd).count() / (double) noise.length;
        assertThat(withinOneSd).isEqualTo(0.6827, within(5 * 0.47 / Math.sqrt(noise.length)));
    }

    @Test
    void moonsAreHalfCirclesThatInterleave() {
        forEach(clean(DataKind.MOONS, 400), (x, y, label) -> {
            double cx = label == 0 ? -0.5 : 0.5;
            double cy = label == 0 ? -0.25 : 0.25;
            assertThat(Math.hypot(x - cx, y - cy)).isEqualTo(1, within(1e-12));
            assertThat(label == 0 ? y >= cy : y <= cy).isTrue();
        });
    }

    @Test
    void circlesAreADiscInsideARing() {
        forEach(clean(DataKind.CIRCLES, 400), (x, y, label) -> {
            double radius = Math.hypot(x, y);
            if (label == 0) {
                assertThat(radius).isLessThanOrEqualTo(0.5);
            } else {
                assertThat(radius).isEqualTo(1, within(1e-12));
            }
        });
    }

    @Test
    void xorSquaresHaveTheClassOfTheProductsSign() {
        Set<Integer> quadrants = new HashSet<>();
        forEach(clean(DataKind.XOR, 400), (x, y, label) -> {
            assertThat(x * y > 0 ? 0 : 1).isEqualTo(label);
            assertThat(Math.min(Math.abs(x), Math.abs(y))).isGreaterThanOrEqualTo(0.1);
            assertThat(Math.max(Math.abs(x), Math.abs(y))).isLessThanOrEqualTo(1);
            quadrants.add((x > 0 ? 1 : 0) + (y > 0 ? 2 : 0));
        });
        assertThat(quadrants).hasSize(4);
    }

    @Test
    void blobsLieAroundOppositeCentres() {
        double[] sumX = new double[2];
        double[] sumY = new double[2];
        forEach(clean(DataKind.BLOBS, 4000), (x, y, label) -> {
            sumX[label] += x / 2000;
            sumY[label] += y / 2000;
        });
        double bound = 5 * 0.35 / Math.sqrt(2000);
        assertThat(sumX[0]).isEqualTo(0.7, within(bound));
        assertThat(sumY[0]).isEqualTo(0.5, within(bound));
        assertThat(sumX[1]).isEqualTo(-0.7, within(bound));
        assertThat(sumY[1]).isEqualTo(-0.5, within(bound));
    }

    @Test
    void spiralArmsAreTurnedByHalfATurnAndWindOneAndAHalfTimes() {
        forEach(clean(DataKind.SPIRAL, 400), (x, y, label) -> {
            double radius = Math.hypot(x, y);
            assertThat(radius).isBetween(0.1, 1.0);
            double angle = 3 * Math.PI * (radius - 0.1) / 0.9 + Math.PI * label;
            assertThat(x).isEqualTo(radius * Math.cos(angle), within(1e-12));
            assertThat(y).isEqualTo(radius * Math.sin(angle), within(1e-12));
        });
    }

    @Test
    void pinwheelArmsAreTurnedByAThirdOfATurn() {
        forEach(clean(DataKind.PINWHEEL, 400), (x, y, label) -> {
            double radius = Math.hypot(x, y);
            assertThat(radius).isBetween(0.15, 1.0);
            double angle = 1.8 * (radius - 0.15) / 0.85 + 2 * Math.PI / 3 * label;
            assertThat(x).isEqualTo(radius * Math.cos(angle), within(1e-12));
            assertThat(y).isEqualTo(radius * Math.sin(angle), within(1e-12));
        });
    }

    private interface PointCheck {
        void check(double x, double y, int label);
    }

    private static void forEach(Dataset set, PointCheck check) {
        for (int i = 0; i < set.size(); i++) {
            check.check(set.x().get(i, 0), set.x().get(i, 1), set.label(i));
        }
    }

    @Test
    void allDigitsAreThereWithPixelsFromZeroToOne() {
        Dataset digits = clean(DataKind.DIGITS, Datasets.DIGITS_AVAILABLE);
        assertThat(digits.x().numRows).isEqualTo(1797);
        assertThat(digits.x().numCols).isEqualTo(64);
        assertThat(Arrays.stream(digits.x().data).min()).hasValue(0);
        assertThat(Arrays.stream(digits.x().data).max()).hasValue(1);
        int[] counts = new int[10];
        for (int i = 0; i < digits.size(); i++) {
            counts[digits.label(i)]++;
        }
        // The counts that the UCI repository publishes of this test set of "Optical Recognition of Handwritten Digits".
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    @Test
    void fewerDigitsAreTheFirstOfARandomOrder() {
        Dataset few = clean(DataKind.DIGITS, 50);
        Dataset all = clean(DataKind.DIGITS, 1797);
        assertThat(few.x().data).isEqualTo(Arrays.copyOf(all.x().data, 50 * 64));
        assertThat(few.y().data).isEqualTo(Arrays.copyOf(all.y().data, 50));
    }

    @Test
    void noiseOnDigitsLeavesTheDigitsThemselvesAlone() {
        double[] before = clean(DataKind.DIGITS, 30).x().data;
        Datasets.generate(DataKind.DIGITS, 30, 1, new SplittableRandom(3));
        assertThat(clean(DataKind.DIGITS, 30).x().data).isEqualTo(before);
    }

    @Test
    void moreDigitsThanThereAreAreRefused() {
        assertThatThrownBy(() -> clean(DataKind.DIGITS, 1798))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1797")
                .hasMessageContaining("1798");
    }
}
