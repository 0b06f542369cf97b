package normscope.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import normscope.experiment.Command;
import normscope.experiment.Kick;
import normscope.nn.NormalizerSpec;

/** What a command does, as lines of Python. */
final class ChangeCode {

    /** What a kind of command does, beside what it does to rates. */
    @FunctionalInterface
    private interface Lines<T> {
        void add(ChangeCode code, T command);
    }

    private static final Map<Class<? extends Command>, Lines<Command>> LINES = new LinkedHashMap<>();

    static {
        put(Command.SetLearningRate.class, (code, set) -> code.addRates());
        put(Command.SetNormalizedRate.class, (code, set) -> code.addRates());
        put(Command.SetNormalizer.class, ChangeCode::addSwitch);
        put(Command.ShiftInputs.class, (code, shift) -> code.addData());
        put(Command.Select.class, (code, select) -> code.addData());
        put(Command.ChangeRule.class, (code, rule) -> code.addData());
        put(Command.SetLearnFrom.class, (code, source) -> code.addData());
        put(Command.Reestimate.class, (code, all) -> code.addReestimate());
        put(Command.KickLayer.class, ChangeCode::addKick);
    }

    private final Recording.Change change;
    private final List<Recording.Rates> before;
    private final List<NetworkCode> networks;
    private final List<OptimizerForms.Form> optimizers;
    private final Set<String> flags;
    private final List<String> lines = new ArrayList<>();

    private ChangeCode(
            Recording.Change change,
            List<Recording.Rates> before,
            List<NetworkCode> networks,
            List<OptimizerForms.Form> optimizers,
            Set<String> flags) {
        this.change = change;
        this.before = before;
        this.networks = networks;
        this.optimizers = optimizers;
        this.flags = flags;
    }

    private static <T extends Command> void put(Class<T> type, Lines<T> lines) {
        LINES.put(type, (code, command) -> lines.add(code, type.cast(command)));
    }

    /** {@return the kinds of commands that can be said} */
    static Set<Class<? extends Command>> kinds() {
        return LINES.keySet();
    }

    /**
     * Says what a command does.
     *
     * @param before the rates until then, one a network
     * @param flags of the parts of the script; those that the lines need are added. Modified.
     */
    static List<String> of(
            Recording.Change change,
            List<Recording.Rates> before,
            List<NetworkCode> networks,
            List<OptimizerForms.Form> optimizers,
            Set<String> flags) {
        ChangeCode code = new ChangeCode(change, before, networks, optimizers, flags);
        Command command = change.event().command();
        LINES.get(command.getClass()).add(code, command);
        if (code.lines.isEmpty()) {
            code.lines.add("pass  # nothing here: each network has a rate of its own");
        }
        return code.lines;
    }

    /** Of the groups 0, weights, 1, those of the normalized layers where they are by themselves, and the others. */
    private void addRates() {
        for (int arm = 0; arm < networks.size(); arm++) {
            Recording.Rates then = change.rates().get(arm);
            String others = optimizers.get(arm).rate(then.others());
            boolean own = flags.contains("own_weights");
            if (then.others() != before.get(arm).others()) {
                for (int group : own ? new int[] {0, 2} : flags.contains("groups") ? new int[] {0, 1} : new int[] {0}) {
                    add("optimizers[%d].param_groups[%d][\"lr\"] = %s", arm, group, others);
                }
            }
            if (own && then.normalized() != before.get(arm).normalized()) {
                add(
                        "optimizers[%d].param_groups[1][\"lr\"] = %s  # of the normalized layers' weights",
                        arm, optimizers.get(arm).rate(then.normalized()));
            }
        }
    }

    private void addSwitch(Command.SetNormalizer set) {
        NetworkCode network = networks.get(set.arm());
        boolean on = !(set.normalizer() instanceof NormalizerSpec.None);
        int module = network.index(set.layer(), NetworkCode.Part.NORMALIZER);
        if (module < 0) {
            module = network.index(set.layer(), NetworkCode.Part.LINEAR);
        }
        add("networks[%d][%d].on = %s  # layer %d", set.arm(), module, Python.truth(on), set.layer() + 1);
        if (optimizers.get(set.arm()).flags().contains("adam")) {
            flags.add("counted");
            add("keep_count(optimizers[%d], networks[%d][%d], step)", set.arm(), set.arm(), module);
        }
    }

    private void addData() {
        lines.add("pass  # the data change: the mini-batches from here on have it");
    }

    private void addReestimate() {
        flags.add("reestimate");
        lines.add("for network in networks:");
        add("    reestimate(network, data[\"%s\"])", change.array());
    }

    private void addKick(Command.KickLayer command) {
        int layer = command.layer();
        for (int arm = 0; arm < networks.size(); arm++) {
            int linear = networks.get(arm).index(layer, NetworkCode.Part.LINEAR);
            if (command.kick() instanceof Kick.ScaleWeights scale) {
                add(
                        "networks[%d][%d].weight.mul_(%s)  # layer %d",
                        arm, linear, Python.number(scale.factor()), layer + 1);
            } else if (command.kick() instanceof Kick.AddToZ add) {
                add(
                        "networks[%d][%d].constant += %s  # layer %d",
                        arm,
                        networks.get(arm).index(layer, NetworkCode.Part.ADDED),
                        Python.number(add.constant()),
                        layer + 1);
            } else {
                add(
                        "networks[%d][%d].weight.copy_(torch.from_numpy(data[\"%s\"].T))  # layer %d, drawn anew",
                        arm, linear, change.array(), layer + 1);
            }
        }
    }

    private void add(String code, Object... values) {
        lines.add(Python.code(code, values));
    }
}
