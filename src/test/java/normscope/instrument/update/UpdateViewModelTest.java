package normscope.instrument.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.ArmConfig;
import normscope.instrument.update.Stage.Kind;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stage by stage through the update; the layer and unit are those of all panels. */
class UpdateViewModelTest extends LabHarness {

    @Test
    void aPressGoesOnThroughTheLayersAndTheOthersFollow() {
        try (UpdateViewModel vm = new UpdateViewModel(lab)) {
            vm.configure(UpdateSettings.defaults());
            assertThat(vm.index()).isZero();
            int count = vm.stages().size();
            for (int i = 1; i < count; i++) {
                vm.move(1);
                assertThat(vm.index()).isEqualTo(i);
                Stage stage = vm.stage();
                if (stage.layer() >= 0 && stage.layer() < 3) {
                    assertThat(lab.curves().bandLayerProperty().get()).isEqualTo(stage.layer());
                }
            }
            vm.move(1);
            assertThat(vm.stage().kind()).isEqualTo(Kind.UPDATE);
            vm.move(-1);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.D_W, 0));
            lab.curves().bandLayerProperty().set(1);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.D_W, 1));
            vm.show(Kind.NORM);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.NORM, 1));
        }
    }

    @Test
    void numbersAreThoseOfTheShownStepAndMakingItGoesOn() {
        try (UpdateViewModel vm = new UpdateViewModel(lab)) {
            trainTo(20);
            vm.configure(new UpdateSettings(1, Kind.UPDATE, null, 2));
            UnitUpdate first = await(vm, 20);
            vm.makeStep();
            awaitRest(21);
            assertThat(vm.stage().kind()).isEqualTo(Kind.X);
            vm.show(Kind.UPDATE);
            int layer = lab.curves().bandLayerProperty().get();
            UnitUpdate next = await(vm, 21);
            assertThat(next.layer()).isEqualTo(layer);
            assertThat(next.w()).isEqualTo(first.wAfter());
            assertThat(next.gamma().before()).isEqualTo(first.gamma().after());
            transport.review(20);
            assertThat(await(vm, 20).dZ()).isEqualTo(first.dZ());
        }
    }

    /** The settings are ahead of the moment that is shown until the trainer has taken them in, at whatever time. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aSmallerNetworkOnItsWayHasTheStagesOfOneMoment() {
        try (UpdateViewModel vm = new UpdateViewModel(lab)) {
            vm.configure(UpdateSettings.defaults());
            List<Stage> before = vm.stages();
            lab.edit(withUnits(SMALL, 4));
            List<Stage> after = vm.stages();
            while (after.equals(before)) {
                after = vm.stages();
            }
            assertThat(after).hasSizeLessThan(before.size());
        }
    }

    @Test
    void aLayerWithoutBatchNormHasFewerStages() {
        try (UpdateViewModel vm = new UpdateViewModel(lab)) {
            vm.configure(new UpdateSettings(1, Kind.TILDE, null, 0));
            lab.edit(SMALL.withArm(1, ArmConfig.batchNorm(List.of(true, false, true))));
            lab.curves().bandLayerProperty().set(1);
            pulseUntil("one layer without", () -> vm.stage().equals(new Stage(Kind.A, 1)));
            vm.move(1);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.Z, 2));
            vm.armProperty().set(0);
            vm.show(Kind.D_PARAMETERS);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.D_Z, 2));
            assertThat(await(vm, 0).box()).isNull();
            assertThat(vm.drawing().pass().back()).isTrue();
        }
    }

    @Test
    void aPageMayHoldItsStageBack() {
        try (UpdateViewModel vm = new UpdateViewModel(lab)) {
            lab.curves().bandLayerProperty().set(1);
            vm.configure(new UpdateSettings(1, Kind.D_PARAMETERS, Kind.D_PARAMETERS, 0));
            vm.move(1);
            vm.show(Kind.D_Z);
            vm.show(Kind.UPDATE);
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.D_PARAMETERS, 1));
            vm.configure(new UpdateSettings(1, Kind.D_Z, null, 0));
            assertThat(vm.stage()).isEqualTo(new Stage(Kind.D_Z, 1));
        }
    }

    private UnitUpdate await(UpdateViewModel vm, long step) {
        pulseUntil("the numbers of step " + step, () -> {
            vm.pulse();
            UpdateViewModel.Answer answer = vm.answerProperty().get();
            int wanted = vm.stage().layer() < 0
                    ? lab.curves().bandLayerProperty().get()
                    : vm.stage().layer();
            return answer != null
                    && answer.step() == step
                    && answer.layer() == wanted
                    && answer.arm() == vm.armProperty().get();
        });
        return vm.answerProperty().get().numbers();
    }
}
