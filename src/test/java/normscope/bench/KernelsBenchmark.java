package normscope.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import normscope.math.Gaussian;
import normscope.math.Kernels;
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

/** The matrix products and elementary functions at the workloads' sizes; 2 m k n / time is a product's flop/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class KernelsBenchmark {

    /** Rows of A, columns of A, columns of B: hidden layers of the paper, lesson and playground workloads. */
    @Param({"60x100x100", "64x32x32", "32x8x8"})
    private String size;

    /** Vector registers, or EJML. */
    @Param({"vector", "ejml"})
    private String kind;

    private final DMatrixRMaj result = new DMatrixRMaj(0, 0);
    private Kernels kernels;
    private DMatrixRMaj a;
    private DMatrixRMaj aTransposed;
    private DMatrixRMaj b;
    private DMatrixRMaj bTransposed;
    private double[] values;

    /** Makes the operands. */
    @Setup
    public void prepare() {
        kernels = kind.equals("vector") ? Kernels.create() : Kernels.portable();
        String[] sizes = size.split("x");
        int m = Integer.parseInt(sizes[0]);
        int k = Integer.parseInt(sizes[1]);
        int n = Integer.parseInt(sizes[2]);
        a = random(m, k);
        aTransposed = random(k, m);
        b = random(k, n);
        bTransposed = random(n, k);
        values = new double[m * n];
    }

    private static DMatrixRMaj random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        DMatrixRMaj x = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] = Gaussian.next(random);
        }
        return x;
    }

    /** A B. */
    @Benchmark
    public DMatrixRMaj mult() {
        kernels.mult(a, b, result);
        return result;
    }

    /** The transpose of A times B. */
    @Benchmark
    public DMatrixRMaj multTransA() {
        kernels.multTransA(aTransposed, b, result);
        return result;
    }

    /** A times the transpose of B. */
    @Benchmark
    public DMatrixRMaj multTransB() {
        kernels.multTransB(a, bTransposed, result);
        return result;
    }

    /** tanh of as many values as A has. */
    @Benchmark
    public double[] tanh() {
        kernels.tanh(a.data, values, Math.min(values.length, a.getNumElements()));
        return values;
    }

    /** The logistic function of as many values as A has. */
    @Benchmark
    public double[] sigmoid() {
        kernels.sigmoid(a.data, values, Math.min(values.length, a.getNumElements()));
        return values;
    }
}
