package normscope.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;

/** How each normalizer is said in PyTorch. */
final class NormalizerForms {

    private static final String BATCH = "eps=EPS, momentum=1 - DECAY";

    private static final Map<Class<? extends NormalizerSpec>, BiFunction<NormalizerSpec, Place, Form>> FORMS =
            new LinkedHashMap<>();

    static {
        put(NormalizerSpec.None.class, (none, place) -> new Form("", Set.of()));
        put(NormalizerSpec.Batch.class, NormalizerForms::batch);
        put(
                NormalizerSpec.Layer.class,
                (layer, place) -> new Form(Python.code("nn.LayerNorm(%d, eps=EPS)", place.units()), Set.of("eps")));
        put(
                NormalizerSpec.Rms.class,
                (rms, place) -> new Form(Python.code("RmsNorm(%d, eps=EPS)", place.units()), Set.of("eps", "rms")));
        put(NormalizerSpec.BatchRenorm.class, NormalizerForms::renorm);
        // The linear layer itself is another one, see linear.
        put(NormalizerSpec.Weight.class, (weight, place) -> new Form("", Set.of("weight_norm")));
        put(
                NormalizerSpec.Group.class,
                (group, place) -> new Form(
                        Python.code("nn.GroupNorm(%d, %d, eps=EPS)", group.groups(), place.units()), Set.of("eps")));
        put(
                NormalizerSpec.MeanOnly.class,
                (mean, place) -> new Form(
                        Python.code("MeanOnlyNorm(%d, momentum=1 - DECAY)", place.units()),
                        Set.of("batch", "mean_only")));
    }

    private NormalizerForms() {}

    /**
     * What stands for a normalizer.
     *
     * @param module the module between the linear layer and the activation; empty for none
     * @param flags of the parts of the script that go with it
     */
    record Form(String module, Set<String> flags) {}

    private static <T extends NormalizerSpec> void put(Class<T> type, BiFunction<T, Place, Form> form) {
        FORMS.put(type, (spec, place) -> form.apply(type.cast(spec), place));
    }

    /**
     * Where a normalizer stands.
     *
     * @param plain whether PyTorch's own batch norm is just the same: its running variance is unbiased, and it refuses
     *     a mini-batch of one example
     */
    record Place(int units, boolean plain) {}

    static Form of(NormalizerSpec spec, Place place) {
        return Objects.requireNonNull(
                        FORMS.get(spec.getClass()), () -> "NormalizerForms has no line for " + spec.kind())
                .apply(spec, place);
    }

    /** {@return the linear layer before it} */
    static String linear(NormalizerSpec spec, int inputs, int units) {
        if (spec instanceof NormalizerSpec.Weight) {
            return Python.code("WeightNormLinear(%d, %d)", inputs, units);
        }
        return Python.code(keepsBias(spec) ? "nn.Linear(%d, %d)" : "nn.Linear(%d, %d, bias=False)", inputs, units);
    }

    /** {@return whether the linear layer before it has a bias} */
    static boolean keepsBias(NormalizerSpec spec) {
        // Of group norm, one unit has no more than one group.
        NormalizerSpec asked =
                spec instanceof NormalizerSpec.Group group ? new NormalizerSpec.Layer(group.bias()) : spec;
        return asked.create(1, NormalizerConstants.DEFAULT).keepsBias();
    }

    private static Form batch(NormalizerSpec.Batch spec, Place place) {
        int units = place.units();
        if (spec.ghostSize() > 0) {
            return new Form(
                    Python.code("GhostNorm(%d, %d, %s)", units, spec.ghostSize(), BATCH),
                    Set.of("batch", "spread", "eps", "ghost"));
        }
        return place.plain()
                ? new Form(
                        Python.code("nn.BatchNorm1d(%d, %s)", units, BATCH),
                        Set.of("batch", "spread", "eps", "one_line"))
                : new Form(
                        Python.code("BatchNorm(%d, %s)", units, BATCH),
                        Set.of("batch", "spread", "eps", "one_line", "batch_norm"));
    }

    private static Form renorm(NormalizerSpec.BatchRenorm spec, Place place) {
        return new Form(
                Python.code(
                        "BatchRenorm(%d, %s, %s, %d, %s)",
                        place.units(),
                        Python.number(spec.rMax()),
                        Python.number(spec.dMax()),
                        spec.warmupSteps(),
                        BATCH),
                Set.of("batch", "spread", "eps", "renorm"));
    }
}
