package normscope.instrument.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.Kick;
import normscope.instrument.landscape.LandscapeSettings.Directions;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.instrument.landscape.LandscapeViewModel.State;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandscapeViewModelTest extends LabHarness {

    private static final LandscapeSettings SETTINGS =
            new LandscapeSettings(Directions.GRADIENT, 25, 0.5, Examples.BATCH, 1);

    private LandscapeViewModel vm;

    @BeforeEach
    void create() {
        vm = new LandscapeViewModel(lab);
    }

    @AfterEach
    void end() {
        vm.close();
    }

    private void awaitState(State state) {
        pulseUntil(state.toString(), () -> {
            vm.pulse();
            return vm.stateProperty().get() == state;
        });
    }

    private List<LandscapePath.Point> awaitWayTo(long step) {
        pulseUntil("the way to " + step, () -> {
            vm.pulse();
            return !vm.isBusy();
        });
        List<LandscapePath.Point> points = vm.wayProperty().get().points();
        assertThat(points.get(points.size() - 1).step()).isEqualTo(step);
        return points;
    }

    @Test
    void theWayGrowsWithEachStepAndTheLandscapeStays() {
        trainTo(5);
        vm.configure(SETTINGS);
        awaitState(State.SHOWN);
        Landscape landscape = vm.shownProperty().get();
        assertThat(landscape.step()).isEqualTo(5);
        // Nobody looks meanwhile: no pulse.
        trainTo(15);
        assertThat(awaitWayTo(15).stream().map(LandscapePath.Point::step))
                .containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
        trainTo(16);
        assertThat(awaitWayTo(16)).hasSize(11);
        assertThat(vm.shownProperty().get()).isSameAs(landscape);
    }

    @Test
    void aLongWayKeepsToSoManyPoints() {
        vm.configure(SETTINGS);
        awaitState(State.SHOWN);
        trainTo(2000);
        assertThat(awaitWayTo(2000)).hasSizeBetween(50, 258);
    }

    @Test
    void itIsComputedWhileTrainingGoesOnAndOfTheMomentAsked() {
        trainTo(3);
        vm.configure(SETTINGS);
        trainTo(9);
        awaitState(State.SHOWN);
        assertThat(vm.shownProperty().get().step()).isEqualTo(3);
        awaitWayTo(9);
    }

    @Test
    void aNewNetworkClearsItWithAWord() {
        vm.configure(SETTINGS);
        awaitState(State.SHOWN);
        lab.edit(withUnits(SMALL, 3));
        awaitState(State.OTHER);
        assertThat(vm.shownProperty().get()).isNull();
        assertThat(vm.wayProperty().get()).isNull();
    }

    @Test
    void aRunThatGoesAnotherWayBeforeItsMiddleClearsIt() {
        trainTo(4);
        lab.apply(new Command.KickLayer(0, new Kick.ScaleWeights(3)));
        trainTo(6);
        vm.configure(SETTINGS);
        awaitState(State.SHOWN);
        lab.undo();
        awaitState(State.OTHER);
    }

    @Test
    void cancellingKeepsWhatWasThere() {
        vm.configure(SETTINGS);
        vm.cancel();
        assertThat(vm.stateProperty().get()).isEqualTo(State.CANCELLED);
        assertThat(vm.progressProperty().get()).isEqualTo(1);
        vm.compute();
        awaitState(State.SHOWN);
        Landscape first = vm.shownProperty().get();
        vm.redraw();
        vm.cancel();
        assertThat(vm.stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(vm.shownProperty().get()).isSameAs(first);
    }
}
