package normscope.instrument.batchbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.nn.Activation;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.nn.Normalizer;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.stats.Moments;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;

/**
 * One unit and one mini-batch through the batch normalization that the networks train with: a network of one unit whose
 * only weight is 1, in TRAIN mode, so that z is what is put in. Immutable.
 */
public final class BatchBench {

    private final BatchBenchSettings settings;
    private final double mean;
    private final double variance;
    private final double[] zNorm;
    private final double[] zTilde;

    public BatchBench(BatchBenchSettings settings) {
        this.settings = settings;
        NormalizerConstants constants = new NormalizerConstants(settings.epsilon(), 0.9, false);
        LayerSpec unit = new LayerSpec(1, Activation.IDENTITY, new NormalizerSpec.Batch(), constants, true);
        Network network = new Network(new NetworkSpec(1, List.of(unit), Loss.BCE, 0));
        Layer layer = network.layer(0);
        layer.w().set(0, 0, 1);
        Normalizer normalizer = layer.normalizer();
        normalizer.gamma()[0] = settings.gamma();
        normalizer.beta()[0] = settings.beta();
        DMatrixRMaj z = new DMatrixRMaj(settings.values().size(), 1);
        for (int i = 0; i < z.numRows; i++) {
            z.data[i] = settings.values().get(i);
        }
        network.forward(z, Mode.TRAIN);
        BatchStatistics statistics = normalizer.statistics().orElseThrow();
        mean = statistics.batchMean()[0];
        variance = statistics.batchVar()[0];
        zNorm = column(normalizer.zNorm());
        zTilde = column(layer.zTilde());
    }

    private static double[] column(DMatrixRMaj values) {
        return Arrays.copyOf(values.data, values.numRows);
    }

    public BatchBenchSettings settings() {
        return settings;
    }

    public int size() {
        return zNorm.length;
    }

    /** The batch's mean: 1/m sum z. */
    public double mean() {
        return mean;
    }

    /** The batch's variance: 1/m sum (z - mean)<sup>2</sup>. */
    public double variance() {
        return variance;
    }

    /** What z - mean is divided by: sqrt(variance + epsilon). */
    public double deviation() {
        return Math.sqrt(variance + settings.epsilon());
    }

    /** {@return (z - mean) / sqrt(variance + epsilon) of an example} */
    public double zNorm(int example) {
        return zNorm[example];
    }

    /** {@return gamma zNorm + beta of an example} */
    public double zTilde(int example) {
        return zTilde[example];
    }

    /**
     * {@return sqrt(m - 1), which no normalized value exceeds: with m values of mean 0 and variance 1, the largest is
     * that when all others are equal (Samuelson, <i>How deviant can you be?</i>, 1968)}
     */
    public double ceiling() {
        return Math.sqrt(size() - 1);
    }

    /** The largest normalized value, whatever its sign: at most {@link #ceiling()}. */
    public double largestZNorm() {
        return DoubleStream.of(zNorm).map(Math::abs).max().orElse(0);
    }

    /** The mean of the output: beta: 1/m sum zTilde. */
    public double outputMean() {
        return Moments.of(zTilde, size()).mean();
    }

    /** {@return |gamma| sigma / sqrt(sigma<sup>2</sup> + epsilon), the output's standard deviation} */
    public double outputSd() {
        return Moments.of(zTilde, size()).sd();
    }

    /**
     * {@return the settings with gamma = sqrt(variance + epsilon) and beta = mean, which make the output the input, to
     * rounding}
     */
    public BatchBenchSettings identity() {
        return settings.withGammaAndBeta(deviation(), mean);
    }

    /** {@return what one batch becomes, the same at every step} */
    public static Headless headless(BatchBenchSettings settings) {
        BatchBench bench = new BatchBench(settings);
        List<Column> columns = new ArrayList<>(List.of(
                Column.linear("mean", Texts.text("bench.mean")),
                Column.linear("variance", Texts.text("bench.variance")),
                Column.linear("ceiling", Texts.text("bench.ceiling")),
                Column.linear("output_mean", Texts.text("bench.output-mean")),
                Column.linear("output_sd", Texts.text("bench.output-sd"))));
        DoubleStream.Builder values = DoubleStream.builder();
        DoubleStream.of(bench.mean, bench.variance, bench.ceiling(), bench.outputMean(), bench.outputSd())
                .forEach(values);
        for (int i = 0; i < bench.size(); i++) {
            columns.add(Column.linear("z_norm_" + (i + 1), Texts.text("measured.z-norm", i + 1)));
            columns.add(Column.linear("z_tilde_" + (i + 1), Texts.text("measured.z-tilde", i + 1)));
            values.add(bench.zNorm(i)).add(bench.zTilde(i));
        }
        List<Row> rows = List.of(new Row(-1, -1, values.build().toArray()));
        return Headless.of(columns, living -> rows);
    }
}
