package normscope.lab;

import java.util.Arrays;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.stats.Percentiles;

/** Percentiles of what an activation gets, collected step by step. Those of an arm that has diverged are left out. */
final class BandPoints {

    /** In the place of a unit: all of the layer. */
    static final int ALL_UNITS = -1;

    private final double[] scratch = new double[LayerSnapshot.MAX_VALUES];
    private double[][] values = new double[4][64];
    private int count;

    void add(long step, double p15, double p50, double p85) {
        if (!Double.isFinite(p50)) {
            return;
        }
        for (int i = 0; i < values.length && count == values[i].length; i++) {
            values[i] = Arrays.copyOf(values[i], 2 * count);
        }
        values[0][count] = step;
        values[1][count] = p15;
        values[2][count] = p50;
        values[3][count++] = p85;
    }

    /** Adds the percentiles of a snapshot, of one unit (in a layer that has fewer, the remainder) or of all. */
    void add(Snapshot snapshot, int arm, int layer, int unit) {
        if (snapshot.arm(arm).divergence() != null
                || layer >= snapshot.arm(arm).layers().size()) {
            return;
        }
        LayerSnapshot of = snapshot.arm(arm).layers().get(layer);
        int n = unit == ALL_UNITS
                ? of.values(Quantity.Z_TILDE, scratch)
                : of.values(Quantity.Z_TILDE, unit % of.units(), scratch);
        add(
                snapshot.step(),
                Percentiles.of(scratch, n, 15),
                Percentiles.of(scratch, n, 50),
                Percentiles.of(scratch, n, 85));
    }

    CurvesViewModel.Bands bands() {
        return new CurvesViewModel.Bands(
                Arrays.copyOf(values[0], count),
                Arrays.copyOf(values[1], count),
                Arrays.copyOf(values[2], count),
                Arrays.copyOf(values[3], count));
    }
}
