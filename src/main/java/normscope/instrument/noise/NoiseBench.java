package normscope.instrument.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import normscope.data.Dataset;
import normscope.data.RandomStreams;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Replica;
import normscope.nn.BatchStatistics;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.stats.Moments;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;

/**
 * What one example's z_norm is among random batches. The network with batch normalization stands still; only the other
 * m - 1 examples of the batch change from draw to draw, in TRAIN mode, and with them mean and variance. Dropout is off.
 *
 * <p>One thread at a time; the network is a copy, so training may go on elsewhere.
 */
public final class NoiseBench {

    private final NoiseBenchSettings settings;
    private final Network network;
    private final double epsilon;
    private final Dataset train;
    private final RandomStreams streams;

    /**
     * Freezes the network with batch normalization.
     *
     * @param settings what to measure
     * @param train the training set as the networks get it. Not modified.
     * @throws InvalidSettingException if there is no such layer, the layer is not normalized, or a batch drawn without
     *     replacement would be larger than the training set
     */
    public NoiseBench(NoiseBenchSettings settings, ExperimentConfig config, Snapshot state, Dataset train) {
        int layers = config.network().layers();
        if (settings.layer() >= layers) {
            throw new InvalidSettingException(
                    "layer", String.format(Locale.ROOT, "must be below %d, the number of hidden layers.", layers));
        }
        int arm = config.batchNormArm();
        int largest = settings.batchSizes().get(settings.batchSizes().size() - 1);
        if (!settings.replacement() && largest > train.size()) {
            throw new InvalidSettingException(
                    "batchSizes",
                    String.format(Locale.ROOT, "must not be above %d, the size of the training set.", train.size()));
        }
        this.settings = settings;
        this.train = train;
        this.epsilon = config.network().epsilon();
        this.streams = new RandomStreams(config.seed());
        NetworkSpec spec = Experiment.networkSpec(config, arm);
        network = new Network(new NetworkSpec(spec.inputs(), spec.layers(), spec.loss(), 0));
        Replica.restore(network, state.arm(arm));
        if (network.layer(settings.layer()).normalizer().statistics().isEmpty()) {
            throw new InvalidSettingException("layer", "must be one with batch normalization.");
        }
    }

    /**
     * Draws the batches and looks at one example, a row of the training set, and one unit of the layer, from 0.
     *
     * @param progress told the share done, 0 … 1, now and then
     * @param cancelled asked between batches
     * @return the values; null if cancelled
     */
    public NoiseResult run(int example, int unit, DoubleConsumer progress, BooleanSupplier cancelled) {
        List<Integer> sizes = settings.batchSizes();
        double[][] values = new double[sizes.size()][];
        double[] layerSd = new double[sizes.size()];
        double[] layerAdded = new double[sizes.size()];
        double[] layerMultiplied = new double[sizes.size()];
        network.forward(train.x(), Mode.TRAIN);
        BatchStatistics whole = statistics().copy();
        double total = sizes.stream().mapToInt(Integer::intValue).sum();
        double done = 0;
        for (int i = 0; i < values.length; i++) {
            int m = sizes.get(i);
            double from = done / total;
            double share = m / total;
            Drawn drawn = draw(m, example, whole, part -> progress.accept(from + share * part), cancelled);
            if (drawn == null) {
                return null;
            }
            values[i] = drawn.zNorm[unit];
            layerSd[i] = rootMeanSquare(drawn.zNorm);
            layerAdded[i] = rootMeanSquare(drawn.added);
            layerMultiplied[i] = rootMeanSquare(drawn.multiplied);
            done += m;
        }
        progress.accept(1);
        return new NoiseResult(settings, example, unit, values, layerSd, layerAdded, layerMultiplied);
    }

    private BatchStatistics statistics() {
        return network.layer(settings.layer()).normalizer().statistics().orElseThrow();
    }

    /**
     * What batches of one size do to an example, all [unit][draw]: its z_norm, which is that by the whole set's mean
     * and deviation, times a factor, plus something.
     */
    private record Drawn(double[][] zNorm, double[][] multiplied, double[][] added) {}

    private static double rootMeanSquare(double[][] byUnit) {
        double sum = 0;
        for (double[] values : byUnit) {
            double sd = Moments.of(values, values.length).sd();
            sum += sd * sd / byUnit.length;
        }
        return Math.sqrt(sum);
    }

    /** What batches of one size do; null if cancelled. */
    private Drawn draw(int m, int example, BatchStatistics whole, DoubleConsumer progress, BooleanSupplier cancelled) {
        int units = network.layer(settings.layer()).units();
        Drawn drawn = new Drawn(
                new double[units][settings.draws()],
                new double[units][settings.draws()],
                new double[units][settings.draws()]);
        DMatrixRMaj x = new DMatrixRMaj(m, train.inputs());
        RandomGenerator random = streams.of("noise-bench", m);
        int[] others = others(example);
        for (int d = 0; d < settings.draws(); d++) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            copy(example, x, 0);
            for (int row = 1; row < m; row++) {
                copy(other(random, row, others), x, row);
            }
            network.forward(x, Mode.TRAIN);
            double[] zNorm = network.layer(settings.layer()).normalizer().zNorm().data;
            BatchStatistics batch = statistics();
            for (int unit = 0; unit < units; unit++) {
                double deviation = Math.sqrt(batch.batchVar()[unit] + epsilon);
                drawn.zNorm[unit][d] = zNorm[unit];
                drawn.multiplied[unit][d] = Math.sqrt(whole.batchVar()[unit] + epsilon) / deviation;
                drawn.added[unit][d] = (whole.batchMean()[unit] - batch.batchMean()[unit]) / deviation;
            }
            progress.accept((d + 1.0) / settings.draws());
        }
        return drawn;
    }

    private int[] others(int example) {
        int[] others = new int[train.size() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = i < example ? i : i + 1;
        }
        return others;
    }

    /** Any example; or, without replacement, the next of a shuffle (Fisher and Yates) that goes on from any order. */
    private int other(RandomGenerator random, int row, int[] others) {
        if (settings.replacement()) {
            return random.nextInt(train.size());
        }
        int at = row - 1;
        int chosen = at + random.nextInt(others.length - at);
        int swap = others[at];
        others[at] = others[chosen];
        others[chosen] = swap;
        return others[at];
    }

    private void copy(int example, DMatrixRMaj x, int row) {
        int columns = train.inputs();
        System.arraycopy(train.x().data, example * columns, x.data, row * columns, columns);
    }

    /** The training set's size: the number of examples that may be fixed. */
    public int examples() {
        return train.size();
    }

    /** The layer's width: the number of units that may be looked at. */
    public int units() {
        return network.layer(settings.layer()).units();
    }

    /** {@return the noise of the first example in the first unit, and in the whole layer, by batch size} */
    public static Headless headless(NoiseBenchSettings settings) {
        List<Column> columns = new ArrayList<>();
        for (int m : settings.batchSizes()) {
            columns.add(Column.logarithmic("sd_" + m, Texts.text("measured.noise", m)));
            columns.add(Column.logarithmic("layer_sd_" + m, Texts.text("measured.layer-noise", m)));
        }
        columns.add(Column.linear("slope", Texts.text("noise.slope")));
        columns.add(Column.linear("layer_slope", Texts.text("noise.layer-slope")));
        columns.add(Column.linear("constant", Texts.text("noise.constant")));
        return Headless.of(columns, living -> rows(settings, living));
    }

    private static List<Row> rows(NoiseBenchSettings settings, Experiment living) {
        Dataset train = living.world().train();
        NoiseResult result;
        try {
            NoiseBenchSettings fit = settings.fitting(train.size());
            result = new NoiseBench(fit, living.config(), living.snapshot(), train).run(0, 0, share -> {}, () -> false);
        } catch (InvalidSettingException e) {
            // No batch norm there, or too few examples: the panel says so, too.
            return List.of();
        }
        int sizes = settings.batchSizes().size();
        double[] values = new double[2 * sizes + 3];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < result.sizes(); i++) {
            values[2 * i] = result.sd(i);
            values[2 * i + 1] = result.layerSd()[i];
        }
        values[2 * sizes] = result.slope();
        values[2 * sizes + 1] = result.layerSlope();
        values[2 * sizes + 2] = result.sdTimesSqrtM();
        return List.of(new Row(living.config().batchNormArm(), settings.layer(), values));
    }
}
