package normscope.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.nn.Init;
import normscope.nn.OptimizerSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text form of an {@link ExperimentConfig}: JSON with a format name and a version. */
public final class ConfigJson {

    /** The value of the field {@code format}. */
    public static final String FORMAT = "normscope-experiment";

    /** The value of the field {@code version} that this program writes and reads. */
    public static final int VERSION = 1;

    /** No experiment file is nearly as large; larger ones are refused unread. */
    private static final int MAX_BYTES = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ConfigJson() {}

    /**
     * Writes an experiment as text.
     *
     * @param config the experiment
     * @return JSON that {@link #fromText} reads back to an equal experiment
     */
    public static String toText(ExperimentConfig config) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put("name", config.name()).put("seed", config.seed());
        DataConfig data = config.data();
        root.putObject("data")
                .put("kind", JsonValue.textOf(data.kind()))
                .put("points", data.points())
                .put("noise", data.noise())
                .put("testShare", data.testShare())
                .put("standardize", data.standardize());
        NetworkConfig network = config.network();
        ObjectNode networkNode = root.putObject("network");
        ArrayNode units = networkNode.putArray("hiddenUnits");
        network.hiddenUnits().forEach(units::add);
        networkNode.put("activation", JsonValue.textOf(network.activation()));
        ObjectNode init = networkNode
                .putObject("init")
                .put("kind", JsonValue.textOf(network.init().kind()));
        if (network.init().kind() == Init.Kind.NORMAL) {
            init.put("sd", network.init().sd());
        }
        putFlags(networkNode.putArray("normalizedWithout"), config.arms().get(0).batchNorm());
        putFlags(networkNode.putArray("normalizedWith"), config.arms().get(1).batchNorm());
        networkNode
                .put("epsilon", network.epsilon())
                .put("runningDecay", network.runningDecay())
                .put("unbiasedRunningVar", network.unbiasedRunningVar());
        TrainingConfig training = config.training();
        ObjectNode trainingNode = root.putObject("training");
        putOptimizer(trainingNode.putObject("optimizer"), training.optimizer());
        trainingNode
                .put("learningRate", training.learningRate())
                .put("batchSize", training.batchSize())
                .put("l2", training.l2())
                .put("dropout", training.dropout());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void putOptimizer(ObjectNode node, OptimizerSpec optimizer) {
        node.put("kind", optimizer.kind());
        optimizer.constants().forEach(node::put);
    }

    private static void putFlags(ArrayNode array, List<Boolean> flags) {
        flags.forEach(array::add);
    }

    /**
     * Reads an experiment from text.
     *
     * @param text JSON as {@link #toText} writes it
     * @return the experiment
     * @throws InvalidSettingException in one sentence that names the field, if anything is missing, unknown or wrong
     */
    public static ExperimentConfig fromText(String text) {
        return fromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ExperimentConfig fromBytes(byte[] text) {
        JsonValue root = JsonValue.parseObject(text);
        JsonValue format = root.get("format");
        if (format.isAbsent() || !format.text().equals(FORMAT)) {
            throw format.wrong("is not \"" + FORMAT + "\"; this is not an experiment of NormScope.");
        }
        // Asked for here: a file of its own must tell its version.
        root.get("version").integer();
        return read(root);
    }

    /**
     * Reads an experiment that stands in another file, or is one.
     *
     * @param root the object; {@code format} and {@code version} may be left out
     * @return the experiment
     * @throws InvalidSettingException in one sentence that names the field, if anything else is missing, unknown or
     *     wrong
     */
    public static ExperimentConfig read(JsonValue root) {
        root.requireObject();
        JsonValue version = root.get("version");
        if (!version.isAbsent() && version.integer() != VERSION) {
            throw version.wrong(String.format(
                    Locale.ROOT,
                    "is %d, but this program reads version %d; open the file with the NormScope that wrote it.",
                    version.integer(),
                    VERSION));
        }
        root.requireOnly("format", "version", "name", "seed", "data", "network", "training");
        String name = root.get("name").text();
        long seed = root.get("seed").integer();
        DataConfig data = data(root.get("data"));
        NetworkConfig network = network(root.get("network"));
        return new ExperimentConfig(
                name, seed, data, network, arms(root.get("network"), network.layers()), training(root.get("training")));
    }

    private static DataConfig data(JsonValue data) {
        data.requireOnly("kind", "points", "noise", "testShare", "standardize");
        return new DataConfig(
                data.get("kind").choice(List.of(DataKind.values())),
                data.get("points").smallInteger(),
                data.get("noise").number(),
                data.get("testShare").number(),
                data.get("standardize").flag());
    }

    private static NetworkConfig network(JsonValue network) {
        network.requireOnly(
                "hiddenUnits",
                "activation",
                "init",
                "normalizedWithout",
                "normalizedWith",
                "epsilon",
                "runningDecay",
                "unbiasedRunningVar");
        return new NetworkConfig(
                network.get("hiddenUnits").elements().stream()
                        .map(JsonValue::smallInteger)
                        .toList(),
                network.get("activation").choice(NetworkConfig.ACTIVATIONS),
                init(network.get("init")),
                network.get("epsilon").number(),
                network.get("runningDecay").number(),
                network.get("unbiasedRunningVar").flag());
    }

    private static List<ArmConfig> arms(JsonValue network, int layers) {
        return Stream.of("normalizedWithout", "normalizedWith")
                .map(field -> ArmConfig.batchNorm(flags(network, field, layers)))
                .toList();
    }

    private static List<Boolean> flags(JsonValue network, String field, int layers) {
        List<Boolean> flags =
                network.get(field).elements().stream().map(JsonValue::flag).toList();
        if (flags.size() != layers) {
            throw new InvalidSettingException(
                    "network." + field,
                    String.format(
                            Locale.ROOT,
                            "has %d entries but there are %d hidden layers; give one a layer.",
                            flags.size(),
                            layers));
        }
        return flags;
    }

    private static Init init(JsonValue init) {
        Init.Kind kind = init.get("kind").choice(List.of(Init.Kind.values()));
        if (kind != Init.Kind.NORMAL) {
            init.requireOnly("kind");
            return kind == Init.Kind.HE ? Init.he() : Init.xavier();
        }
        init.requireOnly("kind", "sd");
        double sd = init.get("sd").number();
        Check.above("network.init.sd", sd, 0, 100);
        return Init.normal(sd);
    }

    private static TrainingConfig training(JsonValue training) {
        training.requireOnly("optimizer", "learningRate", "batchSize", "l2", "dropout");
        return new TrainingConfig(
                optimizer(training.get("optimizer")),
                training.get("learningRate").number(),
                training.get("batchSize").smallInteger(),
                training.get("l2").number(),
                training.get("dropout").number());
    }

    private static OptimizerSpec optimizer(JsonValue optimizer) {
        String kind = optimizer
                .get("kind")
                .choice(OptimizerSpec.EXPERIMENTS.stream()
                        .map(OptimizerSpec::kind)
                        .toArray(String[]::new));
        OptimizerSpec result = OptimizerSpec.usual(kind);
        List<String> known = new ArrayList<>(List.of("kind"));
        known.addAll(result.constants().keySet());
        optimizer.requireOnly(known.toArray(String[]::new));
        for (String name : result.constants().keySet()) {
            double value = optimizer.get(name).number();
            if (name.equals("epsilon")) {
                Check.within("training.optimizer.epsilon", value, 0, 1);
            } else {
                Check.below("training.optimizer." + name, value, 0, 1);
            }
            result = result.with(name, value);
        }
        return result;
    }

    /**
     * Reads an experiment file.
     *
     * @param file the file
     * @return the experiment
     * @throws InvalidSettingException if its content is wrong
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    public static ExperimentConfig read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new IOException("The file cannot be read; check that it exists and may be read.", e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InvalidSettingException(
                    "The file",
                    String.format(
                            Locale.ROOT,
                            "is larger than %d bytes; this is not an experiment of NormScope.",
                            MAX_BYTES));
        }
        return fromBytes(bytes);
    }

    /**
     * Writes an experiment file: beside it first, then renamed, so that a crash leaves the old file or the new one.
     *
     * @param config the experiment
     * @param file the file to write or replace
     * @throws IOException if it cannot be written; the old file is then unchanged
     */
    public static void write(ExperimentConfig config, Path file) throws IOException {
        WholeFile.write(toText(config), file);
    }
}
