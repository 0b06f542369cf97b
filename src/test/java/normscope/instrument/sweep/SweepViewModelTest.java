package normscope.instrument.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.lab.LabHarness;
import normscope.sweep.Cell;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepViewModelTest extends LabHarness {

    private SweepViewModel vm;

    @BeforeEach
    void create() {
        vm = new SweepViewModel(lab);
    }

    @AfterEach
    void end() {
        vm.close();
    }

    private SweepSettings small(long steps) {
        return new SweepSettings(SMALL, Setting.LEARNING_RATE, List.of(0.05, 0.5), 2, steps, Metric.TRAIN_LOSS);
    }

    private void run() {
        vm.start();
        pulseUntil("the sweep's end", () -> {
            vm.pulse();
            return !vm.runningProperty().get();
        });
    }

    @Test
    void theBackgroundGivesWhatTheModelGives() {
        vm.configure(small(30));
        run();
        Sweep sweep = small(30).sweep();
        SweepResult alone = SweepResult.none(sweep).with(sweep.runAll());

        assertThat(vm.resultProperty().get().complete()).isTrue();
        for (int arm = 0; arm < 2; arm++) {
            Cell made = vm.resultProperty().get().cell(new Shown(0, 0), arm, new Place(1, 0));
            assertThat(made.values())
                    .isEqualTo(alone.cell(new Shown(0, 0), arm, new Place(1, 0)).values());
        }
    }

    @Test
    void theDefaultsSweepTheLabsOwnExperimentAndFollowIt() {
        vm.configure(SweepSettings.defaults());
        assertThat(vm.settings().base()).isEqualTo(SMALL.withName(""));
        lab.edit(withUnits(SMALL, 5, 5));
        vm.pulse();

        assertThat(vm.settings().base().network().hiddenUnits()).containsExactly(5, 5);
    }

    @Test
    void aSweepThatWasMadeIsShownAgainOnRecallAlone() {
        vm.configure(small(30));
        run();
        SweepResult made = vm.resultProperty().get();
        vm.configure(small(20));
        vm.configure(small(30));
        assertThat(vm.resultProperty().get().made()).isZero();

        vm.recall();
        assertThat(vm.resultProperty().get()).isSameAs(made);
        vm.pulse();
        assertThat(vm.resultProperty().get()).isSameAs(made);
    }

    @Test
    void cancellingStopsAndNothingComesAfterwards() {
        vm.configure(small(1_000_000));
        vm.start();
        vm.cancel();
        int made = vm.resultProperty().get().made();
        vm.configure(small(5));
        run();

        assertThat(made).isLessThan(4);
        assertThat(vm.resultProperty().get().complete()).isTrue();
        assertThat(vm.resultProperty().get().sweep().steps()).containsExactly(5L);
    }

    @Test
    void aPointOpensAsAnExperimentOfItsOwnFromTheFirstStep() {
        vm.configure(small(5));
        trainTo(7);
        vm.open(1, 1);
        awaitRest(0);

        assertThat(config().training().learningRate()).isEqualTo(0.5);
        assertThat(config().seed()).isEqualTo(SMALL.seed() + 1);
        assertThat(config().name()).isEqualTo("sweep, rate 0.5");
    }

    @Test
    void valuesLieAtEqualRatiosAndAreRound() {
        assertThat(SweepViewModel.between(Setting.LEARNING_RATE, 0.001, 10, 9))
                .containsExactly(0.001, 0.0032, 0.01, 0.032, 0.1, 0.32, 1.0, 3.2, 10.0);
        assertThat(SweepViewModel.between(Setting.BATCH_SIZE, 1, 8, 10))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0);
        assertThat(SweepViewModel.between(Setting.INIT_SD, 0.5, 1, 1)).containsExactly(0.5);
    }

    @Test
    void whatIsWrongIsRefusedAndChangesNothing() {
        vm.configure(small(5));
        assertThatThrownBy(() -> new SweepSettings(
                        SMALL,
                        Setting.LEARNING_RATE,
                        SweepViewModel.between(Setting.LEARNING_RATE, 1, 1e6, 3),
                        1,
                        5,
                        Metric.TEST_LOSS))
                .hasMessageStartingWith("values[2] ");
        assertThat(vm.settings()).isEqualTo(small(5));
    }
}
