package normscope.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import normscope.math.Gaussian;
import normscope.nn.Activation;
import normscope.nn.DecayScope;
import normscope.nn.Init;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.Optimizer;
import normscope.nn.OptimizerSpec;
import normscope.nn.Trainer;
import org.ejml.data.DMatrixRMaj;

/** A run of what experiments do not have: some normalizers, losses and an optimizer are for comparing alone. */
final class BareRun {

    private static final int EXAMPLES = 60;
    private static final int BATCH = 12;
    private static final double RATE = 0.02;

    private BareRun() {}

    static Recording record(NormalizerSpec normalizer, OptimizerSpec optimizer, Loss loss, int steps) {
        int outputs = loss == Loss.BCE ? 1 : 3;
        LayerSpec hidden =
                new LayerSpec(6, Activation.TANH, normalizer, new NormalizerConstants(1e-4, 0.8, false), true);
        NetworkSpec spec =
                new NetworkSpec(4, List.of(hidden, hidden, new LayerSpec(outputs, Activation.IDENTITY)), loss, 0);
        SplittableRandom random = new SplittableRandom(5);
        DMatrixRMaj x = drawn(EXAMPLES, 4, random);
        DMatrixRMaj y = loss == Loss.MSE || loss == Loss.HALF_MSE
                ? drawn(EXAMPLES, outputs, random)
                : labels(loss == Loss.BCE ? 2 : outputs);
        Network network = new Network(spec);
        network.initialize(new Init.Xavier(), random);
        network.drawBiases(0.5, random);
        Trainer trainer = new Trainer(network, new Optimizer(optimizer, network), 0.01, DecayScope.WEIGHTS);

        Map<String, Npy> arrays = new LinkedHashMap<>();
        List<List<Integer>> biases = Tape.addWeights(arrays, List.of(network));
        Tape tape = new Tape(new DistinctExamples(x, y), 1, steps, BATCH);
        for (int step = 0; step < steps; step++) {
            int from = step * BATCH % EXAMPLES;
            DMatrixRMaj batchX = rows(x, from);
            DMatrixRMaj batchY = rows(y, from);
            tape.add(batchX, batchY, null, new double[] {trainer.step(batchX, batchY, RATE)});
        }
        tape.addTo(arrays, loss);
        int[] all = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            all[i] = i;
        }
        arrays.put("train", Npy.of(all, EXAMPLES));
        arrays.put("test_x", Npy.of(x.data, EXAMPLES, 4));
        arrays.put("test_y", Tape.labels(y.data, EXAMPLES, loss));
        network.forward(x, Mode.EVAL);
        double end = network.loss(y);
        arrays.put("rounding", Npy.of(new double[1], 1));
        arrays.put("eval", Npy.of(new double[] {end, 0, end, 0}, 1, 2, 2));
        Recording.Arm arm = new Recording.Arm(
                normalizer.kind(), spec, optimizer, new Recording.Rates(RATE, RATE), 0.01, 0.01, biases.get(0));
        return new Recording("", List.of(arm), List.of(), List.of(0, 1), tape.features(), arrays, 0, 0);
    }

    private static DMatrixRMaj drawn(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj drawn = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < drawn.getNumElements(); i++) {
            drawn.data[i] = Gaussian.next(random);
        }
        return drawn;
    }

    private static DMatrixRMaj labels(int classes) {
        DMatrixRMaj labels = new DMatrixRMaj(EXAMPLES, 1);
        for (int i = 0; i < EXAMPLES; i++) {
            labels.data[i] = i % classes;
        }
        return labels;
    }

    private static DMatrixRMaj rows(DMatrixRMaj all, int from) {
        DMatrixRMaj some = new DMatrixRMaj(BATCH, all.numCols);
        System.arraycopy(all.data, from * all.numCols, some.data, 0, some.getNumElements());
        return some;
    }
}
