package normscope.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import normscope.nn.OptimizerSpec;

/** How each optimizer is said in PyTorch. */
final class OptimizerForms {

    private static final Map<Class<? extends OptimizerSpec>, Function<OptimizerSpec, Form>> FORMS =
            new LinkedHashMap<>();

    static {
        put(OptimizerSpec.Sgd.class, sgd -> new Form("SGD", "%s", "", Set.of()));
        put(OptimizerSpec.Momentum.class, momentum -> {
            String beta = Python.number(momentum.beta1());
            return new Form("SGD", "%s * (1 - " + beta + ")", ", momentum=" + beta, Set.of("momentum"));
        });
        put(
                OptimizerSpec.TorchMomentum.class,
                momentum -> new Form("SGD", "%s", ", momentum=" + Python.number(momentum.beta1()), Set.of()));
        put(
                OptimizerSpec.RmsProp.class,
                rms -> new Form(
                        "RMSprop",
                        "%s",
                        ", alpha=" + Python.number(rms.beta2()) + ", eps=" + Python.number(rms.epsilon()),
                        Set.of("adaptive")));
        put(
                OptimizerSpec.Adam.class,
                adam -> new Form(
                        "Adam",
                        "%s",
                        ", betas=(" + Python.number(adam.beta1()) + ", " + Python.number(adam.beta2()) + "), eps="
                                + Python.number(adam.epsilon()),
                        Set.of("adaptive", "adam")));
    }

    private OptimizerForms() {}

    /**
     * What stands for an optimizer.
     *
     * @param type of torch.optim
     * @param rateCode PyTorch's rate, with a place for NormScope's
     * @param constants behind the rate
     * @param flags of the parts of the script that go with it
     */
    record Form(String type, String rateCode, String constants, Set<String> flags) {

        /** {@return the optimizer of some parameters, in lines of their own where there is more than one group} */
        String optimizer(String parameters, double rate, boolean groups) {
            String between = groups ? "\n    " : "";
            return "torch.optim." + type + "(" + between + parameters + "," + (groups ? between : " ") + "lr="
                    + rate(rate) + constants + (groups ? ",\n" : "") + ")";
        }

        /** {@return PyTorch's rate} */
        String rate(double rate) {
            return Python.code(rateCode, Python.number(rate));
        }
    }

    private static <T extends OptimizerSpec> void put(Class<T> type, Function<T, Form> form) {
        FORMS.put(type, spec -> form.apply(type.cast(spec)));
    }

    static Form of(OptimizerSpec spec) {
        return Objects.requireNonNull(FORMS.get(spec.getClass()), () -> "OptimizerForms has no line for " + spec.kind())
                .apply(spec);
    }
}
