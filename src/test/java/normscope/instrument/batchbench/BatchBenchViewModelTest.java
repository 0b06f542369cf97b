package normscope.instrument.batchbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchBenchViewModelTest {

    private final BatchBenchViewModel vm = new BatchBenchViewModel();

    private List<Double> values() {
        return vm.benchProperty().get().settings().values();
    }

    @Test
    void theAxisStandsStillWhileAValueIsDraggedAndFollowsAfterwards() {
        double high = vm.high();
        vm.selectedProperty().set(4);
        vm.beginDrag();
        vm.setValue(1e9);
        assertThat(values().get(4)).isEqualTo(high);
        assertThat(vm.high()).isEqualTo(high);

        vm.endDrag();
        assertThat(vm.high()).isGreaterThan(high);
    }

    @Test
    void draggedValuesAreRoundNumbers() {
        vm.beginDrag();
        vm.setValue(3.14159);
        assertThat(values().get(0)).isEqualTo(3.1);
    }

    @Test
    void arrowsMoveTheChosenExample() {
        vm.nudge(1, false);
        assertThat(values().get(0)).isEqualTo(1.1);
        vm.nudge(-1, true);
        assertThat(values().get(0)).isEqualTo(0.1);
        vm.select(-1);
        assertThat(vm.selectedProperty().get()).isEqualTo(4);
    }

    @Test
    void examplesAreAddedUpToTwelveAndRemovedDownToOne() {
        for (int i = 0; i < 20; i++) {
            vm.add();
        }
        assertThat(values()).hasSize(12);
        assertThat(vm.selectedProperty().get()).isEqualTo(11);
        for (int i = 0; i < 20; i++) {
            vm.remove();
        }
        assertThat(values()).hasSize(1);
        assertThat(vm.benchProperty().get().zTilde(0)).isZero();
    }

    @Test
    void theIdentityGivesTheInputBackAndPlainUndoesIt() {
        vm.identity();
        BatchBench bench = vm.benchProperty().get();
        for (int i = 0; i < bench.size(); i++) {
            assertThat(bench.zTilde(i)).isCloseTo(values().get(i), within(1e-12));
        }
        vm.plain();
        assertThat(vm.benchProperty().get().settings().gamma()).isEqualTo(1);
        assertThat(vm.benchProperty().get().settings().beta()).isZero();
    }

    @Test
    void whatIsTypedTooLargeIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> vm.setValue(1001)).hasMessageStartingWith("values[0] ");
        assertThatThrownBy(() -> vm.setGamma(-3000)).hasMessageStartingWith("gamma ");
        assertThat(vm.benchProperty().get().settings()).isEqualTo(BatchBenchSettings.defaults());
    }

    @Test
    void aGivenAxisStaysAsLongAsAllValuesFit() {
        List<Double> axis = List.of(-20.0, 160.0);
        vm.configure(new BatchBenchSettings(List.of(6.0, 14.0), 1, 0, 1e-5, false, true, false, true, axis, null));
        assertThat(List.of(vm.low(), vm.high())).isEqualTo(axis);
        vm.setValue(140);
        assertThat(List.of(vm.low(), vm.high())).isEqualTo(axis);
        vm.setValue(1000);
        assertThat(vm.high()).isGreaterThan(1000);
    }

    @Test
    void theOutputStandsBelowEqualValuesAndNeverInAHeap() {
        vm.configure(new BatchBenchSettings(List.of(60.0, 70.0, 80.0, 100.0, 140.0), 1, 0, 1e-5));
        assertThat(vm.outputAxis(2.3)).containsExactly(-2.3, 2.3);
        vm.identity();
        assertThat(vm.outputAxis(2.3)).containsExactly(vm.low(), vm.high());
        vm.setGamma(2);
        vm.setBeta(3);
        assertThat(vm.outputAxis(2.3)[1]).isBetween(6.6, 20.0);
    }
}
