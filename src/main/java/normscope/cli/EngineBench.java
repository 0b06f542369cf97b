package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import normscope.data.Dataset;
import normscope.math.Kernels;
import normscope.nn.DecayScope;
import normscope.nn.Init;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import normscope.nn.Optimizer;
import normscope.nn.Trainer;
import org.ejml.data.DMatrixRMaj;

/**
 * Measures training steps per second of networks that differ in their normalizer, the way the peers are measured:
 * batches in the data's order, the incomplete last one dropped, nothing shuffled; a warm-up, then windows of a fixed
 * time. The networks take turns, window by window, so that what slows the machine down slows all of them.
 */
final class EngineBench {

    private static final int STEPS_BETWEEN_CLOCKS = 10;
    private static final double SECOND = 1e9;

    /** How many seconds to warm up, then to measure in each of so many windows. */
    record Timing(double warmup, double seconds, int repeats) {}

    /**
     * What was measured: speeds of steps and examples, the seconds it took in all, the steps a second of each window.
     *
     * @param stepsPerSecond the windows' median
     * @param cost time of a step in units of the first network's, the windows' median of the ratio
     * @param finalLoss mean loss of all batches after it, TRAIN mode
     * @param productShare share of the time inside matrix products, 0 … 1; NaN if it was not asked for
     */
    record Result(
            double stepsPerSecond,
            double examplesPerSecond,
            double seconds,
            List<Double> windows,
            double cost,
            double finalLoss,
            double productShare) {}

    private final Workload workload;
    private final List<DMatrixRMaj> xs = new ArrayList<>();
    private final List<DMatrixRMaj> ys = new ArrayList<>();

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

    /**
     * {@return one result a normalizer: first the speed is measured, then in a pass of its own the share of the
     * products}
     */
    List<Result> measure(List<NormalizerSpec> normalizers, Timing timing, boolean share) {
        List<Training> trainings = normalizers.stream()
                .map(normalizer -> new Training(normalizer, Kernels.create()))
                .toList();
        trainings.forEach(training -> training.window(timing.warmup()));
        List<List<Double>> windows = Stream.generate(() -> (List<Double>) new ArrayList<Double>())
                .limit(trainings.size())
                .toList();
        double[] seconds = new double[trainings.size()];
        for (int repeat = 0; repeat < timing.repeats(); repeat++) {
            for (int i = 0; i < seconds.length; i++) {
                trainings.get(i).window(timing.seconds());
                windows.get(i).add(trainings.get(i).stepsPerSecond());
                seconds[i] += trainings.get(i).nanos / SECOND;
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            List<Double> own = windows.get(i);
            double median = median(own);
            List<Double> costs = new ArrayList<>();
            for (int repeat = 0; repeat < own.size(); repeat++) {
                costs.add(windows.get(0).get(repeat) / own.get(repeat));
            }
            results.add(new Result(
                    median,
                    median * workload.batch(),
                    seconds[i],
                    own,
                    median(costs),
                    trainings.get(i).loss(),
                    share ? productShare(normalizers.get(i), timing) : Double.NaN));
        }
        return results;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private double productShare(NormalizerSpec normalizer, Timing timing) {
        TimedKernels kernels = new TimedKernels(Kernels.create());
        Training training = new Training(normalizer, kernels);
        training.window(Math.min(1, timing.warmup()));
        kernels.takeNanos();
        training.window(Math.min(1, timing.seconds()));
        return (double) kernels.takeNanos() / training.nanos;
    }

    private final class Training {
        private final Network network;
        private final Trainer trainer;
        private int next;
        private long steps;
        private long nanos;

        Training(NormalizerSpec normalizer, Kernels kernels) {
            network = new Network(workload.network(normalizer), kernels);
            network.initialize(new Init.Xavier(), new SplittableRandom(1));
            trainer = new Trainer(network, new Optimizer(workload.optimizer(), network), 0, DecayScope.WEIGHTS);
        }

        void window(double seconds) {
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

        double stepsPerSecond() {
            return steps * SECOND / nanos;
        }

        double loss() {
            double sum = 0;
            for (int i = 0; i < xs.size(); i++) {
                network.forward(xs.get(i), Mode.TRAIN);
                sum += network.loss(ys.get(i));
            }
            return sum / xs.size();
        }
    }
}
