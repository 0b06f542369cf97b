package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In steady state a training step allocates nothing, by the count of the virtual machine itself. It is one of its own:
 * what other tests have run there decides how the compiler treats the vectors. It compiles in the foreground, else what
 * is compiled together, and with it whether vectors become objects, would depend on the machine's load.
 */
class AllocationTest {

    private static final int STEPS = 300;
    private static final int OUTPUTS = 3;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aTrainingStepAllocatesNothing(int network) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xbatch",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AllocationTest.class.getName(),
                        String.valueOf(network))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).isEqualToIgnoringNewLines("0");
    }

    /**
     * Prints the bytes that the last of the steps allocated.
     *
     * @param args which network, from 0
     */
    public static void main(String[] args) {
        System.out.println(
                switch (Integer.parseInt(args[0])) {
                    case 0 -> allocated(Activation.RELU, Loss.BCE, new OptimizerSpec.Momentum(), 0.0);
                    case 1 -> allocated(Activation.TANH, Loss.MSE, new OptimizerSpec.RmsProp(), 0.2);
                    case 2 -> allocated(Activation.SIGMOID, Loss.SOFTMAX, new OptimizerSpec.Adam(), 0.0);
                    case 3 -> allocated(layers(NormalizerSpec.EXPERIMENTS), Loss.SOFTMAX, new OptimizerSpec.Sgd());
                    case 4 -> allocated(layers(others()), Loss.SOFTMAX, new OptimizerSpec.Sgd());
                    default -> {
                        List<LayerSpec> noisy =
                                layers(List.of(new NormalizerSpec.Batch())).layers();
                        yield allocated(
                                new NetworkSpec(3, noisy, Loss.SOFTMAX, 0, 1), Loss.SOFTMAX, new OptimizerSpec.Sgd());
                    }
                });
    }

    /** What experiments have not, and batch norm in chunks. */
    private static List<NormalizerSpec> others() {
        List<NormalizerSpec> others = new ArrayList<>(NormalizerSpec.KINDS);
        others.removeAll(NormalizerSpec.EXPERIMENTS);
        others.add(new NormalizerSpec.Batch(16));
        return others;
    }

    /** One hidden layer of each kind. */
    private static NetworkSpec layers(List<NormalizerSpec> kinds) {
        List<LayerSpec> layers = new ArrayList<>();
        for (NormalizerSpec kind : kinds) {
            boolean on = !(kind instanceof NormalizerSpec.None);
            layers.add(new LayerSpec(30, Activation.TANH, kind, NormalizerConstants.DEFAULT, on));
        }
        layers.add(new LayerSpec(OUTPUTS, Activation.IDENTITY));
        return new NetworkSpec(3, layers, Loss.SOFTMAX, 0);
    }

    private static long allocated(Activation activation, Loss loss, OptimizerSpec optimizer, double dropout) {
        int outputs = loss == Loss.BCE ? 1 : OUTPUTS;
        // Sizes with and without a rest after whole vectors and register blocks.
        int[] sizes = {3, 32, 30, outputs};
        return allocated(Samples.spec(sizes, activation, loss, dropout, true), loss, optimizer);
    }

    private static long allocated(NetworkSpec spec, Loss loss, OptimizerSpec optimizer) {
        int outputs = loss == Loss.BCE ? 1 : OUTPUTS;
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
        return allocated;
    }
}
