package normscope.instrument.proofs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import normscope.instrument.Replica;
import normscope.instrument.noise.NoiseBench;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.proofs.Finding.Item;
import normscope.instrument.proofs.Proof.Reason;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Measures on the network with batch normalization, at one moment and with that step's mini-batch, what theory says of
 * it: every number comes from forward and backward passes of the very code that trains. Each is that of the hidden
 * layer where it is worst. Dropout is left out.
 */
public final class ProofChecks {

    /** What rounding may leave of a zero, of numbers around 1. */
    private static final double ROUNDING = 1e-9;

    /**
     * What epsilon may do to a logit, and as a share to a gradient, while it is small beside the variance: a hundredth
     * of a logit moves a probability by a quarter of a per cent at most.
     */
    private static final double EPSILON_EFFECT = 0.01;

    /** Degrees; what epsilon does to units of little variance. */
    private static final double RIGHT_ANGLE = 1;

    private static final List<Integer> NOISE_SIZES = List.of(32, 256);
    private static final int NOISE_DRAWS = 60;

    /**
     * A standard deviation of 60 draws is known to a tenth; that of a whole layer's units, and a slope, more closely.
     */
    private static final double NOISE_BOUND = 0.1;

    /** For two numbers with an error in the ninth digit or so, as central differences have. */
    private static final double DIFFERENCES = 1e-6;

    private final Replica replica;
    private final int arm;
    private final Network network;
    private final List<Integer> normalized;

    /** Prepares for the moment at which a replica is; its networks are as they were after every call. */
    public ProofChecks(Replica replica) {
        this.replica = replica;
        this.arm = replica.batchNormArm();
        this.network = replica.network(arm);
        this.normalized = IntStream.range(0, network.layerCount() - 1)
                .filter(layer -> network.layer(layer).normalizer().statistics().isPresent())
                .boxed()
                .toList();
    }

    public Proofs run(List<Badge> badges) {
        List<Proof> proofs = badges.stream().map(this::prove).toList();
        return new Proofs(replica.snapshot().step(), replica.x().numRows, proofs);
    }

    private Proof prove(Badge badge) {
        Reason reason = reasonAgainst(badge);
        if (reason != null) {
            return new Proof(badge, reason, List.of());
        }
        List<Finding> findings = switch (badge) {
            case BIAS -> worst(normalized, this::bias);
            case ORTHOGONAL -> worst(normalized, this::orthogonal);
            case SCALE -> worst(normalized, new ScaleChecks(replica, EPSILON_EFFECT)::of);
            case GRADIENTS -> worst(normalized, new GradientChecks(replica, DIFFERENCES)::of);
            case SINGLE -> single();
            case MOMENTS -> moments();
            case NOISE -> List.of(noise());
        };
        return new Proof(badge, null, findings);
    }

    private Reason reasonAgainst(Badge badge) {
        if (replica.diverged(arm)) {
            return Reason.DIVERGED;
        }
        if (normalized.isEmpty()) {
            return Reason.NO_BATCH_NORM;
        }
        if (badge == Badge.NOISE) {
            return normalized.contains(0) ? null : Reason.NOT_IN_FIRST_LAYER;
        }
        if (badge != Badge.SINGLE && replica.x().numRows < 2) {
            return Reason.SINGLE_EXAMPLE;
        }
        return badge == Badge.ORTHOGONAL && replica.config().training().l2() > 0 ? Reason.L2 : null;
    }

    /** The one that is the furthest from what is expected; a number that is none is worse than any. */
    static Finding worst(List<Finding> findings) {
        Finding worst = findings.get(0);
        for (Finding finding : findings) {
            double distance = Math.abs(finding.measured() - finding.expected());
            if (!(distance <= Math.abs(worst.measured() - worst.expected()))) {
                worst = finding;
            }
        }
        return worst;
    }

    /** Whether the other arm has the same layer without batch normalization, and still lives. */
    static boolean contrasts(Replica replica, int layer) {
        int plain = replica.plainArm();
        return !replica.diverged(plain) && !replica.network(plain).layer(layer).normalized();
    }

    /** The worst of each of the numbers that layers have. */
    static List<Finding> worst(List<Integer> layers, IntFunction<List<Finding>> of) {
        List<List<Finding>> all = layers.stream().map(of::apply).toList();
        return IntStream.range(0, all.get(0).size())
                .mapToObj(i -> worst(all.stream().map(each -> each.get(i)).toList()))
                .toList();
    }

    private List<Finding> bias(int layer) {
        BiasedTail tail = new BiasedTail(replica, arm, layer);
        BiasedTail plain = contrasts(replica, layer) ? new BiasedTail(replica, replica.plainArm(), layer) : null;
        double movePlain = plain == null ? Double.NaN : plain.outputMove(1);
        double gradientPlain = plain == null ? Double.NaN : plain.biasGradient();
        return List.of(
                new Finding(Item.BIAS_MOVES_OUTPUT, layer, 0, tail.outputMove(1), ROUNDING, movePlain),
                new Finding(Item.BIAS_GRADIENT, layer, 0, tail.biasGradient(), ROUNDING, gradientPlain));
    }

    private List<Finding> orthogonal(int layer) {
        Alignment own = alignment(arm, layer);
        double contrast = contrasts(replica, layer) ? alignment(replica.plainArm(), layer).angle : Double.NaN;
        return List.of(
                new Finding(Item.WEIGHTS_GRADIENT_ANGLE, layer, 90, own.angle, RIGHT_ANGLE, contrast),
                new Finding(Item.WEIGHTS_DOT_GRADIENT, layer, 0, own.rest, ROUNDING, Double.NaN));
    }

    /** The angle furthest from 90 degrees, and the largest cosine that epsilon does not account for. */
    private record Alignment(double angle, double rest) {}

    private Alignment alignment(int which, int index) {
        Network passed = replica.network(which);
        passed.forward(replica.x(), Mode.TRAIN);
        passed.backward(replica.y());
        Layer layer = passed.layer(index);
        double epsilon = replica.config().network().epsilon();
        Optional<BatchStatistics> statistics = layer.normalizer().statistics();
        double cosine = 0;
        double rest = 0;
        for (int unit = 0; unit < layer.units(); unit++) {
            double dot = 0;
            double ww = 0;
            double dd = 0;
            for (int i = unit; i < layer.inputs() * layer.units(); i += layer.units()) {
                double w = layer.w().data[i];
                double d = layer.dW().data[i];
                dot += w * d;
                ww += w * w;
                dd += d * d;
            }
            // A unit without gradient, such as one that relu keeps silent, is orthogonal to everything.
            if (dd > 0 && ww > 0) {
                double lengths = Math.sqrt(ww) * Math.sqrt(dd);
                cosine = Math.abs(dot / lengths) > Math.abs(cosine) ? dot / lengths : cosine;
                double left = statistics.isEmpty()
                        ? 0
                        : layer.normalizer().gamma()[unit]
                                * layer.normalizer().dGamma()[unit]
                                * epsilon
                                / (statistics.get().batchVar()[unit] + epsilon);
                rest = Math.max(rest, Math.abs(dot - left) / lengths);
            }
        }
        return new Alignment(Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine)))), rest);
    }

    private List<Finding> single() {
        DMatrixRMaj x = replica.x();
        DMatrixRMaj one = new DMatrixRMaj(1, x.numCols);
        double[] distance = new double[network.layerCount()];
        int plain = replica.plainArm();
        LogitRange range = new LogitRange();
        LogitRange rangePlain = new LogitRange();
        for (int row = 0; row < x.numRows; row++) {
            System.arraycopy(x.data, row * x.numCols, one.data, 0, x.numCols);
            range.take(network.forward(one, Mode.TRAIN));
            for (int layer : normalized) {
                Layer l = network.layer(layer);
                for (int unit = 0; unit < l.units(); unit++) {
                    distance[layer] = Math.max(
                            distance[layer],
                            Math.abs(l.zTilde().data[unit] - l.normalizer().beta()[unit]));
                }
            }
            if (!replica.diverged(plain)) {
                rangePlain.take(replica.network(plain).forward(one, Mode.TRAIN));
            }
        }
        Finding beta = worst(normalized.stream()
                .map(layer -> new Finding(Item.SINGLE_IS_BETA, layer, 0, distance[layer], 0, Double.NaN))
                .toList());
        int last = normalized.get(normalized.size() - 1);
        return List.of(beta, new Finding(Item.SINGLE_SAYS_NOTHING, last, 0, range.widest(), 0, rangePlain.widest()));
    }

    private List<Finding> moments() {
        network.forward(replica.x(), Mode.TRAIN);
        int plain = replica.plainArm();
        if (!replica.diverged(plain)) {
            replica.network(plain).forward(replica.x(), Mode.TRAIN);
        }
        return worst(normalized, layer -> List.of(moment(layer, Item.MEAN_IS_BETA), moment(layer, Item.SD_IS_GAMMA)));
    }

    private Finding moment(int index, Item item) {
        boolean mean = item == Item.MEAN_IS_BETA;
        Layer layer = network.layer(index);
        double epsilon = replica.config().network().epsilon();
        double measured = 0;
        double contrast = contrasts(replica, index) ? 0 : Double.NaN;
        double[] batchVar = layer.normalizer().statistics().orElseThrow().batchVar();
        for (int unit = 0; unit < layer.units(); unit++) {
            double var = batchVar[unit];
            double expected = mean
                    ? layer.normalizer().beta()[unit]
                    : Math.abs(layer.normalizer().gamma()[unit]) * Math.sqrt(var / (var + epsilon));
            measured = Math.max(measured, Math.abs(moment(layer.zTilde(), unit, mean) - expected));
            if (!Double.isNaN(contrast)) {
                DMatrixRMaj z = replica.network(replica.plainArm()).layer(index).z();
                contrast = Math.max(contrast, Math.abs(moment(z, unit, mean) - (mean ? 0 : 1)));
            }
        }
        return new Finding(item, index, 0, measured, ROUNDING, contrast);
    }

    /** Mean of a column, or its (biased) standard deviation. */
    private static double moment(DMatrixRMaj x, int column, boolean mean) {
        Moments moments = Moments.of(CommonOps_DDRM.extractColumn(x, column, null).data, x.numRows);
        return mean ? moments.mean() : moments.sd();
    }

    private Finding noise() {
        NoiseBenchSettings settings = new NoiseBenchSettings(NOISE_SIZES, NOISE_DRAWS, true, 0);
        NoiseBench bench = new NoiseBench(settings, replica.config(), replica.snapshot(), replica.train());
        double slope = bench.run(0, 0, share -> {}, () -> false).layerSlope();
        return new Finding(Item.NOISE_SLOPE, 0, -0.5, slope, NOISE_BOUND, Double.NaN);
    }

    /** Least and greatest of each logit. */
    private static final class LogitRange {
        private double[] least;
        private double[] greatest;

        void take(DMatrixRMaj logits) {
            if (least == null) {
                least = Arrays.copyOf(logits.data, logits.getNumElements());
                greatest = least.clone();
            }
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], logits.data[i]);
                greatest[i] = Math.max(greatest[i], logits.data[i]);
            }
        }

        double widest() {
            return least == null
                    ? Double.NaN
                    : IntStream.range(0, least.length)
                            .mapToDouble(i -> greatest[i] - least[i])
                            .max()
                            .orElse(Double.NaN);
        }
    }
}
