package normscope.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import normscope.cli.Workload;
import normscope.data.Dataset;
import normscope.math.Kernels;
import normscope.nn.DecayScope;
import normscope.nn.Init;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import normscope.nn.Optimizer;
import normscope.nn.Trainer;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One whole training step of one network: forward, loss, backward, update. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {

    /** The peers' workloads W1, W2 and W3. */
    @Param({"PLAYGROUND", "LESSON", "PAPER"})
    private Workload workload;

    /** Whether the hidden layers are normalized. */
    @Param({"false", "true"})
    private boolean normalized;

    /** Vector registers, or EJML. */
    @Param({"vector", "ejml"})
    private String kind;

    private DMatrixRMaj x;
    private DMatrixRMaj y;
    private Trainer trainer;

    /** Makes the network and one mini-batch. */
    @Setup
    public void prepare() {
        Dataset data = workload.data();
        int m = workload.batch();
        x = new DMatrixRMaj(m, data.inputs(), true, Arrays.copyOf(data.x().data, m * data.inputs()));
        y = new DMatrixRMaj(m, 1, true, Arrays.copyOf(data.y().data, m));
        Kernels kernels = kind.equals("vector") ? Kernels.create() : Kernels.portable();
        Network network = new Network(
                workload.network(normalized ? new NormalizerSpec.Batch() : new NormalizerSpec.None()), kernels);
        network.initialize(new Init.Xavier(), new SplittableRandom(1));
        trainer = new Trainer(network, new Optimizer(workload.optimizer(), network), 0, DecayScope.WEIGHTS);
    }

    /** The step, at a rate so small that the numbers stay what they are. */
    @Benchmark
    public double step() {
        return trainer.step(x, y, 1e-6);
    }
}
