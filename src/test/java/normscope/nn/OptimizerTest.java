package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The update rules, followed by hand over two steps of a network of one weight and one bias. */
class OptimizerTest {

    private final Network network =
            new Network(new NetworkSpec(1, List.of(new LayerSpec(1, Activation.IDENTITY)), Loss.HALF_MSE, 0));
    private final Layer layer = network.layer(0);

    private double[] after(OptimizerSpec spec, double l2, DecayScope scope, double... gradients) {
        layer.w().set(0, 0, 2);
        layer.b()[0] = 1;
        Optimizer optimizer = new Optimizer(spec, network);
        for (double g : gradients) {
            layer.dW().set(0, 0, g);
            layer.dB()[0] = g;
            optimizer.step(0.1, l2, scope);
        }
        return new double[] {layer.w().get(0, 0), layer.b()[0]};
    }

    @Test
    void gradientDescent() {
        assertThat(after(new OptimizerSpec.Sgd(), 0, DecayScope.ALL, 3, 4))
                .containsExactly(new double[] {2 - 0.7, 1 - 0.7}, within(1e-15));
    }

    @Test
    void theWeightsOfALayerMayHaveARateOfTheirOwn() {
        layer.w().set(0, 0, 2);
        layer.b()[0] = 1;
        Optimizer optimizer = new Optimizer(new OptimizerSpec.Sgd(), network);
        optimizer.setWeightsRate(layer, 100);
        layer.dW().set(0, 0, 3);
        layer.dB()[0] = 3;
        optimizer.step(0.1, 0, DecayScope.ALL);
        assertThat(layer.w().get(0, 0)).isEqualTo(2 - 100 * 3.0);
        assertThat(layer.b()[0]).isEqualTo(1 - 0.1 * 3);
    }

    @Test
    void decayCoversTheWeightsAloneOrEverything() {
        assertThat(after(new OptimizerSpec.Sgd(), 0.5, DecayScope.WEIGHTS, 3))
                .containsExactly(new double[] {2 - 0.1 * (3 + 0.5 * 2), 1 - 0.3}, within(1e-15));
        assertThat(after(new OptimizerSpec.Sgd(), 0.5, DecayScope.ALL, 3))
                .containsExactly(new double[] {2 - 0.4, 1 - 0.1 * (3 + 0.5)}, within(1e-15));
        layer.w().set(0, 0, 3);
        layer.b()[0] = 2;
        assertThat(network.penalty(0.5, DecayScope.WEIGHTS)).isEqualTo(0.25 * 9);
        assertThat(network.penalty(0.5, DecayScope.ALL)).isEqualTo(0.25 * 13);
        layer.w().set(0, 0, Double.NaN);
        assertThat(network.penalty(0, DecayScope.ALL)).isZero();
    }

    @Test
    void momentumInTheCoursesForm() {
        double v1 = 0.1 * 3;
        double v2 = 0.9 * v1 + 0.1 * 4;
        assertThat(after(new OptimizerSpec.Momentum(), 0, DecayScope.ALL, 3, 4)[0])
                .isCloseTo(2 - 0.1 * (v1 + v2), within(1e-15));
    }

    @Test
    void momentumInTorchsFormDoesNotWeighTheGradient() {
        OptimizerSpec spec = new OptimizerSpec.TorchMomentum(0.9);
        assertThat(after(spec, 0, DecayScope.ALL, 3, 4)[0]).isCloseTo(2 - 0.1 * (3 + 0.9 * 3 + 4), within(1e-15));
    }

    @Test
    void rmsProp() {
        OptimizerSpec spec = new OptimizerSpec.RmsProp(0.8, 0.01);
        double s1 = 0.2 * 9;
        double s2 = 0.8 * s1 + 0.2 * 16;
        double expected = 2 - 0.1 * 3 / (Math.sqrt(s1) + 0.01) - 0.1 * 4 / (Math.sqrt(s2) + 0.01);
        assertThat(after(spec, 0, DecayScope.ALL, 3, 4)[0]).isCloseTo(expected, within(1e-15));
    }

    @Test
    void adamCorrectsTheBiasOfItsAverages() {
        OptimizerSpec spec = new OptimizerSpec.Adam(0.9, 0.99, 0.01);
        double v2 = 0.9 * 0.1 * 3 + 0.1 * 4;
        double s2 = 0.99 * 0.01 * 9 + 0.01 * 16;
        double expected =
                2 - 0.1 * 3 / (3 + 0.01) - 0.1 * (v2 / (1 - 0.81)) / (Math.sqrt(s2 / (1 - 0.99 * 0.99)) + 0.01);
        assertThat(after(spec, 0, DecayScope.ALL, 3, 4)[0]).isCloseTo(expected, within(1e-14));
    }

    /** Every optimizer there is, with constants that are not the usual ones. */
    static List<OptimizerSpec> optimizers() throws ReflectiveOperationException {
        List<OptimizerSpec> result = new ArrayList<>();
        for (Class<?> type : OptimizerSpec.class.getPermittedSubclasses()) {
            double[] constants = {0.7, 0.6, 0.5};
            Constructor<?> longest = Arrays.stream(type.getConstructors())
                    .max(Comparator.comparingInt(Constructor::getParameterCount))
                    .orElseThrow();
            Object[] values = Arrays.stream(constants)
                    .limit(longest.getParameterCount())
                    .boxed()
                    .toArray();
            result.add((OptimizerSpec) longest.newInstance(values));
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerIsTheFieldsOfItsObject(OptimizerSpec spec) {
        JsonMapper mapper = JsonMapper.builder().build();
        String json = mapper.writeValueAsString(spec);
        Map<String, Object> fields = mapper.readValue(json, new TypeReference<>() {});
        assertThat(fields.get("kind")).isEqualTo(spec.kind());
        assertThat(fields).hasSize(1 + spec.constants().size()).containsAllEntriesOf(spec.constants());
        assertThat(mapper.readValue(json, OptimizerSpec.class)).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyConstantCanBeChangedAlone(OptimizerSpec spec) {
        for (String name : spec.constants().keySet()) {
            Map<String, Double> expected = new LinkedHashMap<>(spec.constants());
            expected.put(name, 0.25);
            assertThat(spec.with(name, 0.25).constants()).isEqualTo(expected);
            assertThatThrownBy(() -> spec.with(name, -1)).hasMessageContaining(name);
        }
        assertThatThrownBy(() -> spec.with("gamma", 0.5)).hasMessageContaining("no constant gamma");
    }

    @Test
    void experimentsHaveAllButThoseForComparisons() {
        assertThat(OptimizerSpec.EXPERIMENTS)
                .extracting(Object::getClass)
                .containsExactlyElementsOf(Arrays.stream(OptimizerSpec.class.getPermittedSubclasses())
                        .filter(kind -> !kind.isAnnotationPresent(JsonIgnoreType.class))
                        .<Class<?>>map(kind -> kind)
                        .toList());
        assertThat(OptimizerSpec.EXPERIMENTS)
                .extracting(OptimizerSpec::kind)
                .containsSubsequence("sgd", "momentum", "rmsprop", "adam");
        assertThat(OptimizerSpec.usual("adam")).isEqualTo(new OptimizerSpec.Adam(0.9, 0.999, 1e-8));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aRestoredStateGoesOnBitForBit(OptimizerSpec spec) {
        Network first = Samples.network(Samples.spec(new int[] {2, 3, 1}, Activation.TANH, Loss.BCE, 0, true), 3);
        Optimizer optimizer = new Optimizer(spec, first);
        steps(first, optimizer, 3);
        double[] state = new double[2 + first.stateSize() + optimizer.stateSize()];
        first.copyStateTo(state, 2);
        optimizer.copyStateTo(state, 2 + first.stateSize());

        Network second = new Network(first.spec());
        Optimizer restored = new Optimizer(spec, second);
        second.setState(state, 2);
        restored.setState(state, 2 + second.stateSize());
        steps(first, optimizer, 4);
        steps(second, restored, 4);
        assertThat(Samples.state(second)).containsExactly(Samples.state(first));
    }

    private static void steps(Network network, Optimizer optimizer, int count) {
        Trainer trainer = new Trainer(network, optimizer, 1e-3, DecayScope.ALL);
        DMatrixRMaj x = Samples.matrix(5, 2, 4);
        DMatrixRMaj y = Samples.targets(Loss.BCE, 5, 1, 5);
        for (int i = 0; i < count; i++) {
            trainer.step(x, y, 0.05);
        }
    }

    @Test
    void anOptimizerKeepsOnlyTheAveragesItNeeds() {
        int parameters = 2;
        assertThat(new Optimizer(new OptimizerSpec.Sgd(), network).stateSize()).isEqualTo(1);
        assertThat(new Optimizer(new OptimizerSpec.Momentum(), network).stateSize())
                .isEqualTo(1 + parameters);
        assertThat(new Optimizer(new OptimizerSpec.RmsProp(), network).stateSize())
                .isEqualTo(1 + parameters);
        assertThat(new Optimizer(new OptimizerSpec.Adam(), network).stateSize()).isEqualTo(1 + 2 * parameters);
    }

    @Test
    void parametersNotInUseStayAsTheyAre() {
        Network normalized = Samples.network(Samples.spec(new int[] {2, 3, 1}, Activation.TANH, Loss.BCE, 0, true), 6);
        double[] bias = normalized.layer(0).b().clone();
        double[] gamma = normalized.layer(1).ownNormalizer().gamma().clone();
        steps(normalized, new Optimizer(new OptimizerSpec.Adam(), normalized), 3);
        assertThat(normalized.layer(0).b()).containsExactly(bias);
        assertThat(normalized.layer(1).ownNormalizer().gamma()).containsExactly(gamma);
    }

    @Test
    void constantsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new OptimizerSpec.Adam(1, 0.9, 0)).hasMessageContaining("beta1");
        assertThatThrownBy(() -> new OptimizerSpec.Adam(0, -0.1, 0)).hasMessageContaining("beta2");
        assertThatThrownBy(() -> new OptimizerSpec.Adam(0, 0, Double.NaN)).hasMessageContaining("epsilon");
    }
}
