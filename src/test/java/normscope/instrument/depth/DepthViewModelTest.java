package normscope.instrument.depth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.instrument.depth.DepthSettings.Inputs;
import normscope.instrument.depth.DepthSettings.Show;
import normscope.lab.LabHarness;
import normscope.sweep.SweepResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepthViewModelTest extends LabHarness {

    private DepthViewModel vm;

    @BeforeEach
    void create() {
        vm = new DepthViewModel(lab);
    }

    @AfterEach
    void end() {
        vm.close();
    }

    private DepthViewModel.Known look() {
        pulseUntil("the start", () -> {
            vm.pulse();
            return !vm.isBusy();
        });
        return vm.pulse();
    }

    @Test
    void theBackgroundGivesWhatTheModelGivesAndFollowsTheLab() {
        vm.configure(new DepthSettings(null, 10, Inputs.GAUSSIAN, null));
        assertThat(look().depth()).isEqualTo(Depth.of(SMALL, new DepthSettings(null, 10, Inputs.GAUSSIAN, null)));
        vm.layersProperty().set(DepthViewModel.OWN);
        vm.inputsProperty().set(Inputs.DATA);
        lab.edit(withUnits(SMALL, 5, 5));
        DepthViewModel.Known known = look();
        assertThat(known.config()).isEqualTo(config());
        assertThat(known.depth()).isEqualTo(Depth.of(config(), DepthSettings.defaults()));
    }

    @Test
    void trainingGoesOnAndTheStartStaysWhatItWas() {
        vm.configure(DepthSettings.defaults());
        DepthViewModel.Known before = look();
        trainTo(20);
        assertThat(look()).isSameAs(before);
    }

    @Test
    void theRunsOfTheTableStopAtOnceGoOnAndAreRecalled() {
        vm.configure(new DepthSettings(Show.RATES, null, null, null));
        vm.makeRates();
        assertThat(vm.isBusy()).isTrue();
        pulseUntil("the first run", () -> {
            vm.pulse();
            return vm.ratesProperty().get().made() > 0;
        });
        vm.cancel();
        SweepResult some = vm.ratesProperty().get();
        assertThat(vm.runningProperty().get()).isFalse();
        assertThat(some.complete()).isFalse();
        vm.pulse();
        assertThat(vm.ratesProperty().get()).isSameAs(some);

        // Another page begins empty; who knows the result sees it again, and the rest is made from there.
        vm.configure(new DepthSettings(Show.RATES, null, null, null));
        assertThat(vm.ratesProperty().get()).isNull();
        vm.recall();
        assertThat(vm.ratesProperty().get()).isSameAs(some);
        vm.makeRates();
        assertThat(vm.ratesProperty().get().made()).isEqualTo(some.made());
    }

    @Test
    void closingEndsItsThreads() {
        vm.configure(new DepthSettings(Show.RATES, null, null, null));
        vm.makeRates();
        vm.pulse();
        vm.close();
        pulseUntil(
                "the end of the threads",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> Stream.of("depth", "sweep").anyMatch(name::startsWith)));
    }

    @Test
    void theTableIsThatOfTwoHundredDigits() {
        var sweep = DepthViewModel.sweep();
        var split = new Experiment(sweep.config(0)).split();
        assertThat(split.train().size()).isEqualTo(200);
        assertThat(split.test().size()).isEqualTo(359);
        assertThat(sweep.runs()).isEqualTo(50);
    }
}
