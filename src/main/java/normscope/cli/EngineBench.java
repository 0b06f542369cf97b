package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import normscope.data.Dataset;
import normscope.math.Kernels;
import normscope.nn.DecayScope;
import normscope.nn.Init;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.Optimizer;
import normscope.nn.Trainer;
import org.ejml.data.DMatrixRMaj;

/**
 * Measures training steps per second of one network, the way the peers are measured: batches in the data's order, the
 * incomplete last one dropped, nothing shuffled; a warm-up, then windows of a fixed time.
 */
final class EngineBench {

    private static final int STEPS_BETWEEN_CLOCKS = 10;
    private static final double SECOND = 1e9;

    /**
     * How long to measure.
     *
     * @param warmup seconds before the first window
     * @param seconds length of a window
     * @param repeats number of windows
     */
    record Timing(double warmup, double seconds, int repeats) {}

    /**
     * What was measured.
     *
     * @param stepsPerSecond the windows' median
     * @param examplesPerSecond the same times the batch size
     * @param seconds time measured in all
     * @param windows steps per second of each window
     * @param finalLoss mean loss of all batches after it, TRAIN mode
     * @param productShare share of the time inside matrix products, 0 … 1; NaN if it was not asked for
     */
    record Result(
            double stepsPerSecond,
            double examplesPerSecond,
            double seconds,
            List<Double> windows,
            double finalLoss,
            double productShare) {}

    private final Workload workload;
    private final List<DMatrixRMaj> xs = new ArrayList<>();
    private final List<DMatrixRMaj> ys = new ArrayList<>();
    private Network network;
    private Trainer trainer;
    private int next;
    private long steps;
    private long nanos;

    EngineBench(Workload workload, Dataset data) {
        this.workload = workload;
        int m = workload.batch();
        for (int start = 0; start + m <= data.size(); start += m) {
            xs.add(rows(data.x(), start, m));
            ys.add(rows(data.y(), start, m));
        }
    }

    private static DMatrixRMaj rows(DMatrixRMaj matrix, int start, int count) {
        int n = matrix.numCols;
        return new DMatrixRMaj(count, n, true, Arrays.copyOfRange(matrix.data, start * n, (start + count) * n));
    }

    /** Measures, first the speed, then in a pass of its own the share of the products. */
    Result measure(boolean normalized, Timing timing, boolean share) {
        build(normalized, Kernels.create());
        window(timing.warmup());
        List<Double> windows = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < timing.repeats(); i++) {
            window(timing.seconds());
            windows.add(steps * SECOND / nanos);
            total += nanos / SECOND;
        }
        double median = windows.stream().sorted().toList().get(timing.repeats() / 2);
        double finalLoss = loss();
        return new Result(
                median,
                median * workload.batch(),
                total,
                windows,
                finalLoss,
                share ? productShare(normalized, timing) : Double.NaN);
    }

    private void build(boolean normalized, Kernels kernels) {
        network = new Network(workload.network(normalized), kernels);
        network.initialize(new Init.Xavier(), new SplittableRandom(1));
        trainer = new Trainer(network, new Optimizer(workload.optimizer(), network), 0, DecayScope.WEIGHTS);
        next = 0;
    }

    private double productShare(boolean normalized, Timing timing) {
        TimedKernels kernels = new TimedKernels(Kernels.create());
        build(normalized, kernels);
        window(Math.min(1, timing.warmup()));
        kernels.takeNanos();
        window(Math.min(1, timing.seconds()));
        return (double) kernels.takeNanos() / nanos;
    }

    private void window(double seconds) {
        long start = System.nanoTime();
        steps = 0;
        do {
            for (int i = 0; i < STEPS_BETWEEN_CLOCKS; i++) {
                trainer.step(xs.get(next), ys.get(next), workload.learningRate());
                next = next + 1 < xs.size() ? next + 1 : 0;
            }
            steps += STEPS_BETWEEN_CLOCKS;
            nanos = System.nanoTime() - start;
        } while (nanos < seconds * SECOND);
    }

    private double loss() {
        double sum = 0;
        for (int i = 0; i < xs.size(); i++) {
            network.forward(xs.get(i), Mode.TRAIN);
            sum += network.loss(ys.get(i));
        }
        return sum / xs.size();
    }
}
