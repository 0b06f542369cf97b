package normscope.experiment;

import java.util.List;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * Several networks in lockstep: the same initial weights, the same mini-batches in the same order, the same numbers
 * drawn for dropout and noise; only the normalization differs, and what else an arm has of its own. Configuration, seed
 * and commands determine everything, bit for bit.
 */
public final class Experiment {

    private ExperimentConfig config;
    private final Split split;
    private final RandomStreams streams;
    private final MiniBatches batches;
    private final Arms<Arm> arms;
    private final double[] batchLosses;
    private final World world;
    private final Tandem tandem;
    private long step;
    private boolean oneThread;
    private double learningRate;
    private Double normalizedRate;

    public Experiment(ExperimentConfig config) {
        this.config = config;
        this.streams = new RandomStreams(config.seed());
        DataConfig data = config.data();
        this.split = Split.of(data.examples(streams), data.testShare(), data.centring(), streams.of("split", 0));
        this.batches = new MiniBatches(split.train(), config.training().batchSize(), streams);
        this.arms = Arms.make(config.arms().size(), arm -> new Arm(config, arm, streams));
        this.batchLosses = new double[arms.size()];
        this.world = new World(split, config.seed());
        this.world.set(Shifts.begin(data));
        this.learningRate = config.training().learningRate();
        setNormalizedRate(config.training().normalizedRate());
        int half = (arms.size() + 1) / 2;
        this.tandem = new Tandem(() -> advance(0, half), () -> advance(half, arms.size()));
    }

    /** {@return the network of an arm as a specification} */
    public static NetworkSpec networkSpec(ExperimentConfig config, int arm) {
        return Arm.spec(config, arm);
    }

    public int arms() {
        return arms.size();
    }

    public ExperimentConfig config() {
        return config;
    }

    /** {@return what this experiment does, with the rates of the present moment} */
    public ExperimentConfig presentConfig() {
        return config.withTraining(
                config.training().withLearningRate(learningRate).withNormalizedRate(normalizedRate));
    }

    /**
     * Takes other names for the experiment and its arms, from the same experiment but for
     * {@linkplain ExperimentConfig#withNamesOf names}.
     */
    public void rename(ExperimentConfig named) {
        config = config.withNamesOf(named);
    }

    /** The training and test set before any change, all of them; immutable. */
    public Split split() {
        return split;
    }

    /**
     * {@return the training and test examples that are drawn at the present step; of large sets, of the sample measured
     * on. Immutable, and the same object until something changes}
     */
    public Split world() {
        return world.at(step);
    }

    /**
     * {@return all training and test examples at the present step, drawn or not: as many as in the
     * {@linkplain Split#sample sample} of {@link #split}, in its order; the same as {@link #world} without a selection}
     */
    public Split pool() {
        return world.all(step);
    }

    /** {@return the examples that were drawn before the latest selection, as they are at the present step} */
    public Split shownBefore() {
        return world.shifts().shownBefore(split.sample(), step, config.seed());
    }

    public Shifts shifts() {
        return world.shifts();
    }

    /** The number of updates made: 0 at first. */
    public long step() {
        return step;
    }

    /** The number of updates of one pass over the training set: at least 1. */
    public int stepsPerEpoch() {
        return batches.batchesPerEpoch();
    }

    /** {@return the learning rate of an arm's next update: its own, else that of all arms; more than 0} */
    public double learningRate(int arm) {
        Double own = config.arms().get(arm).learningRate();
        return own == null ? learningRate : own;
    }

    /** The learning rate of the next update of the arms that have none of their own: more than 0. */
    public double learningRate() {
        return learningRate;
    }

    /**
     * {@return the rate of the next update of the weights of a layer, the output layer last: that of the normalized
     * layers' weights where the layer is one and there is such a rate, else the arm's}
     */
    public double weightsRate(int arm, int layer) {
        return normalizedRate != null && config.normalizedLayers().contains(layer) ? normalizedRate : learningRate(arm);
    }

    /** {@return lambda of the penalty on a layer's weights, from 0, the output layer last} */
    public double weightsL2(int layer) {
        Double own = config.training().normalizedL2();
        return own != null && config.normalizedLayers().contains(layer)
                ? own
                : config.training().l2();
    }

    private void setNormalizedRate(Double rate) {
        normalizedRate = rate;
        arms.forEach(arm -> arm.setNormalizedRate(rate));
    }

    public Network network(int arm) {
        return arms.get(arm).network();
    }

    /**
     * {@return the mini-batch loss of an arm at the last step, before its update, TRAIN mode; NaN before the first step
     * and once the arm has diverged}
     */
    public double batchLoss(int arm) {
        return arms.get(arm).batchLoss();
    }

    /** {@return the {@link #batchLoss} of each arm; the next call overwrites them} */
    public double[] batchLosses() {
        for (int arm = 0; arm < batchLosses.length; arm++) {
            batchLosses[arm] = batchLoss(arm);
        }
        return batchLosses;
    }

    /** {@return the labels of the mini-batch of the last update: examples x 1. Not to be modified.} */
    public DMatrixRMaj batchLabels() {
        return batches.y();
    }

    /** {@return what weight each example of that batch has in the gradients; null if each has 1} */
    public double[] batchImportance() {
        return batches.importance();
    }

    /** {@return where an arm left the finite numbers, or null} */
    public Divergence divergence(int arm) {
        return arms.get(arm).divergence();
    }

    /** Whether no arm can go on. */
    public boolean isOver() {
        for (int arm = 0; arm < arms.size(); arm++) {
            if (divergence(arm) == null) {
                return false;
            }
        }
        return true;
    }

    /** Makes one update of all arms on the same mini-batch, on two threads when that is faster. */
    public void advance() {
        prepare();
        if (oneThread) {
            tandem.run(false);
        } else {
            tandem.run();
        }
        step++;
    }

    /**
     * Keeps to the caller's thread from now on, where the other cores are wanted for something else. No result changes.
     */
    public void keepToOneThread() {
        oneThread = true;
    }

    /** Makes one update of all arms, on two threads or one. */
    void advance(boolean together) {
        prepare();
        tandem.run(together);
        step++;
    }

    private void prepare() {
        batches.use(world.feed(step));
        batches.moveTo(step);
        long dropoutKey = streams.key("dropout", step);
        long noiseKey = streams.key("layer-noise", step);
        arms.forEach(arm -> arm.draw(dropoutKey, noiseKey));
    }

    private void advance(int from, int to) {
        for (int arm = from; arm < to; arm++) {
            arms.get(arm).step(batches, learningRate(arm), step);
        }
    }

    /**
     * Applies those of a run's commands that are due by now and not {@code given} yet; returns how many are given then.
     */
    public int applyDue(List<Event> events, int given) {
        int next = given;
        while (next < events.size() && events.get(next).step() <= step) {
            apply(events.get(next++).command());
        }
        return next;
    }

    public void apply(Command command) {
        if (command instanceof Command.SetLearningRate rate) {
            learningRate = rate.learningRate();
        } else if (command instanceof Command.SetNormalizedRate rate) {
            setNormalizedRate(rate.normalizedRate());
        } else if (command instanceof Command.SetNormalizer set) {
            arms.get(set.arm()).setNormalizer(set.layer(), set.normalizer());
        } else if (command.change() != null) {
            command.check(config);
            Shifts changed = world.shifts().and(command.change(), step, command.driftSteps());
            changed.check(split);
            world.set(changed);
        } else if (command instanceof Command.Reestimate) {
            arms.forEach(arm -> arm.reestimate(world.at(step).train().x()));
        } else if (command instanceof Command.KickLayer kick) {
            // Every arm draws from a stream of its own that begins alike, as at the start.
            String stream = "redraw-" + kick.layer();
            for (Arm arm : arms) {
                arm.kick(kick.layer(), kick.kick(), streams.of(stream, step));
            }
        }
    }

    private void probe() {
        prepare();
        arms.forEach(arm -> arm.probe(batches.x()));
    }

    /** Takes a snapshot: the state of all arms, and what their layers do with the next mini-batch. */
    public Snapshot snapshot() {
        probe();
        return new Snapshot(step, learningRate, normalizedRate, world.shifts(), arms.map(Arm::snapshot));
    }

    /** Goes to the moment of a snapshot of this very experiment. */
    public void restore(Snapshot snapshot) {
        for (int arm = 0; arm < arms.size(); arm++) {
            arms.get(arm).restore(snapshot.arm(arm));
        }
        step = snapshot.step();
        learningRate = snapshot.learningRate();
        setNormalizedRate(snapshot.normalizedRate());
        world.set(snapshot.shifts());
    }

    /**
     * Measures all arms: the layers on the next mini-batch in TRAIN mode, loss and accuracy of both sets in EVAL mode.
     */
    public Measurement measure() {
        probe();
        return new Measurement(step, arms.map(this::measure));
    }

    private ArmMeasurement measure(Arm arm) {
        if (arm.divergence() != null) {
            return ArmMeasurement.diverged(config.network().layers());
        }
        var layers = arm.layerStats();
        ScoringSet.Score train = world.train(step).score(arm.network());
        ScoringSet.Score test = world.test(step).score(arm.network());
        return new ArmMeasurement(train.loss(), test.loss(), train.accuracy(), test.accuracy(), layers);
    }

    /**
     * What one measurement costs, in units of one step: a step passes its batch forward and, at twice the cost,
     * backward.
     */
    public double measurementCost() {
        double batchSize = (double) split.train().size() / batches.batchesPerEpoch();
        Split measured = world.all(step);
        return (measured.train().size() + measured.test().size()) / (3 * batchSize);
    }
}
