package normscope.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
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
                .put("kind", JsonFields.textOf(data.kind()))
                .put("points", data.points())
                .put("noise", data.noise())
                .put("testShare", data.testShare())
                .put("standardize", data.standardize());
        NetworkConfig network = config.network();
        ObjectNode networkNode = root.putObject("network");
        ArrayNode units = networkNode.putArray("hiddenUnits");
        network.hiddenUnits().forEach(units::add);
        networkNode.put("activation", JsonFields.textOf(network.activation()));
        ObjectNode init = networkNode
                .putObject("init")
                .put("kind", JsonFields.textOf(network.init().kind()));
        if (network.init().kind() == Init.Kind.NORMAL) {
            init.put("sd", network.init().sd());
        }
        putFlags(networkNode.putArray("normalizedWithout"), network.normalizedWithout());
        putFlags(networkNode.putArray("normalizedWith"), network.normalizedWith());
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
        OptimizerSpec.Kind kind = optimizer.kind();
        node.put("kind", JsonFields.textOf(kind));
        if (hasBeta1(kind)) {
            node.put("beta1", optimizer.beta1());
        }
        if (hasBeta2(kind)) {
            node.put("beta2", optimizer.beta2()).put("epsilon", optimizer.epsilon());
        }
    }

    private static boolean hasBeta1(OptimizerSpec.Kind kind) {
        return kind == OptimizerSpec.Kind.MOMENTUM || kind == OptimizerSpec.Kind.ADAM;
    }

    private static boolean hasBeta2(OptimizerSpec.Kind kind) {
        return kind == OptimizerSpec.Kind.RMSPROP || kind == OptimizerSpec.Kind.ADAM;
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
        JsonFields root = JsonFields.parse(text);
        if (!root.has("format") || !root.text("format").equals(FORMAT)) {
            throw new InvalidSettingException(
                    "format", "is not \"" + FORMAT + "\"; this is not an experiment of NormScope.");
        }
        long version = root.integer("version");
        if (version != VERSION) {
            throw new InvalidSettingException(
                    "version",
                    "is %d, but this program reads version %d; open the file with the NormScope that wrote it."
                            .formatted(version, VERSION));
        }
        ExperimentConfig config = new ExperimentConfig(
                root.text("name"),
                root.integer("seed"),
                data(root.object("data")),
                network(root.object("network")),
                training(root.object("training")));
        root.end();
        return config;
    }

    private static DataConfig data(JsonFields fields) {
        DataConfig data = new DataConfig(
                fields.choice("kind", List.of(DataKind.values())),
                fields.smallInteger("points"),
                fields.number("noise"),
                fields.number("testShare"),
                fields.flag("standardize"));
        fields.end();
        return data;
    }

    private static NetworkConfig network(JsonFields fields) {
        NetworkConfig network = new NetworkConfig(
                fields.integers("hiddenUnits"),
                fields.choice("activation", NetworkConfig.ACTIVATIONS),
                init(fields.object("init")),
                fields.flags("normalizedWithout"),
                fields.flags("normalizedWith"),
                fields.number("epsilon"),
                fields.number("runningDecay"),
                fields.flag("unbiasedRunningVar"));
        fields.end();
        return network;
    }

    private static Init init(JsonFields fields) {
        Init.Kind kind = fields.choice("kind", List.of(Init.Kind.values()));
        Init init = switch (kind) {
            case HE -> Init.he();
            case XAVIER -> Init.xavier();
            case NORMAL -> {
                double sd = fields.number("sd");
                Check.above("network.init.sd", sd, 0, 100);
                yield Init.normal(sd);
            }
        };
        fields.end();
        return init;
    }

    private static TrainingConfig training(JsonFields fields) {
        TrainingConfig training = new TrainingConfig(
                optimizer(fields.object("optimizer")),
                fields.number("learningRate"),
                fields.smallInteger("batchSize"),
                fields.number("l2"),
                fields.number("dropout"));
        fields.end();
        return training;
    }

    private static OptimizerSpec optimizer(JsonFields fields) {
        OptimizerSpec.Kind kind = fields.choice("kind", TrainingConfig.OPTIMIZERS);
        double beta1 = hasBeta1(kind) ? fields.number("beta1") : 0;
        double beta2 = hasBeta2(kind) ? fields.number("beta2") : 0;
        double epsilon = hasBeta2(kind) ? fields.number("epsilon") : 0;
        Check.below("training.optimizer.beta1", beta1, 0, 1);
        Check.below("training.optimizer.beta2", beta2, 0, 1);
        Check.within("training.optimizer.epsilon", epsilon, 0, 1);
        OptimizerSpec optimizer = new OptimizerSpec(kind, beta1, beta2, epsilon);
        fields.end();
        return optimizer;
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
                    "is larger than %d bytes; this is not an experiment of NormScope.".formatted(MAX_BYTES));
        }
        try {
            return fromText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidSettingException(
                    "The file", "is not text in UTF-8; this is not an experiment of NormScope.");
        }
    }

    /**
     * Writes an experiment file: beside it first, then renamed, so that a crash leaves the old file or the new one.
     *
     * @param config the experiment
     * @param file the file to write or replace
     * @throws IOException if it cannot be written; the old file is then unchanged
     */
    public static void write(ExperimentConfig config, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileNotFoundException(file + " is not the name of a file");
        }
        // Not createTempFile: that file only its owner may read, and an experiment is there to be passed on.
        Path beside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(
                    beside,
                    toText(config),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
