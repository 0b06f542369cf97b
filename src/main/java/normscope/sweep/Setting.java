package normscope.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import normscope.experiment.ArmConfig;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import normscope.experiment.NetworkConfig;
import normscope.experiment.TrainingConfig;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.text.Numbers;
import normscope.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sweep can vary: the one list that files, menus, tables and tests go by. A value is a number, or in files what
 * an experiment file has in that place, such as {@code {"kind": "layer"}} or {@code "tanh"}.
 *
 * <p>The words are {@code sweep.setting.NAME}, with {@code .tip} and {@code .short}.
 */
public enum Setting {
    LEARNING_RATE(
            Double.class,
            List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0),
            training(TrainingConfig::withLearningRate),
            ArmConfig::withLearningRate),
    /** The standard deviation of the normally distributed first weights. */
    INIT_SD(
            Double.class,
            List.of(1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.5, 1.0),
            network((net, sd) -> net.withInit(new Init.Normal(sd))),
            null),
    /** The rule by which the first weights are drawn. */
    INIT(Init.class, Init.ALL, network(NetworkConfig::withInit), null),
    /** Examples a mini-batch. */
    BATCH_SIZE(Integer.class, List.of(2, 4, 8, 32, 128), training(TrainingConfig::withBatchSize), null),
    /** Hidden layers; added ones are as wide as the last. */
    DEPTH(Integer.class, List.of(1, 2, 4, 6, 8), network(Setting::withDepth), null),
    /** Units of every hidden layer. */
    WIDTH(
            Integer.class,
            List.of(4, 8, 16, 32, 64),
            network((net, units) -> net.withHiddenUnits(Collections.nCopies(net.layers(), units))),
            null),
    /** The share of hidden activations dropped in training. */
    DROPOUT(Double.class, List.of(0.0, 0.1, 0.2, 0.5), training(TrainingConfig::withDropout), ArmConfig::withDropout),
    /** The rate of the normalized layers' weights alone. */
    NORMALIZED_RATE(
            Double.class,
            List.of(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0),
            training(TrainingConfig::withNormalizedRate),
            null),
    /** Lambda of the penalty on the normalized layers' weights alone. */
    NORMALIZED_L2(Double.class, List.of(0.0, 1e-3, 0.01, 0.1), training(TrainingConfig::withNormalizedL2), null),
    /** Lambda of the penalty on the weights. */
    L2(Double.class, List.of(0.0, 1e-4, 1e-3, 0.01, 0.1), training(TrainingConfig::withL2), null),
    /** The weight of the old value in the running statistics. */
    DECAY(Double.class, List.of(0.0, 0.5, 0.9, 0.99, 0.999), network(NetworkConfig::withRunningDecay), null),
    /** What is added to the variance before the root. */
    EPSILON(Double.class, List.of(1e-8, 1e-5, 1e-3, 0.1), network(NetworkConfig::withEpsilon), null),
    /** The normalizer of every hidden layer. */
    NORMALIZER(
            NormalizerSpec.class,
            NormalizerSpec.EXPERIMENTS,
            null,
            (arm, normalizer) ->
                    arm.withNormalizers(Collections.nCopies(arm.normalizers().size(), normalizer))),
    /** The activation of all hidden layers. */
    ACTIVATION(Activation.class, NetworkConfig.ACTIVATIONS, network(NetworkConfig::withActivation), null),
    OPTIMIZER(
            OptimizerSpec.class,
            OptimizerSpec.EXPERIMENTS,
            training(TrainingConfig::withOptimizer),
            ArmConfig::withOptimizer);

    private final Class<?> type;
    private final List<?> usual;
    /** Null where it is set arm by arm. */
    private final BiFunction<ExperimentConfig, Object, ExperimentConfig> all;
    /** Null where arms have none of their own. */
    private final BiFunction<ArmConfig, Object, ArmConfig> own;

    <V> Setting(
            Class<V> type,
            List<? extends V> usual,
            BiFunction<ExperimentConfig, V, ExperimentConfig> all,
            BiFunction<ArmConfig, V, ArmConfig> own) {
        this.type = type;
        this.usual = usual;
        this.all = all == null ? null : (config, value) -> all.apply(config, type.cast(value));
        this.own = own == null ? null : (arm, value) -> own.apply(arm, type.cast(value));
    }

    private static <V> BiFunction<ExperimentConfig, V, ExperimentConfig> training(
            BiFunction<TrainingConfig, V, TrainingConfig> change) {
        return (config, value) -> config.withTraining(change.apply(config.training(), value));
    }

    private static <V> BiFunction<ExperimentConfig, V, ExperimentConfig> network(
            BiFunction<NetworkConfig, V, NetworkConfig> change) {
        return (config, value) -> config.withNetwork(change.apply(config.network(), value));
    }

    private static NetworkConfig withDepth(NetworkConfig network, int layers) {
        List<Integer> now = network.hiddenUnits();
        List<Integer> units = new ArrayList<>(now.subList(0, Math.max(0, Math.min(layers, now.size()))));
        while (units.size() < layers) {
            units.add(now.get(now.size() - 1));
        }
        return network.withHiddenUnits(units);
    }

    public boolean isNumber() {
        return Number.class.isAssignableFrom(type);
    }

    public boolean isWhole() {
        return type == Integer.class;
    }

    /** Whether an arm may have a value of its own. */
    public boolean isOfArms() {
        return own != null;
    }

    /**
     * Sets a value of this setting's type for all arms, if the experiment can have it: what arms had of their own goes.
     */
    public ExperimentConfig apply(ExperimentConfig config, Object value) {
        if (all == null) {
            return config.withArmsAlike(arm -> own.apply(arm, value));
        }
        ExperimentConfig alike = own == null ? config : config.withArmsAlike(arm -> own.apply(arm, null));
        return all.apply(alike, value);
    }

    /** Sets a value of this setting's type in one arm, from 0, if the arm can have it. */
    public ExperimentConfig apply(ExperimentConfig config, int arm, Object value) {
        Check.that(isOfArms(), "arm", "is for what an arm has of its own; " + Json.name(this) + " is alike in all.");
        return config.withArm(arm, own.apply(config.arms().get(arm), value));
    }

    /** {@return a value of this setting's type, of what files have; refused if it is none} */
    public Object value(JsonNode json) {
        return Json.PLAIN.bind(json, type);
    }

    /** {@return values that show something of it; of kinds, each with its usual constants} */
    public List<?> usual() {
        return usual;
    }

    /**
     * {@return a value of this setting's type, as the user writes it, a number or the name of a kind; refused if it is
     * none}
     */
    public Object parse(String word) {
        if (isNumber()) {
            OptionalDouble number = Numbers.parse(word);
            Check.that(
                    number.isPresent() && (!isWhole() || number.getAsDouble() == (int) number.getAsDouble()),
                    "\"" + word + "\"",
                    isWhole() ? "must be a whole number." : "must be a number.");
            return value(number.getAsDouble());
        }
        List<String> words = usual.stream().map(Setting::plain).toList();
        Check.that(words.contains(word), "\"" + word + "\"", "must be one of " + String.join(", ", words) + ".");
        return usual.get(words.indexOf(word));
    }

    /** {@return a number as a value of this setting; a whole one where it must be} */
    public Object value(double number) {
        return isWhole() ? (Object) (int) number : (Object) number;
    }

    public static JsonNode json(Object value) {
        if (value instanceof Double number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Integer number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        return value instanceof Enum<?> constant
                ? JsonNodeFactory.instance.stringNode(Json.name(constant))
                : Json.PLAIN.tree(value);
    }

    /** {@return a value for machines, in one word or few: 0.1, tanh, batch, batch ghostSize 16} */
    public static String plain(Object value) {
        return written(
                value, number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), kind -> kind);
    }

    public String read(Object value) {
        String group = name().toLowerCase(Locale.ROOT);
        if (value instanceof NormalizerSpec.Batch batch && batch.ghostSize() > 0) {
            return Texts.text("sweep.ghost", batch.ghostSize());
        }
        return written(value, Numbers::exact, kind -> {
            String key = group + "." + (type.isEnum() ? ((Enum<?>) value).name() : kind);
            return Texts.has(key) ? Texts.text(key) : kind;
        });
    }

    private static String written(Object value, Function<Double, String> number, Function<String, String> kind) {
        if (value instanceof Integer whole) {
            return Integer.toString(whole);
        }
        if (value instanceof Double real) {
            return number.apply(real);
        }
        if (value instanceof Enum<?> constant) {
            return kind.apply(Json.name(constant));
        }
        ObjectNode tree = Json.PLAIN.tree(value);
        String name = tree.get("kind").asString();
        JsonNode usual = usual(value, name);
        StringBuilder text = new StringBuilder(kind.apply(name));
        tree.properties().forEach(field -> {
            if (!field.getValue().equals(usual.get(field.getKey()))) {
                text.append(' ')
                        .append(field.getKey())
                        .append(' ')
                        .append(field.getValue().asString());
            }
        });
        return text.toString();
    }

    /** The kind with its usual constants: these need not be told. */
    private static JsonNode usual(Object value, String kind) {
        List<?> kinds = value instanceof NormalizerSpec
                ? NormalizerSpec.EXPERIMENTS
                : value instanceof OptimizerSpec
                        ? OptimizerSpec.EXPERIMENTS
                        : List.of(new Init.He(), new Init.Xavier());
        return kinds.stream()
                .<JsonNode>map(Json.PLAIN::tree)
                .filter(each -> each.get("kind").asString().equals(kind))
                .findFirst()
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("kind", kind));
    }
}
