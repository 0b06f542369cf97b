package normscope.instrument.update;

import java.util.Optional;
import java.util.stream.IntStream;
import normscope.chart.NetworkDrawing;
import normscope.experiment.Arms;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.NetworkSketch;
import normscope.instrument.Replica;
import normscope.instrument.formula.FormulaNumbers;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.Loss;
import normscope.nn.Network;
import normscope.nn.Parameter;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The step that the trainer makes from a moment, made on networks of its own: by the same code from the same state, so
 * its numbers are those of the running networks bit for bit. Afterwards these hold all values and gradients of the pass
 * and the parameters after the update; those before it are kept beside them.
 */
public final class OneUpdate {

    private final Experiment experiment;
    private final Arms<Network> before;
    private Snapshot snapshot;

    public OneUpdate(ExperimentConfig config) {
        experiment = new Experiment(config);
        experiment.keepToOneThread();
        before = Arms.make(config.arms().size(), arm -> new Network(Experiment.networkSpec(config, arm)));
    }

    /** {@return the step that a living experiment makes next; nothing of it changes} */
    public static OneUpdate of(Experiment living) {
        OneUpdate update = new OneUpdate(living.config());
        update.make(living.snapshot());
        return update;
    }

    public ExperimentConfig config() {
        return experiment.config();
    }

    /** Makes the step from a moment of the experiment; nothing if that is the one that was made last. */
    public void make(Snapshot moment) {
        if (moment == snapshot) {
            return;
        }
        snapshot = moment;
        experiment.restore(moment);
        for (int arm = 0; arm < before.size(); arm++) {
            Replica.restore(before.get(arm), moment.arm(arm));
        }
        experiment.advance();
    }

    /** {@return whether an arm has left the finite numbers before the step or in it} */
    public boolean diverged(int arm) {
        return experiment.divergence(arm) != null;
    }

    /** {@return the rate with which the step changes a layer's weights; of the other parameters, of layer -1} */
    public double rate(int arm, int layer) {
        return layer < 0 ? experiment.learningRate(arm) : experiment.weightsRate(arm, layer);
    }

    /** {@return a network with the values and gradients of the step, and the parameters after it} */
    public Network after(int arm) {
        return experiment.network(arm);
    }

    /** {@return a network with the parameters before the step, in which nothing has been computed} */
    public Network before(int arm) {
        return before.get(arm);
    }

    /**
     * The numbers of one unit.
     *
     * @param arm which arm, from 0; must not have diverged
     * @param layer from 0, the output layer last
     * @param wantedUnit from 0; where there are fewer, the remainder
     * @param wantedExample from 0; where there are fewer, the last
     * @return copies
     */
    public UnitUpdate unit(int arm, int layer, int wantedUnit, int wantedExample) {
        Network network = after(arm);
        Layer l = network.layer(layer);
        Layer old = before(arm).layer(layer);
        int unit = Math.floorMod(wantedUnit, l.units());
        int m = l.z().numRows;
        int example = Math.min(wantedExample, m - 1);
        boolean output = layer == network.layerCount() - 1;
        double[] dW = FormulaNumbers.column(l.dW(), unit);
        int from = IntStream.range(0, dW.length)
                .reduce((a, b) -> Math.abs(dW[b]) > Math.abs(dW[a]) ? b : a)
                .orElseThrow();
        return new UnitUpdate(
                config(),
                config().training(arm),
                experiment.learningRate(arm),
                experiment.weightsRate(arm, layer),
                experiment.weightsL2(layer),
                batch(),
                layer,
                unit,
                l.units(),
                example,
                formula(arm, layer, unit),
                FormulaNumbers.column(l.z(), unit),
                FormulaNumbers.column(l.zTilde(), unit),
                noise(l, example, unit),
                FormulaNumbers.column(l.a(), unit),
                FormulaNumbers.column(l.dZTilde(), unit),
                FormulaNumbers.column(l.dZ(), unit),
                row(l.input(), example),
                from,
                FormulaNumbers.column(l.input(), from),
                FormulaNumbers.column(old.w(), unit),
                FormulaNumbers.column(l.w(), unit),
                dW,
                l.normalizer().keepsBias() ? change(old, l, "b", unit) : null,
                l.normalized() ? change(old, l, "gamma", unit) : null,
                l.normalized() ? change(old, l, "beta", unit) : null,
                l.addedToZ(),
                output ? null : next(arm, layer, unit, example),
                answer(arm, output ? unit : 0, example));
    }

    private static UnitUpdate.Noise noise(Layer layer, int example, int unit) {
        if (!layer.noisy()) {
            return null;
        }
        double scale = layer.noiseScale().get(example, unit);
        double got = layer.activated().get(example, unit);
        return new UnitUpdate.Noise(scale, got - scale * layer.zTilde().get(example, unit));
    }

    private int batch() {
        return (int) (snapshot.step() % experiment.stepsPerEpoch()) + 1;
    }

    private FormulaNumbers formula(int arm, int layer, int unit) {
        Network network = after(arm);
        if (network.layer(layer).normalizer().statistics().isEmpty()) {
            return null;
        }
        var old = before(arm).layer(layer).normalizer();
        double epsilon = config().network().epsilon();
        return FormulaNumbers.of(
                network, snapshot.step(), batch(), epsilon, layer, unit, old.gamma()[unit], old.beta()[unit]);
    }

    /** What a step does to a parameter of a unit; null if the layer has none of that name. */
    private static UnitUpdate.Change change(Layer old, Layer now, String name, int unit) {
        return parameter(now, name)
                .map(after -> new UnitUpdate.Change(
                        parameter(old, name).orElseThrow().value()[unit], after.gradient()[unit], after.value()[unit]))
                .orElse(null);
    }

    private static Optional<Parameter> parameter(Layer layer, String name) {
        return layer.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private UnitUpdate.Next next(int arm, int layer, int unit, int example) {
        Layer next = after(arm).layer(layer + 1);
        double[] weights = row(before(arm).layer(layer + 1).w(), unit);
        double a = after(arm).layer(layer).a().unsafe_get(example, unit);
        double handed = next.input().unsafe_get(example, unit);
        return new UnitUpdate.Next(weights, row(next.dZ(), example), a == 0 ? 1 : handed / a);
    }

    private UnitUpdate.Answer answer(int arm, int unit, int example) {
        Network network = after(arm);
        DMatrixRMaj logits = network.layer(network.layerCount() - 1).a();
        DMatrixRMaj y = experiment.batchLabels();
        Loss loss = network.spec().loss();
        DMatrixRMaj probabilities = new DMatrixRMaj(0, 0);
        loss.output(logits, probabilities);
        double[] losses = IntStream.range(0, y.numRows)
                .mapToDouble(i -> loss.value(
                        new DMatrixRMaj(1, logits.numCols, true, row(logits, i)),
                        new DMatrixRMaj(1, 1, true, y.data[i])))
                .toArray();
        double[] importance = experiment.batchImportance();
        return new UnitUpdate.Answer(
                row(logits, example),
                probabilities.unsafe_get(example, unit),
                (int) y.data[example],
                losses,
                experiment.batchLoss(arm),
                importance == null ? 1 : importance[example]);
    }

    private static double[] row(DMatrixRMaj x, int row) {
        return CommonOps_DDRM.extractRow(x, row, null).data;
    }

    /** The network with this step's gradients, without a pass through it; an example's values fill the circles. */
    public NetworkDrawing drawing(int arm, int layer, int unit, int example) {
        Network network = after(arm);
        NetworkSketch.Of z = (l, j) -> strength(network.layer(l - 1).z(), j, example);
        NetworkSketch.Of a =
                (l, j) -> l == 0 ? 0 : strength(network.layer(l - 1).a(), j, example);
        NetworkSketch sketch = new NetworkSketch(before(arm), unit);
        BatchStatistics statistics =
                network.layer(layer).normalizer().statistics().orElse(null);
        int u = Math.floorMod(unit, network.layer(layer).units());
        var old = before(arm).layer(layer).normalizer();
        NetworkDrawing.Box box = statistics == null
                ? null
                : new NetworkDrawing.Box(
                        statistics.batchMean()[u], Math.sqrt(statistics.batchVar()[u]), old.gamma()[u], old.beta()[u]);
        return new NetworkDrawing(arm, sketch.layers(z, a, network), layer + 1, box, null);
    }

    /** The size of an example's value beside that of the layer's largest. */
    private static double strength(DMatrixRMaj x, int unit, int example) {
        int row = Math.min(example, x.numRows - 1);
        double most = 0;
        for (int j = 0; j < x.numCols; j++) {
            most = Math.max(most, Math.abs(x.unsafe_get(row, j)));
        }
        return most == 0 ? 0 : Math.abs(x.unsafe_get(row, unit)) / most;
    }
}
