package normscope.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Divergence;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.runner.Evaluation;
import normscope.runner.RunStatus;
import normscope.runner.SnapshotScorer;

/** Makes of a run what is kept of it. Looks at its history and its latest moment; nothing asks the trainer thread. */
final class RunMaker {

    private final ExperimentConfig config;
    private final long steps;
    private final List<Event> events;
    private final List<Measurement> measured;
    private final Evaluation end;
    private final RunStatus status;

    /** Scores a run's latest moment; its history may be ahead of that. */
    RunMaker(RunStatus status) {
        this.status = status;
        config = status.config();
        steps = status.snapshot().step();
        events = status.history().events().stream()
                .filter(event -> event.step() <= steps)
                .toList();
        measured = status.history().measurements(0).stream()
                .filter(measurement -> measurement.step() < steps)
                .toList();
        end = new SnapshotScorer(status).score(0, status.snapshot());
    }

    KeptRun run(String id, int number, String name, long ended) {
        List<KeptRun.Arm> arms =
                IntStream.range(0, config.arms().size()).mapToObj(this::summary).toList();
        return new KeptRun(id, number, name, ended, steps, new ExperimentFile(config, events), arms);
    }

    private KeptRun.Arm summary(int arm) {
        Evaluation.Arm last = end.arm(arm);
        Divergence divergence = status.snapshot().arm(arm).divergence();
        return new KeptRun.Arm(
                divergence == null
                        ? new KeptRun.Scores(
                                last.trainLoss(), last.testLoss(), last.trainAccuracy(), last.testAccuracy())
                        : null,
                best(arm),
                divergence == null ? null : divergence.step(),
                loss(arm),
                boundary(last, KeptRun.CELLS));
    }

    /** At each of some evenly spread steps, what was measured there or next; as far as that is finite. */
    private float[] loss(int arm) {
        float[] loss = new float[KeptRun.POINTS];
        int at = 0;
        for (int i = 0; i < loss.length; i++) {
            while (at < measured.size() && measured.get(at).step() * (loss.length - 1) < i * steps) {
                at++;
            }
            double value = at < measured.size()
                    ? measured.get(at).arm(arm).trainLoss()
                    : end.arm(arm).trainLoss();
            if (!Float.isFinite((float) value)) {
                return Arrays.copyOf(loss, i);
            }
            loss[i] = (float) value;
        }
        return loss;
    }

    private KeptRun.Scores best(int arm) {
        Evaluation.Arm last = end.arm(arm);
        double trainLoss = best(arm, ArmMeasurement::trainLoss, last.trainLoss(), -1);
        double testLoss = best(arm, ArmMeasurement::testLoss, last.testLoss(), -1);
        double train = best(arm, ArmMeasurement::trainAccuracy, last.trainAccuracy(), 1);
        double test = best(arm, ArmMeasurement::testAccuracy, last.testAccuracy(), 1);
        return Double.isNaN(trainLoss + testLoss + train + test)
                ? null
                : new KeptRun.Scores(trainLoss, testLoss, train, test);
    }

    private double best(int arm, ToDoubleFunction<ArmMeasurement> of, double last, int sign) {
        double most = IntStream.rangeClosed(0, measured.size())
                .mapToDouble(i ->
                        i < measured.size() ? of.applyAsDouble(measured.get(i).arm(arm)) : last)
                .filter(Double::isFinite)
                .map(value -> sign * value)
                .max()
                .orElse(Double.NaN);
        return sign * most;
    }

    RunCurves curves() {
        List<Integer> kept = moments();
        float[] x = new float[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            x[i] = measured.get(kept.get(i)).step();
        }
        x[kept.size()] = steps;
        List<RunCurves.Arm> arms = IntStream.range(0, config.arms().size())
                .mapToObj(arm -> curves(arm, kept))
                .toList();
        return new RunCurves(x, arms, end.grid(), end.grid() == null ? null : points());
    }

    /** The first examples: they are in random order. */
    private RunCurves.Points points() {
        Dataset train = end.data().train();
        double[] scale = end.data().scale();
        double[] shift = end.data().shift();
        int n = Math.min(RunCurves.MOST_POINTS, train.size());
        RunCurves.Points points = new RunCurves.Points(new float[n], new float[n], new int[n]);
        for (int i = 0; i < n; i++) {
            points.x()[i] = (float) (train.x().get(i, 0) * scale[0] + shift[0]);
            points.y()[i] = (float) (train.x().get(i, 1) * scale[1] + shift[1]);
            points.labels()[i] = train.label(i);
        }
        return points;
    }

    private RunCurves.Arm curves(int arm, List<Integer> kept) {
        Evaluation.Arm last = end.arm(arm);
        List<RunCurves.Bands> layers = IntStream.range(0, config.network().layers())
                .mapToObj(layer -> new RunCurves.Bands(
                        curve(kept, m -> layer(m, arm, layer).p15(), Double.NaN),
                        curve(kept, m -> layer(m, arm, layer).p85(), Double.NaN)))
                .toList();
        return new RunCurves.Arm(
                curve(kept, m -> m.arm(arm).trainLoss(), last.trainLoss()),
                curve(kept, m -> m.arm(arm).testLoss(), last.testLoss()),
                curve(kept, m -> m.arm(arm).trainAccuracy(), last.trainAccuracy()),
                curve(kept, m -> m.arm(arm).testAccuracy(), last.testAccuracy()),
                layers,
                end.grid() == null ? null : boundary(last, end.grid().n()));
    }

    private static LayerStats layer(Measurement measurement, int arm, int layer) {
        return measurement.arm(arm).layers().get(layer);
    }

    /** The finite beginning of a curve. */
    private float[] curve(List<Integer> kept, ToDoubleFunction<Measurement> of, double last) {
        float[] values = new float[kept.size() + 1];
        for (int i = 0; i < values.length; i++) {
            double value = i < kept.size() ? of.applyAsDouble(measured.get(kept.get(i))) : last;
            if (!Float.isFinite((float) value)) {
                return Arrays.copyOf(values, i);
            }
            values[i] = (float) value;
        }
        return values;
    }

    /** Evenly spread over the steps, not over the measurements, of which most are early. */
    private List<Integer> moments() {
        List<Integer> kept = new ArrayList<>();
        double next = 0;
        for (int i = 0; i < measured.size(); i++) {
            if (measured.get(i).step() >= next) {
                kept.add(i);
                next = measured.get(i).step() + (double) steps / (RunCurves.MOST_MOMENTS - 1);
            }
        }
        return kept;
    }

    /** The probabilities of an arm at the middles of n x n cells, from a raster that is finer or the same. */
    private int[] boundary(Evaluation.Arm arm, int n) {
        if (arm.probabilities() == null) {
            return null;
        }
        int classes = config.data().classes();
        int side = end.grid().n();
        int from = classes == 2 ? 1 : 0;
        int[] result = new int[n * n * (classes - from)];
        int at = 0;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                int cell = (2 * row + 1) * side / (2 * n) * side + (2 * column + 1) * side / (2 * n);
                for (int label = from; label < classes; label++) {
                    result[at++] = Math.round(255 * arm.probabilities()[cell * classes + label]);
                }
            }
        }
        return result;
    }
}
