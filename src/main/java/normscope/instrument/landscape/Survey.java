package normscope.instrument.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.Replica;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * Computes a landscape. Any number of threads may work on it at once, each with networks of its own; what they share is
 * the grid, and the planes, which do not depend on who makes them.
 */
final class Survey {

    private static final int SAMPLE = 256;

    private final LandscapeSettings settings;
    private final ExperimentConfig config;
    private final Split split;
    private final Snapshot moment;
    private final int points;
    private final int total;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    /** [arm][second * side + first], the middle being the present weights; of an arm that has diverged NaN. */
    private final double[][] losses;

    private Plane[] planes;
    private int examples;

    private record Batch(DMatrixRMaj x, DMatrixRMaj y, double[] importance) {}

    Survey(LandscapeSettings settings, ExperimentConfig config, Split split, Snapshot moment) {
        this.settings = settings;
        this.config = config;
        this.split = split;
        this.moment = moment;
        points = settings.side() * settings.side();
        total = points * config.arms().size();
        losses = new double[config.arms().size()][points];
        for (double[] of : losses) {
            Arrays.fill(of, Double.NaN);
        }
    }

    /** Takes a share in the work until all is done: tells which part is, and asks at every point whether to go on. */
    void work(DoubleConsumer tell, BooleanSupplier cancelled) {
        Replica replica = new Replica(config, split);
        replica.goTo(moment);
        Batch batch = batch(replica);
        Plane[] through = planes(replica, batch);
        double[][] states = new double[losses.length][];
        for (int arm = 0; arm < states.length; arm++) {
            states[arm] = new double[replica.network(arm).stateSize()];
        }
        for (int i = next.getAndIncrement(); i < total && !cancelled.getAsBoolean(); i = next.getAndIncrement()) {
            int arm = i / points;
            if (through[arm] != null) {
                int at = i % points;
                through[arm].at(place(at % settings.side()), place(at / settings.side()), states[arm]);
                Network network = replica.network(arm);
                network.setState(states[arm], 0);
                network.forward(batch.x, Mode.TRAIN);
                losses[arm][at] = network.loss(batch.y);
            }
            tell.accept((double) done.incrementAndGet() / total);
        }
    }

    private double place(int index) {
        return Landscape.place(settings, index);
    }

    private Batch batch(Replica replica) {
        if (settings.examples() == Examples.BATCH) {
            return new Batch(replica.x(), replica.y(), replica.batches().importance());
        }
        Dataset train = replica.train();
        int[] order = new int[train.size()];
        RandomStreams.permutation(new RandomStreams(settings.seed()).of("landscape-sample", 0), order);
        Dataset sample = train.select(order, 0, Math.min(SAMPLE, train.size()));
        return new Batch(sample.x(), sample.y(), null);
    }

    private synchronized Plane[] planes(Replica replica, Batch batch) {
        if (planes == null) {
            examples = batch.x.numRows;
            planes = new Plane[replica.arms()];
            for (int arm = 0; arm < planes.length; arm++) {
                if (!replica.diverged(arm)) {
                    Network network = replica.network(arm);
                    network.forward(batch.x, Mode.TRAIN);
                    network.backward(batch.y, batch.importance);
                    planes[arm] = Plane.through(network, settings);
                }
            }
        }
        return planes;
    }

    /** {@return the landscape; null until all of it is done} */
    Landscape result() {
        if (done.get() < total) {
            return null;
        }
        synchronized (this) {
            Plane[] through = planes;
            List<Landscape.OfArm> arms = IntStream.range(0, losses.length)
                    .mapToObj(arm -> through[arm] == null ? null : new Landscape.OfArm(losses[arm], through[arm]))
                    .toList();
            return new Landscape(settings, config, moment.step(), examples, arms);
        }
    }
}
