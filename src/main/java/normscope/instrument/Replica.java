package normscope.instrument;

import normscope.data.Dataset;
import normscope.data.MiniBatches;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.experiment.ArmSnapshot;
import normscope.experiment.Arms;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Shifts;
import normscope.experiment.Snapshot;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * All networks of an experiment once more, apart from the running ones: put to any recorded moment, with the mini-batch
 * of that step. Whatever is done to them here changes nothing there. They have neither noise nor dropout.
 */
public final class Replica {

    private final ExperimentConfig config;
    private final Split whole;
    private final Split before;
    private Split split;
    private final MiniBatches batches;
    private final Arms<Network> networks;
    private Snapshot snapshot;

    /** Builds the networks, of all data before any shift; they are at no moment yet. */
    public Replica(ExperimentConfig config, Split split) {
        this.config = config;
        this.whole = split;
        this.before = split.sample();
        this.split = before;
        this.batches = new MiniBatches(split.train(), config.training().batchSize(), new RandomStreams(config.seed()));
        this.networks =
                Arms.make(config.arms().size(), arm -> new Network(withoutChance(Experiment.networkSpec(config, arm))));
    }

    /** {@return a replica at the present moment of a living experiment, of which nothing changes} */
    public static Replica of(Experiment experiment) {
        Replica replica = new Replica(experiment.config(), experiment.split());
        replica.goTo(experiment.snapshot());
        return replica;
    }

    private static NetworkSpec withoutChance(NetworkSpec spec) {
        return new NetworkSpec(spec.inputs(), spec.layers(), spec.loss(), 0);
    }

    /** Puts all networks to a moment of the same experiment, and undoes whatever was done to them. */
    public void goTo(Snapshot moment) {
        snapshot = moment;
        split = moment.shifts().at(before, moment.step(), config.seed());
        batches.use(moment.shifts().feed(whole, moment.step(), config.seed()));
        batches.moveTo(moment.step());
        for (int arm = 0; arm < networks.size(); arm++) {
            restore(arm);
        }
    }

    /** Undoes whatever was done to the parameters of one network. */
    public void restore(int arm) {
        restore(network(arm), snapshot.arm(arm));
    }

    public static void restore(Network network, ArmSnapshot state) {
        for (int layer = 0; layer < state.layers().size(); layer++) {
            network.setNormalized(layer, state.layers().get(layer).normalized());
        }
        network.setState(state.networkState(), 0);
    }

    /** The moment: what {@link #goTo} was given last; null at first. */
    public Snapshot snapshot() {
        return snapshot;
    }

    boolean isOf(ExperimentConfig otherConfig, Split otherSplit) {
        return whole == otherSplit && config.equals(otherConfig);
    }

    public ExperimentConfig config() {
        return config;
    }

    /** {@return all that has happened to the data up to the moment} */
    public Shifts shifts() {
        return snapshot.shifts();
    }

    /** {@return the data before any change, of large sets the sample measured on: not to be modified} */
    public Split before() {
        return before;
    }

    /** The training examples that are drawn at the moment: not to be modified. */
    public Dataset train() {
        return split.train();
    }

    /** The test examples that are drawn at the moment: not to be modified. */
    public Dataset test() {
        return split.test();
    }

    /** {@return an example of the data as the networks get it: shifted and scaled as the training set was} */
    public double[] inputs(double... raw) {
        double[] inputs = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            inputs[i] = (raw[i] - split.shift()[i]) / split.scale()[i];
        }
        return inputs;
    }

    public int arms() {
        return networks.size();
    }

    /** {@return the arm on which batch normalization is studied} */
    public int batchNormArm() {
        return config.batchNormArm();
    }

    /** {@return the arm that it is compared with} */
    public int plainArm() {
        return config.plainArm();
    }

    /** {@return the network itself of an arm, at the moment} */
    public Network network(int arm) {
        return networks.get(arm);
    }

    /** Whether an arm has left the finite numbers before the moment, so that its network says nothing any more. */
    public boolean diverged(int arm) {
        return snapshot.arm(arm).divergence() != null;
    }

    /** The mini-batches, at the step whose batch the next update takes; {@link #goTo} moves them back there. */
    public MiniBatches batches() {
        return batches;
    }

    /** The inputs of the mini-batch of the moment: examples x inputs. Not to be modified. */
    public DMatrixRMaj x() {
        batches.moveTo(snapshot.step());
        return batches.x();
    }

    /** The inputs of the mini-batch that the latest update took; before the first one those of {@link #x}. */
    public DMatrixRMaj latestX() {
        batches.moveTo(Math.max(0, snapshot.step() - 1));
        return batches.x();
    }

    /** The labels of the mini-batch of the moment: examples x 1. Not to be modified. */
    public DMatrixRMaj y() {
        batches.moveTo(snapshot.step());
        return batches.y();
    }
}
