package normscope.instrument.contours;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.instrument.contours.ContoursSettings.Inputs;
import org.junit.jupiter.api.Test;

class ContoursViewModelTest {

    private static final long FRAME = 16_666_667;
    private final ContoursViewModel vm = new ContoursViewModel();
    private long now = 1;

    private double secondsToRun() {
        vm.toggleRun();
        int frames = 0;
        while (vm.runningProperty().get() && frames++ < 3600) {
            now += FRAME;
            vm.pulse(now);
        }
        return frames / 60.0;
    }

    @Test
    void aMillionStepsTakeSeconds() {
        assertThat(secondsToRun()).isBetween(4.0, 15.0);
        assertThat(vm.descent().steps()).isGreaterThan(1_000_000);
        assertThat(vm.descent().improvement()).isGreaterThanOrEqualTo(0.999);
    }

    @Test
    void fewStepsAreSeenOneByOne() {
        vm.configure(new ContoursSettings(Inputs.SCALED, 0.5, true, 200, 1));
        vm.toggleRun();
        vm.pulse(now);
        assertThat(vm.descent().steps()).isEqualTo(1);
        vm.pulse(now + FRAME);
        assertThat(vm.descent().steps()).isEqualTo(1);
    }

    @Test
    void divergenceStopsTheRunAndRunningAgainBeginsAgain() {
        vm.configure(new ContoursSettings(Inputs.STANDARDIZED, 2.5, true, 200, 1));
        secondsToRun();
        assertThat(vm.descent().diverged()).isTrue();
        assertThat(vm.runningProperty().get()).isFalse();

        vm.toggleRun();
        assertThat(vm.descent().steps()).isZero();
        assertThat(vm.runningProperty().get()).isTrue();
    }

    @Test
    void steppingPausesAndResettingGoesBack() {
        vm.toggleRun();
        vm.step();
        assertThat(vm.runningProperty().get()).isFalse();
        assertThat(vm.descent().steps()).isEqualTo(1);
        long frame = vm.frame();
        vm.reset();
        assertThat(vm.descent().steps()).isZero();
        assertThat(vm.frame()).isGreaterThan(frame);
    }
}
