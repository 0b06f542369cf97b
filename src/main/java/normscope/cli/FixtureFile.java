package normscope.cli;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import normscope.experiment.Check;
import normscope.experiment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A training problem as fixtures have it; what else stands there is for other programs. Lengths that depend on each
 * other are checked by {@link FixtureReader}.
 *
 * @param layers inputs and then the units of each weight layer
 * @param loss what is minimized
 * @param activation of the hidden layers
 * @param norm one a weight layer; null where a layer is not normalized
 * @param bn an older name of {@code norm}
 * @param runningVar which variance the running statistics take
 * @param optimizer the update rule
 * @param weightDecay lambda of the penalty
 * @param scope which parameters the penalty covers
 * @param init each layer's first parameters
 * @param batches the mini-batches
 * @param schedule the batch of each step, from 0
 * @param report what to write down
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FixtureFile(
        List<Integer> layers,
        LossName loss,
        ActivationName activation,

        @Json.MayBeAbsent @JsonSetter(contentNulls = Nulls.SET)
        List<Norm> norm,

        @Json.MayBeAbsent @JsonSetter(contentNulls = Nulls.SET)
        List<Norm> bn,

        @JsonProperty("running_var") VarianceName runningVar,
        Optimizer optimizer,
        @JsonProperty("weight_decay") double weightDecay,
        @JsonProperty("weight_decay_scope") ScopeName scope,
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
            boolean single = loss == LossName.BCE && i == layers.size() - 1;
            Check.whole("layers[" + i + "]", layers.get(i), 1, single ? 1 : MAX_UNITS);
        }
        Check.that(norm.size() + bn.size() > 0, "bn", "is missing; give a list in [ ], with one entry a weight layer.");
        Check.magnitude("weight_decay", weightDecay);
        Check.that(!schedule.isEmpty(), "schedule", "is empty; give the batch of at least one step.");
        for (int i = 0; i < schedule.size(); i++) {
            Check.whole("schedule[" + i + "]", schedule.get(i), 0, batches.size() - 1);
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

    enum LossName {
        BCE,
        SOFTMAX,
        MSE,
        @JsonProperty("half_mse")
        HALF_MSE
    }

    enum ActivationName {
        RELU,
        TANH,
        SIGMOID
    }

    enum VarianceName {
        BIASED,
        UNBIASED
    }

    enum ScopeName {
        WEIGHTS,
        ALL
    }

    enum OptimizerName {
        SGD,
        MOMENTUM,
        RMSPROP,
        ADAM,
        @JsonProperty("torch_sgd")
        TORCH_SGD,
        @JsonProperty("torch_momentum")
        TORCH_MOMENTUM,
        @JsonProperty("torch_rmsprop")
        TORCH_RMSPROP,
        @JsonProperty("torch_adam")
        TORCH_ADAM
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Norm(
            @Json.MayBeAbsent String type,
            @Json.MayBeAbsent Double eps,
            @Json.MayBeAbsent Double momentum,
            @Json.MayBeAbsent @JsonProperty("running_mean0") double[] runningMean,
            @Json.MayBeAbsent @JsonProperty("running_var0") double[] runningVar) {
        Norm {
            Check.magnitude("eps", eps == null ? 0 : eps);
            Check.within("momentum", momentum == null ? 0 : momentum, 0, 1);
            for (int j = 0; runningVar != null && j < runningVar.length; j++) {
                Check.magnitude("running_var0[" + j + "]", runningVar[j]);
            }
        }
    }

    /** The constants are null where they are not given; only torch.optim has defaults that everybody knows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Optimizer(
            OptimizerName name,
            double lr,
            @Json.MayBeAbsent Double beta,
            @Json.MayBeAbsent Double beta1,
            @Json.MayBeAbsent Double beta2,
            @Json.MayBeAbsent Double eps) {
        Optimizer {
            Check.magnitude("lr", lr);
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
