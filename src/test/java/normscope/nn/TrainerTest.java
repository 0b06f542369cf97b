package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private final DMatrixRMaj x = Samples.matrix(10, 2, 1);
    private final DMatrixRMaj y = Samples.targets(Loss.BCE, 10, 1, 2);

    private static Network network(boolean... normalized) {
        return Samples.network(Samples.spec(new int[] {2, 6, 1}, Activation.SIGMOID, Loss.BCE, 0, normalized), 3);
    }

    @Test
    void aStepIsForwardLossBackwardUpdateAndRunningStatistics() {
        Network network = network(true);
        Network byHand = network(true);
        Trainer trainer = new Trainer(network, new Optimizer(new OptimizerSpec.Adam(), network), 0.1, DecayScope.ALL);
        Optimizer optimizer = new Optimizer(new OptimizerSpec.Adam(), byHand);
        for (int i = 0; i < 3; i++) {
            double loss = trainer.step(x, y, 0.05);
            byHand.forward(x, Mode.TRAIN);
            assertThat(loss).isEqualTo(byHand.loss(y));
            byHand.backward(y);
            byHand.updateRunningStatistics();
            optimizer.step(0.05, 0.1, DecayScope.ALL);
            assertThat(Samples.state(network)).containsExactly(Samples.state(byHand));
        }
    }

    @Test
    void theLossFalls() {
        Network network = network(true);
        Trainer trainer = new Trainer(network, new Optimizer(new OptimizerSpec.Sgd(), network), 0, DecayScope.WEIGHTS);
        for (int i = 0; i < 10; i++) {
            y.data[i] = x.get(i, 0) > x.get(i, 1) ? 1 : 0;
        }
        double first = trainer.step(x, y, 0.5);
        for (int i = 0; i < 500; i++) {
            trainer.step(x, y, 0.5);
        }
        assertThat(trainer.step(x, y, 0.5)).isLessThan(0.3 * first);
    }

    @Test
    void aStepThatLeavesTheFiniteNumbersChangesNothing() {
        Network network = network(true);
        network.layer(1).b()[0] = Double.NaN;
        double[] before = Samples.state(network);
        Trainer trainer = new Trainer(network, new Optimizer(new OptimizerSpec.Sgd(), network), 0, DecayScope.WEIGHTS);
        assertThat(trainer.step(x, y, 0.5)).isNaN();
        assertThat(Samples.state(network)).containsExactly(before);
        assertThat(network.firstNonFiniteLayer()).isEqualTo(1);
    }

    @Test
    void anInfinityHiddenByTheActivationStopsTheStepToo() {
        Network network = network();
        network.layer(0).b()[0] = Double.POSITIVE_INFINITY;
        double[] before = Samples.state(network);
        Trainer trainer = new Trainer(network, new Optimizer(new OptimizerSpec.Sgd(), network), 0, DecayScope.WEIGHTS);
        assertThat(trainer.step(x, y, 0.5)).isNaN();
        assertThat(Samples.state(network)).containsExactly(before);
    }
}
