package normscope.instrument.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.ArmConfig;
import normscope.lab.LabHarness;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoiseBenchViewModelTest extends LabHarness {

    private static final NoiseBenchSettings SETTINGS = new NoiseBenchSettings(List.of(4, 8, 16), 200, true, 0);

    private NoiseBenchViewModel vm;

    @BeforeEach
    void create() {
        vm = new NoiseBenchViewModel(lab);
    }

    @AfterEach
    void end() {
        vm.close();
    }

    private void awaitResult() {
        pulseUntil("a measurement", () -> {
            vm.pulse();
            return vm.progressProperty().get() == 1;
        });
    }

    @Test
    void theShownMomentIsMeasuredWhileTrainingGoesOn() {
        trainTo(5);
        vm.configure(SETTINGS);
        var moment = transport.moment();
        NoiseResult alone = new NoiseBench(
                        SETTINGS,
                        SMALL,
                        moment.snapshot(),
                        moment.status().split().train())
                .run(0, 0, share -> {}, () -> false);
        trainTo(9);
        awaitResult();

        assertThat(vm.shownProperty().get().step()).isEqualTo(5);
        assertThat(vm.shownProperty().get().result().sd(2)).isEqualTo(alone.sd(2));
        assertThat(vm.shownProperty().get().histograms()).hasSize(3);
    }

    @Test
    void otherNetworksAreMeasuredAnew() {
        vm.configure(SETTINGS);
        awaitResult();
        NoiseResult before = vm.shownProperty().get().result();
        lab.edit(withUnits(SMALL, 3));
        pulseUntil("other networks", () -> {
            vm.pulse();
            return vm.layersProperty().get() == 1;
        });
        awaitResult();

        assertThat(vm.shownProperty().get().result()).isNotSameAs(before);
    }

    @Test
    void unitsAndExamplesGoRound() {
        vm.configure(SETTINGS);
        vm.setUnit(-1);
        int units = SMALL.network().hiddenUnits().get(0);
        assertThat(vm.unit()).isEqualTo(units - 1);
        vm.setExample(-1);
        assertThat(vm.example())
                .isEqualTo(transport.moment().status().split().train().size() - 1);
        awaitResult();
        assertThat(vm.shownProperty().get().result().unit()).isEqualTo(units - 1);
    }

    @Test
    void aLayerWithoutBatchNormIsToldToHaveNothingToMeasure() {
        lab.edit(SMALL.withArm(
                1, ArmConfig.of(new NormalizerSpec.None(), SMALL.network().layers())));
        pulseUntil(
                "the edit",
                () -> !transport
                        .moment()
                        .status()
                        .config()
                        .arms()
                        .get(1)
                        .batchNorm()
                        .contains(true));
        vm.configure(SETTINGS);

        assertThat(vm.problemProperty().get()).startsWith("layer ");
        assertThat(vm.shownProperty().get()).isNull();
    }
}
