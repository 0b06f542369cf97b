package normscope.instrument.formula;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Replica;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.Normalizer;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Everything that batch normalization computes for one unit with one mini-batch, forward and backward, in TRAIN mode:
 * the formulas of Ioffe and Szegedy, <i>Batch Normalization</i> (2015), with their numbers. Forward:
 *
 * <pre>
 *   mean   = 1/m sum z_i                 var      = 1/m sum (z_i - mean)^2
 *   zNorm_i = (z_i - mean) invStd        zTilde_i = gamma zNorm_i + beta,      invStd = 1 / sqrt(var + epsilon)
 * </pre>
 *
 * Backward, with d meaning dLoss/d, and the mean loss's 1/m inside of dZTilde:
 *
 * <pre>
 *   dBeta = sum dZTilde_i    dGamma = sum dZTilde_i zNorm_i    dZNorm_i = gamma dZTilde_i
 *   dVar  = -1/2 invStd^3 sum dZNorm_i (z_i - mean)
 *   dMean = -invStd sum dZNorm_i        (what it has besides, through var, sums to 0)
 *   dZ_i  = invStd dZNorm_i + dVar 2 (z_i - mean) / m + dMean / m
 * </pre>
 *
 * z, dZTilde and everything in between but dVar and dMean are those of the network's own passes; dVar and dMean, which
 * it never needs apart, follow from them.
 *
 * @param batch the number of the mini-batch in its epoch, from 1: t
 * @param epsilon added to the variance
 * @param gamma the unit's scale
 * @param beta the unit's shift
 * @param mean the mean of z over the mini-batch
 * @param var its biased variance
 * @param invStd 1 / sqrt(var + epsilon)
 * @param z one an example
 * @param zNorm one an example
 * @param zTilde one an example
 * @param dZTilde one an example
 * @param dZNorm one an example
 * @param dZ one an example
 * @param dGamma dLoss/dgamma
 * @param dBeta dLoss/dbeta
 * @param dVar dLoss/dvar
 * @param dMean dLoss/dmean
 */
public record FormulaNumbers(
        long step,
        int batch,
        int layer,
        int unit,
        double epsilon,
        double gamma,
        double beta,
        double mean,
        double var,
        double invStd,
        double[] z,
        double[] zNorm,
        double[] zTilde,
        double[] dZTilde,
        double[] dZNorm,
        double[] dZ,
        double dGamma,
        double dBeta,
        double dVar,
        double dMean) {

    /** Whether there is something to compute: the arm with batch normalization lives, and has it in the layer. */
    public static boolean exist(Replica replica, int layer) {
        int arm = replica.batchNormArm();
        return !replica.diverged(arm)
                && replica.network(arm).layer(layer).normalizer().statistics().isPresent();
    }

    /**
     * Computes them with a pass forward and backward of the arm with batch normalization.
     *
     * @throws IllegalArgumentException if the layer is not normalized, or the arm has diverged
     */
    public static FormulaNumbers of(Replica replica, int layer, int unit) {
        if (!exist(replica, layer)) {
            throw new IllegalArgumentException("Layer " + layer + " has no batch normalization to show.");
        }
        Network network = replica.network(replica.batchNormArm());
        network.forward(replica.x(), Mode.TRAIN);
        network.backward(replica.y());
        long step = replica.snapshot().step();
        int batch = (int) (step % replica.batches().batchesPerEpoch()) + 1;
        Normalizer normalizer = network.layer(layer).normalizer();
        double epsilon = replica.config().network().epsilon();
        return of(
                network,
                step,
                batch,
                epsilon,
                layer,
                unit,
                normalizer.gamma()[unit],
                normalizer.beta()[unit]);
    }

    /**
     * Takes them from the last passes of a network, forward in TRAIN mode and back; gamma and beta as they were in
     * these.
     */
    public static FormulaNumbers of(
            Network network, long step, int batch, double epsilon, int layer, int unit, double gamma, double beta) {
        Layer l = network.layer(layer);
        double[] z = column(l.z(), unit);
        Normalizer normalizer = l.normalizer();
        BatchStatistics statistics = normalizer.statistics().orElseThrow();
        double[] dZNorm = column(normalizer.dZNorm(), unit);
        double mean = statistics.batchMean()[unit];
        double invStd = statistics.invStd()[unit];
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < z.length; i++) {
            sum += dZNorm[i];
            moment += dZNorm[i] * (z[i] - mean);
        }
        return new FormulaNumbers(
                step,
                batch,
                layer,
                unit,
                epsilon,
                gamma,
                beta,
                mean,
                statistics.batchVar()[unit],
                invStd,
                z,
                column(normalizer.zNorm(), unit),
                column(l.zTilde(), unit),
                column(l.dZTilde(), unit),
                dZNorm,
                column(l.dZ(), unit),
                normalizer.dGamma()[unit],
                normalizer.dBeta()[unit],
                -0.5 * invStd * invStd * invStd * moment,
                -invStd * sum);
    }

    /** {@return one column of a matrix of examples x units} */
    public static double[] column(DMatrixRMaj x, int unit) {
        return CommonOps_DDRM.extractColumn(x, unit, null).data;
    }

    public int m() {
        return z.length;
    }

    /** {@return the part of dLoss/dz that comes straight through zNorm: invStd dZNorm} */
    public double throughNorm(int example) {
        return invStd * dZNorm[example];
    }

    /** {@return the part that comes through the variance of the batch: dVar 2 (z - mean) / m} */
    public double throughVar(int example) {
        return dVar * 2 * (z[example] - mean) / m();
    }

    /** {@return the part that comes through the mean of the batch, the same for every example: dMean / m} */
    public double throughMean() {
        return dMean / m();
    }

    /** A number of the unit, or of an example in it, as it is called in files. */
    private record Told(String name, ToDoubleBiFunction<FormulaNumbers, Integer> of) {}

    private static final List<Told> TOLD = List.of(
            new Told("mean", (n, i) -> n.mean),
            new Told("variance", (n, i) -> n.var),
            new Told("gamma", (n, i) -> n.gamma),
            new Told("beta", (n, i) -> n.beta),
            new Told("z", (n, i) -> n.z[i]),
            new Told("z_norm", (n, i) -> n.zNorm[i]),
            new Told("z_tilde", (n, i) -> n.zTilde[i]),
            new Told("d_z_tilde", (n, i) -> n.dZTilde[i]),
            new Told("d_z_norm", (n, i) -> n.dZNorm[i]),
            new Told("d_z", (n, i) -> n.dZ[i]),
            new Told("d_gamma", (n, i) -> n.dGamma),
            new Told("d_beta", (n, i) -> n.dBeta),
            new Told("d_variance", (n, i) -> n.dVar),
            new Told("d_mean", (n, i) -> n.dMean));

    public static Headless headless(FormulaSettings settings) {
        List<Column> columns = TOLD.stream()
                .map(told -> Column.linear(told.name, Texts.text("measured.formula." + told.name.replace('_', '-'))))
                .toList();
        return Headless.of(columns, living -> {
            Replica replica = Replica.of(living);
            int layer = Math.min(settings.layer(), living.config().network().layers() - 1);
            if (!exist(replica, layer)) {
                return List.of();
            }
            int units = living.config().network().hiddenUnits().get(layer);
            FormulaNumbers n = of(replica, layer, Math.min(settings.unit(), units - 1));
            int i = Math.min(settings.example(), n.m() - 1);
            double[] values = TOLD.stream()
                    .mapToDouble(told -> told.of.applyAsDouble(n, i))
                    .toArray();
            return List.of(new Row(replica.batchNormArm(), layer, values));
        });
    }
}
