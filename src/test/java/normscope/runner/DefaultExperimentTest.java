package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.LayerStats;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.stats.Moments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the window shows of the default experiment is true. */
class DefaultExperimentTest {

    private static Session session;

    @BeforeAll
    static void trainTwoThousandSteps() {
        session = new Session(ExperimentConfig.defaults());
        for (int i = 0; i < 2000; i++) {
            session.advance();
        }
    }

    /**
     * Per unit exactly: mean beta, sd |gamma| sigma / sqrt(sigma^2 + epsilon), which is |gamma| unless sigma is tiny.
     */
    @Test
    void zTildeOfEveryUnitHasMeanBetaAndSdGammaAtEveryRecordedMoment() {
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        for (long step = 0; step <= 2000; step += 50) {
            for (LayerSnapshot layer : session.history().at(step).arm(1).layers()) {
                assertThat(layer.rows()).isEqualTo(layer.batchRows());
                for (int unit = 0; unit < layer.units(); unit++) {
                    double sigma = Moments.of(values, layer.values(Quantity.Z, unit, values))
                            .sd();
                    Moments after = Moments.of(values, layer.values(Quantity.Z_TILDE, unit, values));
                    double expected = Math.abs(layer.gamma(unit)) * sigma / Math.sqrt(sigma * sigma + 1e-5);
                    // z is kept as a float: 24 bits of z, seen through the division by sigma.
                    double bound = 1e-6 * (1 + layerScale(layer, unit, values) / Math.max(sigma, 1e-3));
                    assertThat(Math.abs(after.mean() - layer.beta(unit))).isLessThan(bound);
                    assertThat(Math.abs(after.sd() - expected)).isLessThan(bound);
                }
            }
        }
    }

    private static double layerScale(LayerSnapshot layer, int unit, double[] values) {
        int n = layer.values(Quantity.Z, unit, values);
        double max = 0;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, Math.abs(values[i]));
        }
        return max;
    }

    @Test
    void zTildeOfWholeLayersStaysWhilePlainZWanders() {
        for (int layer = 0; layer < 4; layer++) {
            int at = layer;
            assertThat(stats(1, at)).allSatisfy(stats -> {
                assertThat(stats.zTilde().mean()).isBetween(-0.1, 0.1);
                assertThat(stats.zTilde().sd()).isBetween(0.95, 1.15);
            });
        }
        assertThat(largestToSmallestSd(0, 3)).isGreaterThan(2);
        assertThat(largestToSmallestSd(1, 3)).isLessThan(1.15);
    }

    private static List<LayerStats> stats(int arm, int layer) {
        return session.history().measurements(0).stream()
                .map(measurement -> measurement.arm(arm).layers().get(layer))
                .toList();
    }

    private static double largestToSmallestSd(int arm, int layer) {
        DoubleSummaryStatistics sd = stats(arm, layer).stream()
                .mapToDouble(stats -> stats.zTilde().sd())
                .summaryStatistics();
        return sd.getMax() / sd.getMin();
    }

    @Test
    void bothArmsBeginWithTheSameWeights() {
        Snapshot first = session.history().at(0);
        double[] a = new double[LayerSnapshot.MAX_VALUES];
        double[] b = new double[LayerSnapshot.MAX_VALUES];
        int n = first.arm(0).layers().get(0).values(Quantity.Z, a);
        first.arm(1).layers().get(0).values(Quantity.Z, b);
        assertThat(b).isEqualTo(a);
        assertThat(n).isEqualTo(64 * 32);
    }
}
