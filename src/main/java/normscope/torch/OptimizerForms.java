package normscope.torch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import normscope.nn.OptimizerSpec;

/** How each optimizer is said in PyTorch. */
final class OptimizerForms {

    private static final Map<Class<? extends OptimizerSpec>, Function<OptimizerSpec, Form>> FORMS =
            new LinkedHashMap<>();

    static {
        put(OptimizerSpec.Sgd.class, sgd -> new Form("torch.optim.SGD(%s, lr=%s)", "%s", Set.of()));
        put(OptimizerSpec.Momentum.class, momentum -> {
            String beta = Python.number(momentum.beta1());
            return new Form(
                    "torch.optim.SGD(%s, lr=%s, momentum=" + beta + ")", "%s * (1 - " + beta + ")", Set.of("momentum"));
        });
        put(
                OptimizerSpec.TorchMomentum.class,
                momentum -> new Form(
                        "torch.optim.SGD(%s, lr=%s, momentum=" + Python.number(momentum.beta1()) + ")",
                        "%s",
                        Set.of()));
        put(
                OptimizerSpec.RmsProp.class,
                rms -> new Form(
                        "torch.optim.RMSprop(%s, lr=%s, alpha=" + Python.number(rms.beta2()) + ", eps="
                                + Python.number(rms.epsilon()) + ")",
                        "%s",
                        Set.of("adaptive")));
        put(
                OptimizerSpec.Adam.class,
                adam -> new Form(
                        "torch.optim.Adam(%s, lr=%s, betas=(" + Python.number(adam.beta1()) + ", "
                                + Python.number(adam.beta2()) + "), eps=" + Python.number(adam.epsilon()) + ")",
                        "%s",
                        Set.of("adaptive")));
    }

    private OptimizerForms() {}

    /**
     * What stands for an optimizer.
     *
     * @param code with places for the parameters and the rate
     * @param rateCode PyTorch's rate, with a place for NormScope's
     * @param flags of the parts of the script that go with it
     */
    record Form(String code, String rateCode, Set<String> flags) {

        /** {@return the optimizer of some parameters} */
        String optimizer(String parameters, double rate) {
            return String.format(Locale.ROOT, code, parameters, rate(rate));
        }

        /** {@return PyTorch's rate} */
        String rate(double rate) {
            return String.format(Locale.ROOT, rateCode, Python.number(rate));
        }
    }

    private static <T extends OptimizerSpec> void put(Class<T> type, Function<T, Form> form) {
        FORMS.put(type, spec -> form.apply(type.cast(spec)));
    }

    /** {@return what stands for an optimizer} */
    static Form of(OptimizerSpec spec) {
        return FORMS.get(spec.getClass()).apply(spec);
    }
}
