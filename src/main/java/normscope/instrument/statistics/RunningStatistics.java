package normscope.instrument.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import normscope.data.MiniBatches;
import normscope.experiment.ScoringSet;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Replica;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;

/**
 * Three ways to normalize in the arm with batch normalization: with the mini-batch's statistics, with their running
 * average, and with those of the whole training set; for all examples, or for one.
 */
public final class RunningStatistics {

    private static final List<String> NAMES = List.of(
            "batch_mean",
            "running_mean",
            "exact_mean",
            "batch_variance",
            "running_variance",
            "exact_variance",
            "batch_loss",
            "running_loss",
            "exact_loss");

    private final Replica replica;
    private final int arm;

    /** Prepares for the moments at which a replica will be; its networks are as they were after every call. */
    public RunningStatistics(Replica replica) {
        this.replica = replica;
        this.arm = replica.batchNormArm();
    }

    /** Whether there is anything to see: the arm lives, and normalizes somewhere. */
    public boolean exist() {
        Network network = replica.network(arm);
        return !replica.diverged(arm)
                && IntStream.range(0, network.layerCount() - 1)
                        .anyMatch(
                                l -> network.layer(l).normalizer().statistics().isPresent());
    }

    /** Measures the moment of the replica: three passes over the training set. */
    public Statistics measure() {
        Network network = replica.network(arm);
        int hidden = network.layerCount() - 1;
        // The batch of the next update is not in the average yet: without decay, the line would miss the dots.
        network.forward(replica.latestX(), Mode.TRAIN);
        List<BatchStatistics> ofBatch = statistics(network, hidden);
        Statistics.Score exact = score(
                network.forward(replica.train().x(), Mode.TRAIN),
                replica.train().y(),
                network);
        List<BatchStatistics> ofSet = statistics(network, hidden);
        List<Statistics.OfLayer> layers = new ArrayList<>(hidden);
        for (int l = 0; l < hidden; l++) {
            BatchStatistics b = ofBatch.get(l);
            BatchStatistics s = ofSet.get(l);
            layers.add(
                    b == null
                            ? null
                            : new Statistics.OfLayer(
                                    b.batchMean(),
                                    b.batchVar(),
                                    b.runningMean(),
                                    b.runningVar(),
                                    s.batchMean(),
                                    s.batchVar()));
        }
        ScoringSet.Score running = new ScoringSet(replica.train()).score(network);
        return new Statistics(
                replica.snapshot().step(),
                layers,
                inMiniBatches(network),
                new Statistics.Score(running.loss(), running.accuracy()),
                exact);
    }

    /** Copies of the hidden layers' statistics after a pass in TRAIN mode; null for a layer that has none. */
    private static List<BatchStatistics> statistics(Network network, int hidden) {
        return IntStream.range(0, hidden)
                .mapToObj(l -> network.layer(l).normalizer().statistics())
                .map(statistics -> statistics.map(BatchStatistics::copy).orElse(null))
                .toList();
    }

    /** The mini-batches of the epoch under way, TRAIN mode, without learning from them. */
    private Statistics.Score inMiniBatches(Network network) {
        MiniBatches batches = replica.batches();
        long step = replica.snapshot().step();
        long first = step - step % batches.batchesPerEpoch();
        double loss = 0;
        double correct = 0;
        for (int k = 0; k < batches.batchesPerEpoch(); k++) {
            batches.moveTo(first + k);
            DMatrixRMaj y = batches.y();
            Statistics.Score score = score(network.forward(batches.x(), Mode.TRAIN), y, network);
            loss += score.loss() * y.numRows;
            correct += score.accuracy() * y.numRows;
        }
        int n = replica.train().size();
        return new Statistics.Score(loss / n, correct / n);
    }

    private static Statistics.Score score(DMatrixRMaj logits, DMatrixRMaj y, Network network) {
        double correct = ScoringSet.correct(logits, row -> (int) y.data[row]);
        return new Statistics.Score(network.loss(y), correct / y.numRows);
    }

    /** {@return what the panel shows of one unit of the arm with batch norm, without a window} */
    public static Headless headless(RunningStatisticsSettings settings) {
        List<Column> columns = NAMES.stream()
                .map(name -> new Column(
                        name,
                        Texts.text("statistics.column." + name.replace('_', '-')),
                        name.endsWith("loss"),
                        Double.NaN))
                .toList();
        return Headless.of(columns, living -> new RunningStatistics(Replica.of(living)).rows(settings));
    }

    private List<Row> rows(RunningStatisticsSettings settings) {
        Statistics now = exist() ? measure() : null;
        int layer = now == null ? 0 : Math.min(settings.layer(), now.layers().size() - 1);
        Statistics.OfLayer of = now == null ? null : now.layers().get(layer);
        if (of == null) {
            return List.of();
        }
        int unit = Math.min(settings.unit(), of.batchMean().length - 1);
        return List.of(new Row(
                arm,
                layer,
                of.batchMean()[unit],
                of.runningMean()[unit],
                of.exactMean()[unit],
                of.batchVar()[unit],
                of.runningVar()[unit],
                of.exactVar()[unit],
                now.batch().loss(),
                now.running().loss(),
                now.exact().loss()));
    }

    /** Which statistics one example is normalized with. */
    public enum Source {
        /** EVAL mode: the running ones. */
        RUNNING,
        /** EVAL mode, had the running ones been those of the whole training set. */
        EXACT,
        /** TRAIN mode, in the place of the first example of the step's mini-batch. */
        IN_BATCH,
        /** TRAIN mode, as a mini-batch of one: z-tilde is beta in every normalized layer. */
        ALONE
    }

    /** What the network says of one example: a probability a class, and z and zTilde of the unit asked about. */
    public record Answer(double[] probabilities, double z, double zTilde) {}

    /**
     * Puts one example through the net, as the networks get it, see {@link Replica#inputs}.
     *
     * @param source which statistics it is normalized with
     * @param measured the moment's statistics, for {@link Source#EXACT}
     * @param layer whose values are told of a unit, both from 0
     */
    public Answer ask(double[] inputs, Source source, Statistics measured, int layer, int unit) {
        Network network = replica.network(arm);
        DMatrixRMaj x = new DMatrixRMaj(1, inputs.length, true, inputs);
        Mode mode = Mode.TRAIN;
        if (source == Source.IN_BATCH) {
            DMatrixRMaj batch = replica.x().copy();
            System.arraycopy(inputs, 0, batch.data, 0, inputs.length);
            x = batch;
        } else if (source != Source.ALONE) {
            mode = Mode.EVAL;
        }
        if (source == Source.EXACT) {
            takeExact(network, measured);
        }
        DMatrixRMaj logits = network.forward(x, mode);
        DMatrixRMaj output = new DMatrixRMaj(0, 0);
        network.spec().loss().output(logits, output);
        Layer l = network.layer(layer);
        Answer answer = new Answer(probabilities(output), l.z().data[unit], l.zTilde().data[unit]);
        if (source == Source.EXACT) {
            replica.restore(arm);
        }
        return answer;
    }

    private static void takeExact(Network network, Statistics measured) {
        for (int l = 0; l < measured.layers().size(); l++) {
            Statistics.OfLayer exact = measured.layers().get(l);
            if (exact != null) {
                network.layer(l)
                        .normalizer()
                        .statistics()
                        .orElseThrow()
                        .setRunning(exact.exactMean(), exact.exactVar());
            }
        }
    }

    /** Of the first row: of two classes the network tells the second's only. */
    private static double[] probabilities(DMatrixRMaj output) {
        if (output.numCols == 1) {
            return new double[] {1 - output.data[0], output.data[0]};
        }
        return Arrays.copyOf(output.data, output.numCols);
    }
}
