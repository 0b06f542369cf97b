package normscope.instrument.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.chart.NetworkDrawing;
import normscope.experiment.ArmConfig;
import normscope.experiment.Experiment;
import normscope.lab.LabHarness;
import normscope.nn.Network;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The drawing shows the network's own numbers, and what is chosen in it all panels show. */
class NetworkViewModelTest extends LabHarness {

    private static final Offset<Double> ROUNDING = Assertions.within(1e-9);

    @Test
    void weightsAndBoxAreThoseOfTheNetworkAtTheShownStep() {
        NetworkViewModel vm = new NetworkViewModel(lab);
        trainTo(12);
        vm.lookedAt().choose(1, 3);
        NetworkDrawing drawing = vm.drawing();
        Experiment same = new Experiment(SMALL);
        for (int step = 0; step < 12; step++) {
            same.advance();
        }
        same.snapshot();
        Network network = same.network(1);
        NetworkDrawing.Layer layer = drawing.layers().get(2);
        for (int i = 0; i < layer.shown().length; i++) {
            for (int j = 0; j < drawing.layers().get(1).shown().length; j++) {
                int from = drawing.layers().get(1).shown()[j];
                assertThat(layer.weights()[i][j]).isEqualTo(network.layer(1).w().get(from, layer.shown()[i]));
            }
        }
        var normalizer = network.layer(1).normalizer();
        var statistics = normalizer.statistics().orElseThrow();
        assertThat(drawing.box().mean()).isEqualTo(statistics.batchMean()[3]);
        assertThat(drawing.box().sd()).isCloseTo(Math.sqrt(statistics.batchVar()[3]), ROUNDING);
        assertThat(drawing.box().gamma()).isEqualTo(normalizer.gamma()[3]);
        assertThat(drawing.box().beta()).isEqualTo(normalizer.beta()[3]);
        assertThat(vm.drawing()).isSameAs(drawing);
    }

    @Test
    void whatIsChosenAllPanelsShow() {
        NetworkViewModel vm = new NetworkViewModel(lab);
        vm.lookedAt().choose(2, 4);
        assertThat(lab.curves().bandLayerProperty().get()).isEqualTo(2);
        assertThat(lab.layers().unitProperty().get()).isEqualTo(4);
        assertThat(lab.layers().oneUnitProperty().get()).isTrue();
        assertThat(vm.drawing().layer()).isEqualTo(3);
        assertThat(vm.drawing().layers().get(3).chosen()).isEqualTo(4);
        lab.layers().unitProperty().set(1);
        lab.curves().bandLayerProperty().set(0);
        assertThat(vm.drawing().layer()).isEqualTo(1);
        assertThat(vm.drawing().layers().get(1).chosen()).isEqualTo(1);
    }

    @Test
    void aFewUnitsStandForManyAndTheChosenOneIsAmongThem() {
        lab.edit(withUnits(SMALL, 20, 3));
        pulseUntil(
                "the new network",
                () -> lab.layers().layerCountProperty().get() == 2
                        && lab.transport()
                                .moment()
                                .status()
                                .config()
                                .equals(lab.configProperty().get()));
        NetworkViewModel vm = new NetworkViewModel(lab);
        vm.lookedAt().choose(0, 19);
        NetworkDrawing.Layer wide = vm.drawing().layers().get(1);
        assertThat(wide.units()).isEqualTo(20);
        assertThat(wide.shown()).hasSize(NetworkDrawing.MOST).contains(19);
        assertThat(vm.drawing().layers().get(2).shown()).containsExactly(0, 1, 2);
        assertThat(vm.drawing().layers().get(2).chosen()).isEqualTo(19 % 3);
    }

    @Test
    void whereNothingIsNormalizedThereIsNoBox() {
        NetworkViewModel vm = new NetworkViewModel(lab);
        vm.configure(new NetworkSettings(0));
        assertThat(vm.drawing().box()).isNull();
        assertThat(vm.drawing().layers()).noneMatch(NetworkDrawing.Layer::normalized);
        lab.edit(SMALL.withArm(1, ArmConfig.batchNorm(List.of(false, true, true))));
        vm.configure(new NetworkSettings(1));
        vm.lookedAt().choose(0, 0);
        pulseUntil(
                "no box in the first layer",
                () -> vm.drawing().box() == null && vm.drawing().layers().get(2).normalized());
    }
}
