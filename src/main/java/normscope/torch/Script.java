package normscope.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.experiment.Command;
import normscope.experiment.Kick;
import normscope.nn.Loss;
import normscope.nn.NormalizerConstants;

/** The script of a run. */
final class Script {

    private static final Template TEMPLATE = new Template("script.py");

    private final Recording run;
    private final List<NetworkCode> networks;
    private final List<OptimizerForms.Form> optimizers;
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Script(Recording run, String name) {
        this.run = run;
        NormalizerConstants constants =
                run.arms().get(0).network().layers().get(0).constants();
        boolean single = run.features().contains(Recording.Feature.SINGLE);
        boolean plain = constants.unbiasedRunningVar() && !single;
        networks = IntStream.range(0, run.arms().size())
                .mapToObj(arm -> new NetworkCode(run.arms().get(arm).network(), switched(arm), pushed(), plain))
                .toList();
        optimizers = run.arms().stream()
                .map(arm -> OptimizerForms.of(arm.optimizer()))
                .toList();
        networks.forEach(network -> flags.addAll(network.flags()));
        optimizers.forEach(optimizer -> flags.addAll(optimizer.flags()));
        run.features().forEach(feature -> flags.add(feature.name().toLowerCase(Locale.ROOT)));
        values.put("name", name);
        String title = run.title().replaceAll("\\p{Cntrl}", " ").strip();
        values.put("title", title.isEmpty() ? name : title);
        values.put(
                "names",
                run.arms().stream().map(arm -> Python.string(arm.name()) + ",").collect(Collectors.joining("\n")));
        addConstants(constants);
        addNetworks();
        addOptimizers();
        addChanges();
        addLoss(run.arms().get(0).network().loss());
    }

    /** {@return the script of a run in Python, for files of a name without ending} */
    static String of(Recording run, String name) {
        Script script = new Script(run, name);
        return TEMPLATE.fill(script.flags, script.values);
    }

    private void set(String flag, boolean on) {
        if (on) {
            flags.add(flag);
        }
    }

    private Set<Integer> switched(int arm) {
        Set<Integer> layers = new TreeSet<>();
        for (Recording.Change change : run.changes()) {
            if (change.event().command() instanceof Command.SetNormalizer set && set.arm() == arm) {
                layers.add(set.layer());
            }
        }
        return layers;
    }

    private Set<Integer> pushed() {
        Set<Integer> layers = new TreeSet<>();
        for (Recording.Change change : run.changes()) {
            if (change.event().command() instanceof Command.KickLayer kick && kick.kick() instanceof Kick.AddToZ) {
                layers.add(kick.layer());
            }
        }
        return layers;
    }

    private void addConstants(NormalizerConstants constants) {
        boolean unbiased = constants.unbiasedRunningVar();
        values.put("epsilon", Python.number(constants.epsilon()));
        values.put("decay", Python.number(constants.runningDecay()));
        values.put("divisor", unbiased ? "m - 1, too" : "m (biased), so it has a class of its own");
        values.put(
                "difference",
                unbiased
                        ? "a mini-batch of one example, which is legal here: it gives beta"
                        : "the variance kept for eval(): divided by m here, by m - 1 there");
        values.put("kept", unbiased ? "var * (len(z) / max(len(z) - 1, 1))" : "var");
        values.put("kept_chunk", unbiased ? "var * (len(chunk) / max(len(chunk) - 1, 1))" : "var");
    }

    private void addNetworks() {
        List<String> codes = new ArrayList<>();
        List<String> loads = new ArrayList<>();
        for (int arm = 0; arm < networks.size(); arm++) {
            Recording.Arm of = run.arms().get(arm);
            codes.add(networks.get(arm).code(of.name()));
            loads.add(
                    of.drawnBiases().isEmpty()
                            ? Python.code("load(networks[%d])", arm)
                            : Python.code("load(networks[%d], [%s])", arm, Python.layers(of.drawnBiases())));
        }
        boolean biases = run.arms().stream().anyMatch(arm -> !arm.drawnBiases().isEmpty());
        set("biases", biases);
        values.put("networks", String.join("\n", codes));
        values.put("loads", String.join("\n", loads));
        values.put("biases_parameter", biases ? ", drawn_biases=()" : "");
        values.put("biases_words", biases ? " (but some before layer or RMS norm)" : "");
    }

    /**
     * Weights are a group of their own where they have an L2, and those of normalized layers where their rate differs.
     */
    private void addOptimizers() {
        boolean own = run.arms().stream().anyMatch(Script::hasOwnWeights)
                || run.changes().stream()
                        .flatMap(change -> change.rates().stream())
                        .anyMatch(rates -> rates.normalized() != rates.others());
        boolean decayed = run.arms().stream().anyMatch(arm -> arm.l2() != 0 || own && arm.normalizedL2() != 0);
        set("own_weights", own);
        set("decayed", decayed);
        set("groups", own || decayed);
        List<String> codes = new ArrayList<>();
        for (int arm = 0; arm < optimizers.size(); arm++) {
            Recording.Arm of = run.arms().get(arm);
            OptimizerForms.Form form = optimizers.get(arm);
            String parameters = Python.code("networks[%d].parameters()", arm);
            if (own) {
                parameters = Python.code(
                        "groups(networks[%d], l2=%s, normalized_l2=%s, lr=%s)",
                        arm,
                        Python.number(of.l2()),
                        Python.number(of.normalizedL2()),
                        form.rate(of.rates().normalized()));
            } else if (decayed) {
                parameters = Python.code("groups(networks[%d], l2=%s)", arm, Python.number(of.l2()));
            }
            codes.add(form.optimizer(parameters, of.rates().others(), own || decayed) + ",");
        }
        values.put("optimizers", String.join("\n", codes));
        values.put("normalized", Python.layers(run.normalizedLayers()));
        values.put("groups_parameters", own ? "l2, normalized_l2, **normalized" : "l2");
        values.put("groups_words", own ? ", those of the normalized layers by themselves" : "");
    }

    private static boolean hasOwnWeights(Recording.Arm arm) {
        return arm.rates().normalized() != arm.rates().others() || arm.normalizedL2() != arm.l2();
    }

    private void addChanges() {
        List<String> lines = new ArrayList<>();
        List<Recording.Rates> rates =
                run.arms().stream().map(Recording.Arm::rates).toList();
        long step = -1;
        for (Recording.Change change : run.changes()) {
            if (change.event().step() != step) {
                step = change.event().step();
                lines.add(Python.code("if step == %d:", step));
            }
            List<String> made = ChangeCode.of(change, rates, networks, optimizers, flags);
            made.forEach(line -> lines.add("    " + line));
            rates = change.rates();
        }
        set("changes", !lines.isEmpty());
        values.put("changes", String.join("\n", lines));
    }

    private void addLoss(Loss loss) {
        boolean weighted = run.features().contains(Recording.Feature.IMPORTANCE);
        String reduction = weighted ? "reduction=\"none\"" : "";
        set("classes", loss == Loss.BCE || loss == Loss.SOFTMAX);
        values.put("squeeze", loss == Loss.BCE ? ".squeeze(1)" : "");
        values.put("predicted", loss == Loss.BCE ? "(z > 0)" : "z.argmax(1)");
        values.put(
                "loss",
                switch (loss) {
                    case BCE ->
                        Python.code(
                                "loss_of = nn.BCEWithLogitsLoss(%s)  # of what stands before the sigmoid", reduction);
                    case SOFTMAX ->
                        Python.code(
                                "loss_of = nn.CrossEntropyLoss(%s)  # of what stands before the softmax", reduction);
                    case MSE -> Python.code("loss_of = nn.MSELoss(%s)", reduction);
                    case HALF_MSE ->
                        "\n\ndef loss_of(z, y):\n    return ((z - y) ** 2).sum() / (2 * len(z))  # the course's 1/(2m)";
                });
    }
}
