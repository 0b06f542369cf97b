package normscope.instrument.smoothness;

import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.stats.Moments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How unsteady the last hidden layer's activations get what they get, in training: by how much the mean of a unit over
 * one mini-batch is another one two steps later over the same examples, in its standard deviations over them; the mean
 * over the units.
 */
final class Moves {

    private static final int STEPS = 2;

    private final Experiment own;

    /** Made with an experiment of the same configuration, apart from the running one. */
    Moves(Experiment own) {
        this.own = own;
        own.keepToOneThread();
    }

    /** {@return one number an arm; NaN of one that has diverged} */
    double[] of(Snapshot moment) {
        own.restore(moment);
        own.snapshot();
        int arms = own.arms();
        DMatrixRMaj x = own.network(0).layer(0).input().copy();
        Moments[][] before = new Moments[arms][];
        for (int arm = 0; arm < arms; arm++) {
            before[arm] = units(arm);
        }
        for (int i = 0; i < STEPS; i++) {
            own.advance();
        }
        own.snapshot();
        double[] moves = new double[arms];
        for (int arm = 0; arm < arms; arm++) {
            own.network(arm).forward(x, Mode.TRAIN);
            Moments[] after = units(arm);
            double sum = 0;
            for (int unit = 0; unit < after.length; unit++) {
                sum += Math.abs(after[unit].mean() - before[arm][unit].mean()) / before[arm][unit].sd();
            }
            moves[arm] = own.divergence(arm) == null ? sum / after.length : Double.NaN;
        }
        return moves;
    }

    private Moments[] units(int arm) {
        Layer layer = own.network(arm).layer(own.config().network().layers() - 1);
        DMatrixRMaj values = layer.activated();
        return IntStream.range(0, layer.units())
                .mapToObj(unit -> CommonOps_DDRM.extractColumn(values, unit, null))
                .map(column -> Moments.of(column.data, values.numRows))
                .toArray(Moments[]::new);
    }
}
