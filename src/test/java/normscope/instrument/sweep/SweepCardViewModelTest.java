package normscope.instrument.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import normscope.instrument.sweep.SweepCardViewModel.State;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.lab.LabHarness;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.sweep.Setting;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepCardViewModelTest extends LabHarness {

    private static final SweepDraft SMALL_DRAFT = new SweepDraft(
            Setting.LEARNING_RATE, "0.05, 0.5", Setting.NORMALIZER, "none, rms", 2, 20, Metric.TEST_ACCURACY);

    private SweepCardViewModel vm;

    @BeforeEach
    void create() {
        vm = new SweepCardViewModel(lab);
    }

    @AfterEach
    void end() {
        vm.close();
    }

    private void awaitEnd() {
        pulseUntil("the sweep's end", () -> {
            vm.pulse();
            return vm.stateProperty().get() == State.ENDED;
        });
    }

    @Test
    void aSweepOfTheLabsExperimentRunsAndIsToldInWords() {
        assertThat(vm.title()).isEqualTo("Sweep");
        vm.start(SMALL_DRAFT);
        assertThat(vm.stateProperty().get()).isEqualTo(State.RUNNING);
        awaitEnd();
        SweepResult result = vm.resultProperty().get();

        assertThat(result.complete()).isTrue();
        assertThat(result.sweep().base()).isEqualTo(SMALL.withName(""));
        assertThat(vm.title()).isEqualTo("Sweep: learning rate × normalizer");
        assertThat(vm.details()).endsWith(" · test accuracy, EVAL · 20 steps · 2 seeds");
        assertThat(vm.made()).isEqualTo("8 of 8 runs");
        assertThat(vm.progress()).isEqualTo(1);
        assertThat(vm.sentence())
                .startsWith("Best learning rate, normalizer of each: (0.")
                .contains("±", "%");
        assertThat(vm.draft()).isEqualTo(SMALL_DRAFT);
        assertThat(SweepFigures.of(result, SweepCardViewModel.SHOWN)).hasSize(3);
    }

    @Test
    void aPlaceOpensThatVeryRun() {
        vm.start(SMALL_DRAFT);
        awaitEnd();
        trainTo(7);
        assertThat(vm.open(new Place(1, 1))).isTrue();
        awaitRest(20);

        assertThat(config().training().learningRate()).isEqualTo(0.5);
        assertThat(config().arms().get(0).firstNormalizer()).isEqualTo(new NormalizerSpec.Rms());
        assertThat(config().seed()).isEqualTo(SMALL.seed());
        assertThat(config().name()).isEqualTo("sweep, rate\u00a00.5, RMS norm");
        int run = vm.resultProperty().get().sweep().index(1, 1, 0);
        assertThat(config().withName(""))
                .isEqualTo(vm.resultProperty().get().sweep().config(run));
    }

    @Test
    void pausingHoldsItAndCancellingKeepsWhatIsMade() {
        vm.start(new SweepDraft(Setting.LEARNING_RATE, "0.1; 0.2", null, "", 1, 1_000_000, Metric.TRAIN_LOSS));
        vm.pauseOrResume();
        assertThat(vm.stateProperty().get()).isEqualTo(State.PAUSED);
        vm.pulse();
        assertThat(vm.stateProperty().get()).isEqualTo(State.PAUSED);
        vm.pauseOrResume();
        assertThat(vm.stateProperty().get()).isEqualTo(State.RUNNING);
        vm.cancel();

        assertThat(vm.stateProperty().get()).isEqualTo(State.ENDED);
        assertThat(vm.resultProperty().get().made()).isLessThan(2);
        assertThat(vm.made()).endsWith(" of 2 runs");
    }

    @Test
    void whatIsWrongIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> vm.start(new SweepDraft(Setting.DEPTH, "2, 3.5", null, "", 1, 10, Metric.TRAIN_LOSS)))
                .hasMessage("\"3.5\" must be a whole number.");
        assertThatThrownBy(() ->
                        vm.start(new SweepDraft(Setting.OPTIMIZER, "sgd, adagrad", null, "", 1, 10, Metric.TRAIN_LOSS)))
                .hasMessage("\"adagrad\" must be one of "
                        + OptimizerSpec.EXPERIMENTS.stream()
                                .map(OptimizerSpec::kind)
                                .collect(Collectors.joining(", "))
                        + ".");
        assertThatThrownBy(() -> vm.start(new SweepDraft(
                        Setting.LEARNING_RATE, "0.1", Setting.LEARNING_RATE, "1", 1, 10, Metric.TRAIN_LOSS)))
                .hasMessageStartingWith("settings[1].setting ");
        assertThatThrownBy(() -> vm.start(new SweepDraft(Setting.L2, "", null, "", 1, 10, Metric.TRAIN_LOSS)))
                .hasMessageContaining("values");
        assertThat(vm.stateProperty().get()).isEqualTo(State.NONE);
        assertThat(vm.resultProperty().get()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theUsualValuesOfEverySettingMakeASweep(Setting setting) {
        SweepDraft draft = new SweepDraft(setting, SweepDraft.usual(setting), null, "", 1, 1, Metric.TRAIN_ACCURACY);

        assertThat(draft.of(SMALL).axes().get(0).size())
                .isEqualTo(setting.usual().size());
    }
}
