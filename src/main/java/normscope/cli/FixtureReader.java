package normscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.JsonValue;
import normscope.nn.Activation;
import normscope.nn.DecayScope;
import normscope.nn.LayerSpec;
import normscope.nn.Loss;
import normscope.nn.NetworkSpec;
import normscope.nn.Normalizer;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.nn.Parameter;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Reads a training problem in the fixtures' format: a whole fixture, an object with {@code spec}, or the bare spec.
 * Time and memory are bounded whatever the file holds; a wrong file gives one sentence that names the field.
 */
final class FixtureReader {

    /** A fixture has some 30 kB. This much may still become some hundred megabytes of objects. */
    static final int MAX_BYTES = 8_000_000;

    private static final int MAX_UNITS = 100_000;

    private FixtureReader() {}

    /**
     * Reads a file.
     *
     * @param file the fixture
     * @return the problem
     * @throws InvalidSettingException if the file is not a complete and correct fixture
     * @throws IOException if the file cannot be read
     */
    static ReplayProblem read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InvalidSettingException(
                    "The file",
                    String.format(Locale.ROOT, "is larger than %d MB; no fixture is.", MAX_BYTES / 1_000_000));
        }
        JsonValue whole = JsonValue.parseObject(bytes);
        JsonValue spec = whole.get("spec");
        return problem(spec.node().isMissingNode() ? whole : spec);
    }

    private static ReplayProblem problem(JsonValue spec) {
        spec.requireObject();
        NetworkSpec network = network(spec);
        JsonValue batches = spec.get("batches");
        List<ReplayProblem.Batch> list = new ArrayList<>();
        for (JsonValue batch : batches.elements()) {
            list.add(batch(network, batch.get("x"), batch.get("y")));
        }
        int[] schedule = new int[spec.get("schedule").size()];
        for (int i = 0; i < schedule.length; i++) {
            schedule[i] = spec.get("schedule").get(i).integerWithin(0, list.size() - 1);
        }
        if (schedule.length == 0) {
            throw spec.get("schedule").wrong("is empty; give the batch of at least one step.");
        }
        boolean all = spec.get("weight_decay_scope").choice("weights", "all").equals("all");
        return new ReplayProblem(
                network,
                optimizer(spec.get("optimizer")),
                spec.get("optimizer").get("lr").magnitude(),
                spec.get("weight_decay").magnitude(),
                all ? DecayScope.ALL : DecayScope.WEIGHTS,
                init(network, spec),
                list,
                schedule,
                report(network, spec.get("report"), schedule.length));
    }

    private static NetworkSpec network(JsonValue spec) {
        JsonValue sizes = spec.get("layers");
        if (sizes.size() < 2) {
            throw sizes.wrong(String.format(
                    Locale.ROOT, "has %d sizes; give at least the inputs and the outputs.", sizes.size()));
        }
        int count = sizes.size() - 1;
        Loss loss = switch (spec.get("loss").choice("bce", "softmax", "mse", "half_mse")) {
            case "bce" -> Loss.BCE;
            case "softmax" -> Loss.SOFTMAX;
            case "mse" -> Loss.MSE;
            default -> Loss.HALF_MSE;
        };
        Activation activation = switch (spec.get("activation").choice("relu", "tanh", "sigmoid")) {
            case "relu" -> Activation.RELU;
            case "tanh" -> Activation.TANH;
            default -> Activation.SIGMOID;
        };
        JsonValue norms = norms(spec);
        if (norms.size() != count) {
            throw norms.wrong(
                    String.format(Locale.ROOT, "has %d entries; give %d, one a weight layer.", norms.size(), count));
        }
        boolean unbiased = spec.get("running_var").choice("biased", "unbiased").equals("unbiased");
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            int units = sizes.get(l + 1).integerWithin(1, MAX_UNITS);
            JsonValue norm = norms.get(l);
            Activation own = l < count - 1 ? activation : Activation.IDENTITY;
            NormalizerSpec normalizer = normalizer(norm);
            if (normalizer instanceof NormalizerSpec.None) {
                layers.add(new LayerSpec(units, own));
            } else {
                boolean remembers = !normalizer
                        .create(1, NormalizerConstants.DEFAULT)
                        .buffers()
                        .isEmpty();
                // PyTorch's momentum is the weight of the new batch, the running decay that of the old value.
                double decay = remembers ? 1 - norm.get("momentum").numberWithin(0, 1) : 0;
                NormalizerConstants constants =
                        new NormalizerConstants(norm.get("eps").magnitude(), decay, unbiased);
                layers.add(new LayerSpec(units, own, normalizer, constants, true));
            }
        }
        if (loss == Loss.BCE) {
            sizes.get(count).integerWithin(1, 1);
        }
        return new NetworkSpec(sizes.get(0).integerWithin(1, MAX_UNITS), layers, loss, 0);
    }

    /** One entry a weight layer; {@code bn} is the older name, for a list that knows batch normalization only. */
    private static JsonValue norms(JsonValue spec) {
        return spec.get("norm").isAbsent() ? spec.get("bn") : spec.get("norm");
    }

    private static NormalizerSpec normalizer(JsonValue norm) {
        if (norm.isAbsent()) {
            return new NormalizerSpec.None();
        }
        if (norm.get("type").isAbsent()) {
            return new NormalizerSpec.Batch();
        }
        List<NormalizerSpec> kinds = NormalizerSpec.KINDS;
        String type =
                norm.get("type").choice(kinds.stream().map(NormalizerSpec::kind).toArray(String[]::new));
        return kinds.stream()
                .filter(kind -> kind.kind().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static OptimizerSpec optimizer(JsonValue optimizer) {
        String name = optimizer
                .get("name")
                .choice(
                        "sgd",
                        "momentum",
                        "rmsprop",
                        "adam",
                        "torch_sgd",
                        "torch_momentum",
                        "torch_rmsprop",
                        "torch_adam");
        // Only torch.optim has defaults that everybody knows.
        boolean torch = name.startsWith("torch_");
        return switch (name) {
            case "sgd", "torch_sgd" -> new OptimizerSpec.Sgd();
            case "momentum" -> new OptimizerSpec.Momentum(decay(optimizer.get("beta")));
            case "torch_momentum" -> new OptimizerSpec.TorchMomentum(decay(optimizer.get("beta")));
            case "rmsprop", "torch_rmsprop" ->
                new OptimizerSpec.RmsProp(
                        torch && optimizer.get("beta2").isAbsent() ? 0.99 : decay(optimizer.get("beta2")),
                        epsilon(optimizer, torch));
            default ->
                new OptimizerSpec.Adam(
                        torch && optimizer.get("beta1").isAbsent() ? 0.9 : decay(optimizer.get("beta1")),
                        torch && optimizer.get("beta2").isAbsent() ? 0.999 : decay(optimizer.get("beta2")),
                        epsilon(optimizer, torch));
        };
    }

    private static double decay(JsonValue beta) {
        double value = beta.magnitude();
        if (value >= 1) {
            throw beta.wrong("must be less than 1, not " + value + ".");
        }
        return value;
    }

    private static double epsilon(JsonValue optimizer, boolean torch) {
        return torch && optimizer.get("eps").isAbsent()
                ? 1e-8
                : optimizer.get("eps").magnitude();
    }

    private static List<ReplayProblem.LayerInit> init(NetworkSpec network, JsonValue spec) {
        JsonValue init = spec.get("init");
        int count = network.layers().size();
        if (init.size() != count) {
            throw init.wrong(
                    String.format(Locale.ROOT, "has %d entries; give %d, one a weight layer.", init.size(), count));
        }
        List<ReplayProblem.LayerInit> result = new ArrayList<>();
        int inputs = network.inputs();
        for (int l = 0; l < count; l++) {
            LayerSpec layer = network.layers().get(l);
            result.add(layerInit(layer, inputs, init.get(l), norms(spec).get(l)));
            inputs = layer.units();
        }
        return result;
    }

    private static ReplayProblem.LayerInit layerInit(LayerSpec layer, int inputs, JsonValue given, JsonValue norm) {
        int units = layer.units();
        DMatrixRMaj rows = given.get("W").matrix(units, "one an output", inputs, "one an input");
        DMatrixRMaj w = new DMatrixRMaj(inputs, units);
        CommonOps_DDRM.transpose(rows, w);
        Map<String, double[]> others = new HashMap<>();
        Normalizer normalizer = layer.normalizer().create(units, layer.constants());
        for (Parameter p : normalizer.parameters()) {
            others.put(p.name(), given.get(p.name()).vector(units, "one an output"));
        }
        if (normalizer.keepsBias()) {
            others.put("b", given.get("b").vector(units, "one an output"));
        } else if (!given.get("b").isAbsent()) {
            throw given.get("b").wrong("does not belong to a layer with batch normalization; take it out.");
        }
        if (normalizer.statistics().isEmpty()) {
            return new ReplayProblem.LayerInit(w, others, null, null);
        }
        JsonValue mean = norm.get("running_mean0");
        JsonValue var = norm.get("running_var0");
        double[] runningVar = var.isAbsent() ? filled(units, 1) : var.vector(units, "one an output");
        for (int j = 0; j < units; j++) {
            if (runningVar[j] < 0) {
                var.get(j).magnitude();
            }
        }
        double[] runningMean = mean.isAbsent() ? filled(units, 0) : mean.vector(units, "one an output");
        return new ReplayProblem.LayerInit(w, others, runningMean, runningVar);
    }

    private static double[] filled(int length, double value) {
        double[] result = new double[length];
        Arrays.fill(result, value);
        return result;
    }

    private static ReplayProblem.Batch batch(NetworkSpec network, JsonValue x, JsonValue y) {
        int rows = x.size();
        if (rows == 0) {
            throw x.wrong("is empty; give at least one example.");
        }
        int outputs = network.layers().get(network.layers().size() - 1).units();
        DMatrixRMaj features = x.matrix(rows, "one an example", network.inputs(), "one an input");
        DMatrixRMaj targets = switch (network.loss()) {
            case BCE -> labels(y, rows, 2);
            case SOFTMAX -> labels(y, rows, outputs);
            case MSE, HALF_MSE -> y.matrix(rows, "one an example of x", outputs, "one an output");
        };
        return new ReplayProblem.Batch(features, targets);
    }

    private static DMatrixRMaj labels(JsonValue y, int rows, int classes) {
        if (y.size() != rows) {
            throw y.wrong(String.format(Locale.ROOT, "has %d labels; give %d, one an example of x.", y.size(), rows));
        }
        DMatrixRMaj labels = new DMatrixRMaj(rows, 1);
        for (int i = 0; i < rows; i++) {
            labels.data[i] = y.get(i).label(classes);
        }
        return labels;
    }

    private static ReplayProblem.Report report(NetworkSpec network, JsonValue report, int steps) {
        List<Integer> evalAfter = steps(report.get("eval_after"), steps);
        return new ReplayProblem.Report(
                steps(report.get("params_after"), steps),
                evalAfter,
                report.get("trace_step").integerWithin(1, steps),
                evalAfter.isEmpty() ? null : batch(network, report.get("eval_x"), report.get("eval_y")));
    }

    private static List<Integer> steps(JsonValue list, int last) {
        Set<Integer> result = new LinkedHashSet<>();
        for (JsonValue step : list.elements()) {
            result.add(step.integerWithin(0, last));
        }
        return List.copyOf(result);
    }
}
