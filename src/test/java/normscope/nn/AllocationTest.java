package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In steady state a training step allocates nothing, by the count of the virtual machine itself. */
class AllocationTest {

    private static final int STEPS = 300;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    static List<Arguments> networks() {
        List<Arguments> result = new ArrayList<>();
        result.add(Arguments.of(Activation.RELU, Loss.BCE, new OptimizerSpec.Momentum(), 0.0));
        result.add(Arguments.of(Activation.TANH, Loss.MSE, new OptimizerSpec.RmsProp(), 0.2));
        result.add(Arguments.of(Activation.SIGMOID, Loss.SOFTMAX, new OptimizerSpec.Adam(), 0.0));
        return result;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aTrainingStepAllocatesNothing(Activation activation, Loss loss, OptimizerSpec optimizer, double dropout) {
        int outputs = loss == Loss.BCE ? 1 : 3;
        // Sizes with and without a rest after whole vectors and register blocks.
        NetworkSpec spec = Samples.spec(new int[] {3, 32, 30, outputs}, activation, loss, dropout, true);
        Network network = Samples.network(spec, 1);
        Trainer trainer = new Trainer(network, new Optimizer(optimizer, network), 1e-4, DecayScope.ALL);
        DMatrixRMaj x = Samples.matrix(63, 3, 2);
        DMatrixRMaj y = Samples.targets(loss, 63, outputs, 3);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();

        // Vectors are objects until the compiler has seen the code; how long that takes depends on the machine's load.
        long allocated = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (allocated > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < STEPS; i++) {
                trainer.step(x, y, 1e-3);
            }
            allocated = threads.getThreadAllocatedBytes(self) - before;
        }
        assertThat(allocated).isZero();
    }
}
