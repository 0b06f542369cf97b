package normscope.runner;

import java.util.List;
import normscope.data.Dataset;
import normscope.data.Split;
import normscope.experiment.ArmSnapshot;
import normscope.experiment.Arms;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.OwnTable;
import normscope.experiment.ScoringSet;
import normscope.experiment.Shifts;
import normscope.experiment.Snapshot;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** Puts the parameters of snapshots into networks of its own and evaluates them, EVAL mode. */
public final class SnapshotScorer {

    /** Cells of the raster of probabilities in each direction. */
    public static final int GRID = 48;

    /** The share of the data's extent that the raster reaches beyond it. */
    private static final double MARGIN = 0.08;

    /** A pass over more examples at once would need more memory than the pictures are worth. */
    public static final int LARGEST_BATCH = 2000;

    private final ExperimentConfig config;
    private final Split split;
    private final Split sample;
    private final Arms<Network> networks;
    private Scene scene;

    public SnapshotScorer(RunStatus status) {
        this(status.config(), status.split());
    }

    /** Prepares for the snapshots of an experiment; large sets are scored by their {@linkplain Split#sample sample}. */
    public SnapshotScorer(ExperimentConfig config, Split split) {
        this.config = config;
        this.split = split;
        this.sample = split.sample();
        this.networks = Arms.make(config.arms().size(), arm -> new Network(Experiment.networkSpec(config, arm)));
        this.scene = scene(Shifts.begin(config.data()), 0);
    }

    /** The data of a moment, and the raster over them. */
    private record Scene(
            Shifts shifts,
            long phase,
            Split data,
            ScoringSet train,
            ScoringSet test,
            Dataset batch,
            Evaluation.Grid grid,
            DMatrixRMaj[] gridRows) {}

    private Scene scene(Shifts shifts, long phase) {
        Split data = shifts.at(sample, phase, config.seed());
        ScoringSet train = new ScoringSet(data.train());
        ScoringSet test = new ScoringSet(data.test());
        // The training set as one batch, or as much of it as one batch can hold; its order is random.
        Dataset batch = data.train().first(LARGEST_BATCH);
        if (!config.data().isPlanar()) {
            return new Scene(shifts, phase, data, train, test, batch, null, new DMatrixRMaj[0]);
        }
        Evaluation.Grid grid = grid(sample, shifts, phase, config);
        return new Scene(shifts, phase, data, train, test, batch, grid, gridInputs(grid, split));
    }

    private Scene sceneOf(Snapshot snapshot) {
        long phase = Math.min(snapshot.step(), snapshot.shifts().settledAt());
        if (phase != scene.phase() || !scene.shifts().equals(snapshot.shifts())) {
            scene = scene(snapshot.shifts(), phase);
        }
        return scene;
    }

    boolean fits(RunStatus status) {
        return split == status.split();
    }

    /** Evaluates a moment of a run, whose number is passed on. */
    public Evaluation score(long run, Snapshot snapshot) {
        Scene now = sceneOf(snapshot);
        Arms<Evaluation.Arm> arms = Arms.make(networks.size(), arm -> score(networks.get(arm), snapshot.arm(arm)));
        return new Evaluation(run, snapshot.step(), now.grid(), now.data(), now.shifts(), arms);
    }

    private Evaluation.Arm score(Network network, ArmSnapshot arm) {
        if (arm.divergence() != null) {
            int classes = config.data().classes();
            double none = Double.NaN;
            return new Evaluation.Arm(none, none, none, none, none, null, new int[classes][classes]);
        }
        for (int layer = 0; layer < arm.layers().size(); layer++) {
            network.setNormalized(layer, arm.layers().get(layer).normalized());
        }
        network.setState(arm.networkState(), 0);
        ScoringSet.Score onTrain = scene.train().score(network);
        ScoringSet.Score onTest = scene.test().score(network);
        float[] probabilities = scene.grid() == null
                ? null
                : probabilities(network, scene.gridRows(), config.data().classes());
        return new Evaluation.Arm(
                onTrain.loss(),
                trainModeLoss(network),
                onTest.loss(),
                onTrain.accuracy(),
                onTest.accuracy(),
                probabilities,
                onTest.confusion());
    }

    /** Comes last: it moves the running statistics. */
    private double trainModeLoss(Network network) {
        network.forward(scene.batch().x(), Mode.TRAIN);
        return network.loss(scene.batch().y());
    }

    /**
     * What a network answers all over the plane, EVAL mode.
     *
     * @param network the network. Its last forward pass is replaced.
     * @return as {@link Evaluation.Arm#probabilities}
     */
    public static float[] probabilities(Network network, Evaluation.Grid grid, Split split, int classes) {
        return probabilities(network, gridInputs(grid, split), classes);
    }

    private static float[] probabilities(Network network, DMatrixRMaj[] rows, int classes) {
        float[] result = new float[GRID * GRID * classes];
        DMatrixRMaj output = new DMatrixRMaj(0, 0);
        int at = 0;
        for (DMatrixRMaj row : rows) {
            network.spec().loss().output(network.forward(row, Mode.EVAL), output);
            for (int i = 0; i < output.getNumElements(); i++) {
                double p = output.data[i];
                // Of two classes the network tells the second's only.
                if (output.numCols == 1) {
                    result[at++] = (float) (1 - p);
                }
                result[at++] = (float) p;
            }
        }
        return result;
    }

    /**
     * The raster that pictures of a moment have: around all examples as they were before any change, those drawn now,
     * and those to come. A square, in raw coordinates; of a table, whose columns need not have one unit, a rectangle.
     */
    public static Evaluation.Grid grid(Split before, Shifts shifts, long step, ExperimentConfig config) {
        long seed = config.seed();
        // The place the examples come from, and the one they drift to, stay in view all the way.
        return gridAround(
                List.of(before, shifts.at(before, step, seed), shifts.at(before, shifts.settledAt(), seed)),
                !(config.data().own() instanceof OwnTable));
    }

    private static Evaluation.Grid gridAround(List<Split> splits, boolean square) {
        double[] lo = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] hi = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Split split : splits) {
            for (DMatrixRMaj x :
                    new DMatrixRMaj[] {split.train().x(), split.test().x()}) {
                for (int i = 0; i < x.getNumElements(); i++) {
                    int column = i % 2;
                    double raw = x.data[i] * split.scale()[column] + split.shift()[column];
                    lo[column] = Math.min(lo[column], raw);
                    hi[column] = Math.max(hi[column], raw);
                }
            }
        }
        double width = reach(lo[0], hi[0]);
        double height = reach(lo[1], hi[1]);
        if (square) {
            width = Math.max(width, height);
            height = width;
        }
        double cx = (lo[0] + hi[0]) / 2;
        double cy = (lo[1] + hi[1]) / 2;
        return new Evaluation.Grid(cx - width, cx + width, cy - height, cy + height, GRID);
    }

    /** Half of what is shown of an input; a constant one has a width, too. */
    private static double reach(double lo, double hi) {
        return hi > lo ? (hi - lo) * (0.5 + MARGIN) : 1;
    }

    /** The centres of the cells, one matrix a row of the raster, scaled as the networks' inputs are. */
    private static DMatrixRMaj[] gridInputs(Evaluation.Grid grid, Split split) {
        DMatrixRMaj[] rows = new DMatrixRMaj[GRID];
        for (int row = 0; row < GRID; row++) {
            rows[row] = new DMatrixRMaj(GRID, 2);
            double y = grid.y0() + (row + 0.5) * (grid.y1() - grid.y0()) / GRID;
            for (int column = 0; column < GRID; column++) {
                double x = grid.x0() + (column + 0.5) * (grid.x1() - grid.x0()) / GRID;
                rows[row].set(column, 0, (x - split.shift()[0]) / split.scale()[0]);
                rows[row].set(column, 1, (y - split.shift()[1]) / split.scale()[1]);
            }
        }
        return rows;
    }
}
