package normscope.instrument.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.lab.EventFlag;
import normscope.lab.LabHarness;
import normscope.lab.PreparedKick;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedShift.Family;
import normscope.lab.PreparedShift.Preset;
import normscope.lab.PreparedTransform.Kind;
import org.junit.jupiter.api.Test;

/** A shift is prepared, applied, outlined, followed and gone back across. */
class ShiftViewModelTest extends LabHarness {

    private void applyAndAwait(PreparedShift shift, boolean drift, int events) {
        shift.apply(drift);
        pulseUntil("the flag", () -> lab.events().size() == events);
    }

    private void awaitResult(ShiftViewModel vm, long step) {
        pulseUntil("the results of step " + step, () -> {
            vm.pulse();
            var result = vm.resultProperty().get();
            return result != null
                    && result.step() == step
                    && (lab.events().isEmpty()
                            || result.course() != null && result.course().reachedStep() == step);
        });
    }

    @Test
    void everyKindBecomesItsCommand() {
        PreparedShift shift = new PreparedShift(lab);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0));
        shift.driftStepsProperty().set(300);
        assertThat(shift.command(true)).isEqualTo(new Command.ShiftInputs(new InputShift.Translate(1, 1), 300));
        shift.transform().kindProperty().set(Kind.SCALE);
        shift.transform().oneAxisProperty().set(true);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Scale(10, 1), 0));
        shift.transform().kindProperty().set(Kind.NOISE);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Noise(0.5), 0));
        shift.transform().kindProperty().set(Kind.CLASS);
        shift.transform().labelProperty().set(7);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.ClassShift(1, 1, 1), 0));
        shift.familyProperty().set(Family.KICK);
        shift.kick().layerProperty().set(9);
        assertThat(shift.command(true)).isEqualTo(new Command.KickLayer(2, new Kick.AddToZ(2)));
        shift.kick().kindProperty().set(PreparedKick.Kind.REDRAW);
        assertThat(shift.command(false)).isEqualTo(new Command.KickLayer(2, new Kick.Redraw()));
        shift.prepare(Preset.ROTATED_CAMERA);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Rotate(30), 0));
        shift.prepare(Preset.SENSOR_DRIFT);
        assertThat(shift.command(true)).isEqualTo(new Command.ShiftInputs(new InputShift.Translate(2, 0), 1000));
    }

    @Test
    void whatCannotBeDoneToTheDataIsNotDone() {
        lab.edit(SMALL.withData(SMALL.data().withKind(DataKind.DIGITS).withPoints(60)));
        PreparedShift shift = new PreparedShift(lab);
        shift.transform().kindProperty().set(Kind.ROTATE);
        shift.apply(false);
        shift.transform().kindProperty().set(Kind.MOVE);
        applyAndAwait(shift, false, 1);
        assertThat(lab.events()).extracting(EventFlag::label).containsExactly("shift 1, 1");
    }

    @Test
    void aShiftPinsTheMomentBeforeAndMovesTheData() {
        trainTo(40);
        var before = lab.evaluation().points();
        applyAndAwait(new PreparedShift(lab), false, 1);
        pulseUntil("the outline", () -> lab.layers().pinnedStepProperty().get() == 40);
        assertThat(lab.layers().pinnedSnapshot().shifts().isEmpty()).isTrue();
        assertThat(lab.runner().status().snapshot().shifts().changes()).hasSize(1);
        pulseUntil("the moved data", () -> lab.evaluation().points() != before);
        assertThat(lab.evaluation().formerPoints()).isSameAs(before);
        transport.review(10);
        pulseUntil("the data of then", () -> lab.evaluation().points() == before);
        assertThat(lab.evaluation().formerPoints()).isEmpty();
    }

    @Test
    void resultsFollowTheRunAndTheReviewedMoment() {
        try (ShiftViewModel vm = new ShiftViewModel(lab)) {
            trainTo(60);
            awaitResult(vm, 60);
            assertThat(vm.resultProperty().get().course()).isNull();
            assertThat(vm.resultProperty().get().event()).isNull();
            assertThat(vm.resultProperty().get().policies().frozen()).isBetween(0.0, 1.0);

            applyAndAwait(new PreparedShift(lab), false, 1);
            trainTo(90);
            awaitResult(vm, 90);
            ShiftViewModel.Result result = vm.resultProperty().get();
            assertThat(result.event()).isEqualTo("shift 1, 1");
            assertThat(result.course().eventStep()).isEqualTo(60);
            assertThat(result.moved().get(0).single()).hasSize(3);

            Experiment same = new Experiment(SMALL);
            while (same.step() < 60) {
                same.advance();
            }
            same.apply(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0));
            assertThat(result.course().happened().get(0).readings()).isEqualTo(Readings.of(same));
            while (same.step() < 90) {
                same.advance();
            }
            assertThat(result.now()).isEqualTo(Readings.of(same));

            transport.review(60);
            pulseUntil("the reviewed moment", () -> {
                vm.pulse();
                return vm.resultProperty().get().step() == 60;
            });
            assertThat(vm.resultProperty().get().moved().get(1).single())
                    .allSatisfy(d -> assertThat(d).isEqualTo(0, within(1e-9)));
        }
    }

    @Test
    void goingBackAcrossAShiftForgetsIt() {
        try (ShiftViewModel vm = new ShiftViewModel(lab)) {
            trainTo(30);
            applyAndAwait(new PreparedShift(lab), true, 1);
            trainTo(50);
            awaitResult(vm, 50);
            transport.review(20);
            lab.pulse();
            lab.continueFromHere();
            pulseUntil("the flag to go", () -> lab.events().isEmpty());
            pulseUntil("the results to go", () -> {
                vm.pulse();
                return vm.resultProperty().get().course() == null;
            });
            lab.undo();
            awaitRest(50);
            awaitResult(vm, 50);
            assertThat(vm.resultProperty().get().event()).isEqualTo("shift 1, 1 in 500 steps");
            assertThat(lab.runner().status().snapshot().arm(1).divergence()).isNull();
        }
    }

    @Test
    void flagsTellWhatHappened() {
        PreparedShift shift = new PreparedShift(lab);
        for (Kind kind : List.of(Kind.SCALE, Kind.ROTATE, Kind.CLASS, Kind.NOISE)) {
            shift.transform().kindProperty().set(kind);
            shift.apply(false);
        }
        shift.familyProperty().set(Family.KICK);
        shift.apply(false);
        shift.kick().kindProperty().set(PreparedKick.Kind.SCALE);
        shift.apply(false);
        shift.kick().kindProperty().set(PreparedKick.Kind.REDRAW);
        shift.apply(false);
        shift.familyProperty().set(Family.TRANSFORM);
        shift.transform().kindProperty().set(Kind.SCALE);
        shift.transform().oneAxisProperty().set(true);
        shift.apply(false);
        pulseUntil("the flags", () -> lab.events().size() == 8);
        assertThat(lab.events())
                .extracting(EventFlag::label)
                .containsExactly(
                        "scale \u00d710",
                        "rotate 30\u00b0",
                        "class 2 shift 1, 1",
                        "noise 0.5",
                        "kick layer 1 z + 2",
                        "kick layer 1 W \u00d73",
                        "kick layer 1 re-drawn",
                        "scale \u00d710, \u00d71");
    }
}
