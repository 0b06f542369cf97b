package normscope.torch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import normscope.nn.Activation;
import normscope.nn.LayerSpec;
import normscope.nn.NetworkSpec;
import normscope.nn.NormalizerSpec;

/** One network as a chain of PyTorch's modules. */
final class NetworkCode {

    private static final int WIDEST = 110;

    private final List<List<Module>> layers = new ArrayList<>();
    private final Set<String> flags = new HashSet<>();

    /** What a module is for. */
    enum Part {
        LINEAR,
        ADDED,
        NORMALIZER,
        NOISE,
        ACTIVATION,
        DROPOUT
    }

    private record Module(Part part, String code) {}

    /**
     * Writes a network.
     *
     * @param switched the layers whose normalizer is switched on the way, from 0
     * @param pushed the layers to whose z something is added
     * @param plain whether PyTorch's own batch norm is just the same
     */
    NetworkCode(NetworkSpec spec, Collection<Integer> switched, Collection<Integer> pushed, boolean plain) {
        int inputs = spec.inputs();
        int outputLayer = spec.layers().size() - 1;
        for (int i = 0; i <= outputLayer; i++) {
            LayerSpec layer = spec.layers().get(i);
            boolean mayNormalize = layer.normalized() || switched.contains(i);
            NormalizerSpec normalizer = mayNormalize ? layer.normalizer() : new NormalizerSpec.None();
            List<Module> modules = new ArrayList<>();
            modules.add(new Module(Part.LINEAR, NormalizerForms.linear(normalizer, inputs, layer.units())));
            if (pushed.contains(i)) {
                modules.add(new Module(Part.ADDED, "Added()"));
                flags.add("added");
            }
            NormalizerForms.Form form = NormalizerForms.of(normalizer, new NormalizerForms.Place(layer.units(), plain));
            flags.addAll(form.flags());
            if (!form.module().isEmpty()) {
                modules.add(new Module(Part.NORMALIZER, switched.contains(i) ? switching(layer, form) : form.module()));
            }
            if (i < outputLayer) {
                addBehind(modules, spec, i);
            }
            layers.add(modules);
            inputs = layer.units();
        }
    }

    private String switching(LayerSpec layer, NormalizerForms.Form form) {
        flags.add("switch");
        boolean ownBias = !NormalizerForms.keepsBias(layer.normalizer());
        return Python.code(
                ownBias ? "Switch(%s, on=%s, bias=%d)" : "Switch(%s, on=%s)",
                form.module(),
                Python.truth(layer.normalized()),
                layer.units());
    }

    private void addBehind(List<Module> modules, NetworkSpec spec, int i) {
        if (spec.noise() > 0) {
            modules.add(new Module(
                    Part.NOISE, Python.code("Noise(%s)", Python.string(Draws.noiseName(spec.noise(), i)))));
            flags.addAll(Set.of("drawn", "noise"));
        }
        Activation activation = spec.layers().get(i).activation();
        modules.add(new Module(
                Part.ACTIVATION,
                switch (activation) {
                    case RELU -> "nn.ReLU()";
                    case TANH -> "nn.Tanh()";
                    case SIGMOID -> "nn.Sigmoid()";
                    case IDENTITY -> "nn.Identity()";
                }));
        if (spec.dropout() > 0) {
            modules.add(new Module(
                    Part.DROPOUT,
                    Python.code(
                            "Dropout(%s, %s)",
                            Python.number(spec.dropout()), Python.string(Draws.dropoutName(spec.dropout(), i)))));
            flags.addAll(Set.of("drawn", "dropout"));
        }
    }

    Set<String> flags() {
        return flags;
    }

    /** {@return the network; one line a layer, or one a module where that would be too wide} */
    String code(String name) {
        StringBuilder code = new StringBuilder("nn.Sequential(  # " + name.replaceAll("\\p{Cntrl}", " ") + "\n");
        for (List<Module> modules : layers) {
            List<String> codes = modules.stream().map(Module::code).toList();
            boolean wide = codes.stream().mapToInt(String::length).sum() + 2 * codes.size() > WIDEST;
            code.append("    ")
                    .append(String.join(wide ? ",\n    " : ", ", codes))
                    .append(",\n");
        }
        return code.append("),").toString();
    }

    /** {@return where a module stands in the chain; -1 if the layer has none of the kind} */
    int index(int layer, Part part) {
        int index = 0;
        for (int i = 0; i < layer; i++) {
            index += layers.get(i).size();
        }
        for (Module module : layers.get(layer)) {
            if (module.part() == part) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
