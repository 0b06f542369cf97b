package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import normscope.experiment.Check;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.nn.Activation;
import normscope.nn.LayerSpec;
import normscope.nn.NetworkSpec;
import normscope.nn.Normalizer;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.nn.Parameter;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A training problem with everything given: what {@code normscope replay} reads, from a whole fixture, an object with
 * {@code spec}, or the bare spec. Time and memory are bounded whatever the file holds; a wrong file gives one sentence
 * that names the field.
 */
final class ReplayProblem {

    /** A fixture has some 30 kB. This much may still become some hundred megabytes of objects. */
    private static final int MAX_BYTES = 8_000_000;

    private static final String AN_OUTPUT = "one an output";

    final FixtureFile file;
    final NetworkSpec network;
    final OptimizerSpec optimizer;
    final List<LayerInit> init = new ArrayList<>();
    final List<Batch> batches = new ArrayList<>();
    /** Null if nothing is to be evaluated. */
    final Batch evaluation;

    /**
     * A layer's first parameters and running statistics.
     *
     * @param w inputs x units
     * @param others what the layer uses beside the weights, by name, such as b or gamma
     * @param running the running statistics by name, such as mean
     */
    record LayerInit(DMatrixRMaj w, Map<String, double[]> others, Map<String, double[]> running) {}

    /** Examples x inputs, and their labels or targets. */
    record Batch(DMatrixRMaj x, DMatrixRMaj y) {}

    private ReplayProblem(FixtureFile file) {
        this.file = file;
        network = network();
        try {
            optimizer = file.optimizer().spec();
        } catch (InvalidSettingException e) {
            throw e.within("optimizer");
        }
        for (FixtureFile.Batch batch : file.batches()) {
            String field = "batches[" + batches.size() + "].";
            batches.add(batch(field + "x", batch.x(), field + "y", batch.y()));
        }
        sized("init", file.init().size(), "entries", network.layers().size(), "one a weight layer");
        for (int l = 0; l < file.init().size(); l++) {
            init.add(layerInit(l, file.init().get(l), file.norms().get(l)));
        }
        FixtureFile.Report report = file.report();
        evaluation = report.evalAfter().isEmpty()
                ? null
                : batch("report.eval_x", report.evalX(), "report.eval_y", report.evalY());
    }

    /** Reads a file; {@link InvalidSettingException} if it is not a complete and correct fixture. */
    static ReplayProblem read(Path path) throws IOException {
        return read(Json.bytes(path, MAX_BYTES));
    }

    /** The same of what a file holds. */
    static ReplayProblem read(byte[] bytes) {
        Check.that(
                bytes.length <= MAX_BYTES,
                "The file",
                String.format(Locale.ROOT, "is larger than %d MB; no fixture is.", MAX_BYTES / 1_000_000));
        ObjectNode whole = Json.parse(bytes);
        if (!whole.has("spec")) {
            return bind(whole);
        }
        try {
            return bind(whole.get("spec"));
        } catch (InvalidSettingException e) {
            throw e.within("spec");
        }
    }

    private static ReplayProblem bind(JsonNode spec) {
        return new ReplayProblem(Json.PLAIN.bind(spec, FixtureFile.class));
    }

    private NetworkSpec network() {
        int count = file.layers().size() - 1;
        sized(file.normField(), file.norms().size(), "entries", count, "one a weight layer");
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            Activation own = l < count - 1 ? file.activation() : Activation.IDENTITY;
            layers.add(layer(file.layers().get(l + 1), own, file.norms().get(l), file.normField() + "[" + l + "]."));
        }
        return new NetworkSpec(file.layers().get(0), layers, file.loss(), 0);
    }

    private LayerSpec layer(int units, Activation activation, FixtureFile.Norm norm, String field) {
        NormalizerSpec normalizer = normalizer(norm, field);
        if (normalizer instanceof NormalizerSpec.None) {
            return new LayerSpec(units, activation);
        }
        boolean fits = !(normalizer instanceof NormalizerSpec.Group group) || units % group.groups() == 0;
        Check.that(fits, field + "groups", "must divide the layer's " + units + " units.");
        double epsilon = normalizer.usesEpsilon() ? given(field + "eps", norm.eps()) : 0;
        boolean remembers =
                !normalizer.create(units, NormalizerConstants.DEFAULT).running().isEmpty();
        // PyTorch's momentum is the weight of the new batch, the running decay that of the old value.
        double decay = remembers ? 1 - given(field + "momentum", norm.momentum()) : 0;
        boolean unbiased = file.runningVar() == FixtureFile.VarianceName.UNBIASED;
        NormalizerConstants constants = new NormalizerConstants(epsilon, decay, unbiased);
        return new LayerSpec(units, activation, normalizer, constants, true);
    }

    private static NormalizerSpec normalizer(FixtureFile.Norm norm, String field) {
        if (norm == null) {
            return new NormalizerSpec.None();
        }
        try {
            return norm.spec();
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(field + e.field(), e.problem());
        }
    }

    private static double given(String field, Double value) {
        Check.that(value != null, field, "is missing; give a finite number.");
        return value;
    }

    private LayerInit layerInit(int l, FixtureFile.LayerInit given, FixtureFile.Norm norm) {
        int units = file.layers().get(l + 1);
        String field = "init[" + l + "].";
        DMatrixRMaj rows =
                matrix(field + "W", given.w(), units, AN_OUTPUT, file.layers().get(l), "one an input");
        DMatrixRMaj w = new DMatrixRMaj(rows.numCols, units);
        CommonOps_DDRM.transpose(rows, w);
        Map<String, double[]> others = new HashMap<>();
        LayerSpec layer = network.layers().get(l);
        Normalizer normalizer = layer.normalizer().create(units, layer.constants());
        for (Parameter p : normalizer.parameters()) {
            others.put(p.name(), vector(field + p.name(), given.others().get(p.name()), units));
        }
        if (normalizer.keepsBias()) {
            others.put("b", vector(field + "b", given.others().get("b"), units));
        } else {
            String by = layer.normalizer() instanceof NormalizerSpec.Batch
                    ? "with batch normalization"
                    : "whose normalizer leaves the bias out";
            Check.that(
                    !given.others().containsKey("b"),
                    field + "b",
                    "does not belong to a layer " + by + "; take it out.");
        }
        Map<String, double[]> running = new HashMap<>();
        normalizer.running().forEach((name, untrained) -> {
            double[] first = name.equals("mean") ? norm.runningMean() : norm.runningVar();
            String statistic = file.normField() + "[" + l + "].running_" + name + "0";
            running.put(name, first == null ? untrained : sized(statistic, first, units));
        });
        return new LayerInit(w, others, running);
    }

    private static double[] vector(String field, JsonNode given, int units) {
        Check.that(given != null, field, "is missing; give a list in [ ].");
        try {
            return sized("", Json.PLAIN.bind(given, double[].class), units);
        } catch (InvalidSettingException e) {
            throw e.within(field);
        }
    }

    private static double[] sized(String field, double[] given, int units) {
        sized(field, given.length, "entries", units, AN_OUTPUT);
        return given;
    }

    private static DMatrixRMaj matrix(
            String field, double[][] given, int rows, String rowMeaning, int columns, String columnMeaning) {
        Check.that(given != null, field, "is missing; give a list in [ ].");
        sized(field, given.length, "rows", rows, rowMeaning);
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            Check.that(given[i] != null, field + "[" + i + "]", "must be a list in [ ], not null.");
            sized(field + "[" + i + "]", given[i].length, "entries", columns, columnMeaning);
            System.arraycopy(given[i], 0, result.data, i * columns, columns);
        }
        return result;
    }

    private static void sized(String field, int size, String what, int expected, String meaning) {
        Check.that(
                size == expected,
                field,
                String.format(Locale.ROOT, "has %d %s; give %d, %s.", size, what, expected, meaning));
    }

    private Batch batch(String fieldX, double[][] x, String fieldY, JsonNode y) {
        Check.that(x != null, fieldX, "is missing; give a list in [ ].");
        Check.that(x.length > 0, fieldX, "is empty; give at least one example.");
        Check.that(y != null, fieldY, "is missing; give a list in [ ].");
        DMatrixRMaj features = matrix(fieldX, x, x.length, "one an example", network.inputs(), "one an input");
        int outputs = file.layers().get(file.layers().size() - 1);
        try {
            return new Batch(
                    features,
                    switch (network.loss()) {
                        case BCE -> labels(y, x.length, 2);
                        case SOFTMAX -> labels(y, x.length, outputs);
                        case MSE, HALF_MSE ->
                            matrix(
                                    "",
                                    Json.PLAIN.bind(y, double[][].class),
                                    x.length,
                                    "one an example of x",
                                    outputs,
                                    AN_OUTPUT);
                    });
        } catch (InvalidSettingException e) {
            throw e.within(fieldY);
        }
    }

    private static DMatrixRMaj labels(JsonNode y, int rows, int classes) {
        double[] labels = Json.PLAIN.bind(y, double[].class);
        sized("", labels.length, "labels", rows, "one an example of x");
        for (int i = 0; i < rows; i++) {
            Check.that(
                    labels[i] == Math.rint(labels[i]) && labels[i] >= 0 && labels[i] < classes,
                    "[" + i + "]",
                    String.format(
                            Locale.ROOT,
                            "must be a class number from 0 to %d, not %s.",
                            classes - 1,
                            y.get(i).asString()));
        }
        return new DMatrixRMaj(rows, 1, true, labels);
    }
}
