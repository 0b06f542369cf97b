package normscope.cli;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.nn.Activation;
import normscope.nn.DecayScope;
import normscope.nn.Loss;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A training problem as fixtures have it; what else stands there is for other programs. Lengths that depend on each
 * other are checked by {@link ReplayProblem}.
 *
 * @param layers inputs and then the units of each weight layer
 * @param norm one a weight layer; null where a layer is not normalized
 * @param bn an older name of {@code norm}
 * @param runningVar which variance the running statistics take
 * @param weightDecay lambda of the penalty
 * @param scope which parameters the penalty covers
 * @param init each layer's first parameters
 * @param schedule the batch of each step, from 0
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FixtureFile(
        List<Integer> layers,
        Loss loss,
        Activation activation,

        @Json.MayBeAbsent @JsonSetter(contentNulls = Nulls.SET)
        List<Norm> norm,

        @Json.MayBeAbsent @JsonSetter(contentNulls = Nulls.SET)
        List<Norm> bn,

        @JsonProperty("running_var") VarianceName runningVar,
        Optimizer optimizer,
        @JsonProperty("weight_decay") double weightDecay,
        @JsonProperty("weight_decay_scope") DecayScope scope,
        List<LayerInit> init,
        List<Batch> batches,
        List<Integer> schedule,
        Report report) {

    private static final int MAX_UNITS = 100_000;

    /** Checks what can be checked of each field alone. */
    FixtureFile {
        Check.that(
                layers.size() >= 2,
                "layers",
                String.format(Locale.ROOT, "has %d sizes; give at least the inputs and the outputs.", layers.size()));
        for (int i = 0; i < layers.size(); i++) {
            boolean single = loss == Loss.BCE && i == layers.size() - 1;
            Check.whole("layers[" + i + "]", layers.get(i), 1, single ? 1 : MAX_UNITS);
        }
        Check.that(norm.size() + bn.size() > 0, "bn", "is missing; give a list in [ ], with one entry a weight layer.");
        Check.magnitude("weight_decay", weightDecay);
        Check.that(!schedule.isEmpty(), "schedule", "is empty; give the batch of at least one step.");
        whole("schedule", schedule, batches.size() - 1);
        whole("report.eval_after", report.evalAfter, schedule.size());
        whole("report.params_after", report.paramsAfter, schedule.size());
        Check.whole("report.trace_step", report.traceStep, 1, schedule.size());
    }

    private static void whole(String field, List<Integer> list, int most) {
        for (int i = 0; i < list.size(); i++) {
            Check.whole(field + "[" + i + "]", list.get(i), 0, most);
        }
    }

    /** {@return what the file calls the list of normalizers} */
    String normField() {
        return norm.isEmpty() ? "bn" : "norm";
    }

    /** {@return one normalizer a weight layer; null where a layer is not normalized} */
    List<Norm> norms() {
        return norm.isEmpty() ? bn : norm;
    }

    enum VarianceName {
        BIASED,
        UNBIASED
    }

    /**
     * What normalizes a layer; batch norm if there is no type.
     *
     * @param constants those of its type by their names, and what is for other programs
     */
    record Norm(
            @Json.MayBeAbsent String type,
            @Json.MayBeAbsent Double eps,
            @Json.MayBeAbsent Double momentum,
            @Json.MayBeAbsent @JsonProperty("running_mean0") double[] runningMean,
            @Json.MayBeAbsent @JsonProperty("running_var0") double[] runningVar,
            @Json.MayBeAbsent @JsonAnySetter Map<String, JsonNode> constants) {

        private static final String GHOST = "ghost";

        /** Constants that fixtures may leave out, and what they are then. */
        private static final Map<String, Object> USUAL = Map.of("bias", true, "warmupSteps", 0);

        Norm {
            Check.magnitude("eps", eps == null ? 0 : eps);
            Check.within("momentum", momentum == null ? 0 : momentum, 0, 1);
            for (int j = 0; runningVar != null && j < runningVar.length; j++) {
                Check.magnitude("running_var0[" + j + "]", runningVar[j]);
            }
        }

        /** {@return the kind with its constants; a virtual batch size makes ghost of batch norm} */
        NormalizerSpec spec() {
            String name = type == null || type.equals(GHOST) ? new NormalizerSpec.Batch().kind() : type;
            NormalizerSpec kind = NormalizerSpec.KINDS.stream()
                    .filter(k -> k.kind().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidSettingException(
                            "type",
                            "must be one of " + String.join(", ", types()) + ", not "
                                    + Json.shown(StringNode.valueOf(type)) + "."));
            ObjectNode object = JsonMapper.shared().createObjectNode().put("kind", name);
            for (RecordComponent constant : kind.getClass().getRecordComponents()) {
                JsonNode given = constants.get(inFixtures(constant.getName()));
                if (given != null && !given.isNull()) {
                    object.set(constant.getName(), given);
                } else if (USUAL.containsKey(constant.getName())) {
                    object.set(constant.getName(), JsonMapper.shared().valueToTree(USUAL.get(constant.getName())));
                } else {
                    Check.that(
                            kind instanceof NormalizerSpec.Batch && !GHOST.equals(type),
                            inFixtures(constant.getName()),
                            "is missing; give a finite number.");
                }
            }
            try {
                return Json.PLAIN.bind(object, NormalizerSpec.class);
            } catch (InvalidSettingException e) {
                throw new InvalidSettingException(inFixtures(e.field()), e.problem());
            }
        }

        private static List<String> types() {
            return Stream.concat(NormalizerSpec.KINDS.stream().map(NormalizerSpec::kind), Stream.of(GHOST))
                    .toList();
        }

        /** Fixtures write rMax as r_max. */
        private static String inFixtures(String constant) {
            return constant.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    }

    /** The rule by its name, its rate, and its constants by theirs. */
    record Optimizer(
            @Json.MayBeAbsent JsonNode name,
            double lr,
            @Json.MayBeAbsent @JsonAnySetter Map<String, JsonNode> constants) {

        private static final Map<String, Class<?>> KINDS = Arrays.stream(OptimizerSpec.class.getPermittedSubclasses())
                .collect(Collectors.toMap(
                        kind -> kind.getAnnotation(JsonTypeName.class).value(), kind -> kind));

        /** torch.optim's own names and constants, where they are the rule of another kind. */
        private static final Map<String, OptimizerSpec> TORCH = Map.of(
                "torch_sgd", new OptimizerSpec.Sgd(),
                "torch_rmsprop", new OptimizerSpec.RmsProp(0.99, 1e-8),
                "torch_adam", new OptimizerSpec.Adam(0.9, 0.999, 1e-8));

        private static final List<String> NAMES = Stream.of("", "torch_")
                .flatMap(whose -> OptimizerSpec.EXPERIMENTS.stream().map(optimizer -> whose + optimizer.kind()))
                .filter(name -> KINDS.containsKey(name) || TORCH.containsKey(name))
                .toList();

        Optimizer {
            String names = "one of " + String.join(", ", NAMES);
            Check.that(name != null, "name", "is missing; give " + names + ".");
            Check.that(
                    name.isString() && NAMES.contains(name.asString()),
                    "name",
                    "must be " + names + ", not " + Json.shown(name) + ".");
            Check.magnitude("lr", lr);
        }

        /** {@return the rule with its constants; all must be given but for torch.optim's own} */
        OptimizerSpec spec() {
            OptimizerSpec usual = TORCH.get(name.asString());
            ObjectNode object = usual == null
                    ? JsonMapper.shared().createObjectNode().put("kind", name.asString())
                    : Json.PLAIN.tree(usual);
            RecordComponent[] components =
                    KINDS.get(object.get("kind").asString()).getRecordComponents();
            for (RecordComponent constant : components) {
                JsonNode given = constants.get(inFixtures(constant.getName(), components.length));
                if (given != null && !given.isNull()) {
                    object.set(constant.getName(), given);
                }
            }
            try {
                return Json.PLAIN.bind(object, OptimizerSpec.class);
            } catch (InvalidSettingException e) {
                throw new InvalidSettingException(inFixtures(e.field(), components.length), e.problem());
            }
        }

        /** Fixtures count betas only where there is another constant. */
        private static String inFixtures(String constant, int constants) {
            return switch (constant) {
                case "beta1" -> constants == 1 ? "beta" : constant;
                case "epsilon" -> "eps";
                default -> constant;
            };
        }
    }

    /** The weights, outputs x inputs, and the layer's other parameters by their names. */
    record LayerInit(
            @JsonProperty("W") double[][] w,
            @Json.MayBeAbsent @JsonAnySetter Map<String, JsonNode> others) {}

    /** Labels or rows of targets, as the loss needs them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Batch(double[][] x, ArrayNode y) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(
            @JsonProperty("params_after") List<Integer> paramsAfter,
            @JsonProperty("eval_after") List<Integer> evalAfter,
            @JsonProperty("trace_step") int traceStep,
            @Json.MayBeAbsent @JsonProperty("eval_x") double[][] evalX,
            @Json.MayBeAbsent @JsonProperty("eval_y") ArrayNode evalY) {}
}
