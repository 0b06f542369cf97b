package normscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import normscope.experiment.InvalidSettingException;
import normscope.nn.DecayScope;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.Optimizer;
import normscope.nn.Parameter;
import normscope.nn.Trainer;
import org.ejml.data.DMatrixRMaj;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trains a given problem with the network, optimizer and trainer that the window uses, and writes down what happens in
 * the layout of a fixture's {@code expected}.
 */
final class Replay {

    private final ReplayProblem problem;
    private final FixtureFile file;
    private final double l2;
    private final DecayScope scope;
    private final Set<Integer> paramsReported;
    private final Set<Integer> evaluated;
    private final Network network;
    private final Trainer trainer;
    private final ObjectNode result = JsonMapper.shared().createObjectNode();
    private final ArrayNode losses = result.putArray("loss");
    private final ArrayNode totals = result.putArray("loss_total");
    private final ArrayNode firstGradients =
            result.putObject("first_step_gradients").putArray("layers");
    private final ObjectNode trace = result.putObject("trace");
    private final ObjectNode paramsAfter = result.putObject("params_after");
    private final ObjectNode runningAfter = result.putObject("running_after");
    private final ObjectNode eval = result.putObject("eval");

    private Replay(ReplayProblem problem) {
        this.problem = problem;
        file = problem.file;
        l2 = file.weightDecay();
        scope = file.scope();
        paramsReported = Set.copyOf(file.report().paramsAfter());
        evaluated = Set.copyOf(file.report().evalAfter());
        network = new Network(problem.network);
        for (int l = 0; l < network.layerCount(); l++) {
            Layer layer = network.layer(l);
            ReplayProblem.LayerInit init = problem.init.get(l);
            layer.w().setTo(init.w());
            for (Parameter p : others(layer)) {
                System.arraycopy(init.others().get(p.name()), 0, p.value(), 0, layer.units());
            }
            layer.normalizer()
                    .running()
                    .forEach((name, values) -> System.arraycopy(init.running().get(name), 0, values, 0, values.length));
        }
        Optimizer optimizer = new Optimizer(problem.optimizer, network);
        trainer = new Trainer(network, optimizer, l2, scope);
    }

    /** What the layer uses beside its weights. */
    private static List<Parameter> others(Layer layer) {
        return layer.parameters().stream().skip(1).filter(Parameter::active).toList();
    }

    /**
     * {@return the numbers of a problem's training; refused if it leaves the finite numbers, which JSON cannot hold}
     */
    static ObjectNode run(ReplayProblem problem) {
        Replay replay = new Replay(problem);
        replay.report(0);
        for (int step = 1; step <= replay.file.schedule().size(); step++) {
            replay.step(step);
        }
        return replay.result;
    }

    private void step(int step) {
        ReplayProblem.Batch batch = problem.batches.get(file.schedule().get(step - 1));
        double penalty = network.penalty(l2, scope);
        double loss = trainer.step(batch.x(), batch.y(), file.optimizer().lr());
        requireFinite(loss, step, "training");
        losses.add(loss);
        totals.add(loss + penalty);
        // The step has changed the parameters, but values and gradients are still those of its passes.
        if (step == 1) {
            for (int l = 0; l < network.layerCount(); l++) {
                gradients(network.layer(l), problem.init.get(l), firstGradients.addObject());
            }
        }
        if (step == file.report().traceStep()) {
            trace(step);
        }
        report(step);
    }

    private void requireFinite(double loss, int step, String what) {
        int layer = network.firstNonFiniteLayer();
        if (layer >= 0 || !Double.isFinite(loss)) {
            throw notFinite(String.format(
                    Locale.ROOT,
                    "%s at step %d, first in layer %d",
                    what,
                    step,
                    layer >= 0 ? layer + 1 : network.layerCount()));
        }
    }

    private static InvalidSettingException notFinite(String where) {
        return new InvalidSettingException(
                "spec",
                "makes the network leave the finite numbers (" + where
                        + "); lower the learning rate or mend the values.");
    }

    private void gradients(Layer layer, ReplayProblem.LayerInit init, ObjectNode to) {
        // dW is inputs x units, the format's W units x inputs.
        putTransposed(to.putArray("dW"), layer.dW());
        for (Parameter p : others(layer)) {
            put(to.putArray("d" + p.name()), p.gradient());
        }
        if (layer.normalizer().changesZ()) {
            put(to.putArray("dz_norm"), layer.normalizer().dZNorm());
        }
        put(to.putArray("dz"), layer.dZ());
        put(to.putArray("dz_tilde"), layer.dZTilde());
        if (l2 > 0) {
            DMatrixRMaj total = layer.dW().copy();
            add(l2, init.w().data, total.data);
            putTransposed(to.putArray("dW_total"), total);
            for (Parameter p : others(layer)) {
                double own = p.decays(scope) ? l2 : 0;
                double[] values = init.others().get(p.name());
                put(
                        to.putArray("d" + p.name() + "_total"),
                        add(own, values, p.gradient().clone()));
            }
        }
    }

    private static double[] add(double factor, double[] values, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * values[i];
        }
        return to;
    }

    private void trace(int step) {
        trace.put("step", step);
        ArrayNode layers = trace.putArray("layers");
        for (int l = 0; l < network.layerCount(); l++) {
            Layer layer = network.layer(l);
            ObjectNode to = layers.addObject();
            put(to.putArray("z"), layer.z());
            layer.normalizer().passStatistics().forEach((name, values) -> put(to.putArray(name), values));
            layer.normalizer().passTables().forEach((name, rows) -> {
                ArrayNode table = to.putArray(name);
                for (double[] row : rows) {
                    put(table.addArray(), row);
                }
            });
            if (layer.normalizer().changesZ()) {
                put(to.putArray("z_norm"), layer.normalizer().zNorm());
            }
            put(to.putArray("z_tilde"), layer.zTilde());
            put(to.putArray("a"), layer.a());
        }
        put(
                trace.putArray("output"),
                output(network.layer(network.layerCount() - 1).a()));
    }

    private DMatrixRMaj output(DMatrixRMaj logits) {
        DMatrixRMaj output = new DMatrixRMaj(0, 0);
        problem.network.loss().output(logits, output);
        return output;
    }

    private void report(int step) {
        if (paramsReported.contains(step)) {
            parameters(paramsAfter.putArray(Integer.toString(step)));
            running(runningAfter.putArray(Integer.toString(step)));
        }
        if (evaluated.contains(step)) {
            evaluate(step);
        }
    }

    private void parameters(ArrayNode to) {
        for (int l = 0; l < network.layerCount(); l++) {
            Layer layer = network.layer(l);
            ObjectNode node = to.addObject();
            putTransposed(node.putArray("W"), layer.w());
            for (Parameter p : others(layer)) {
                put(node.putArray(p.name()), p.value());
            }
        }
    }

    private void running(ArrayNode to) {
        for (int l = 0; l < network.layerCount(); l++) {
            Map<String, double[]> statistics = network.layer(l).normalizer().running();
            if (statistics.isEmpty()) {
                to.addNull();
            } else {
                ObjectNode node = to.addObject();
                statistics.forEach((name, values) -> put(node.putArray(name), values));
            }
        }
    }

    private void evaluate(int step) {
        ReplayProblem.Batch set = problem.evaluation;
        DMatrixRMaj logits = network.forward(set.x(), Mode.EVAL);
        double loss = network.loss(set.y());
        requireFinite(loss, step, "evaluation");
        ObjectNode node = eval.putObject(Integer.toString(step));
        put(node.putArray("logits"), logits);
        put(node.putArray("output"), output(logits));
        node.put("loss", loss);
    }

    private static void add(ArrayNode to, double value) {
        if (!Double.isFinite(value)) {
            throw notFinite("in a gradient or a parameter");
        }
        to.add(value);
    }

    private static void put(ArrayNode to, double[] values) {
        for (double v : values) {
            add(to, v);
        }
    }

    private static void put(ArrayNode to, DMatrixRMaj values) {
        for (int i = 0; i < values.numRows; i++) {
            ArrayNode row = to.addArray();
            for (int j = 0; j < values.numCols; j++) {
                add(row, values.get(i, j));
            }
        }
    }

    private static void putTransposed(ArrayNode to, DMatrixRMaj values) {
        for (int j = 0; j < values.numCols; j++) {
            ArrayNode row = to.addArray();
            for (int i = 0; i < values.numRows; i++) {
                add(row, values.get(i, j));
            }
        }
    }
}
