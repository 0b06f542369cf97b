package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.experiment.Command;
import normscope.experiment.DataConfig;
import normscope.experiment.InputShift;
import normscope.experiment.RuleChange;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import normscope.lab.EvaluationViewModel.DataPoint;
import normscope.lab.PreparedSelection.Which;
import normscope.lab.PreparedShift.Family;
import normscope.lab.PreparedShift.Preset;
import normscope.lab.PreparedTrait.By;
import normscope.lab.PreparedTransform.Kind;
import org.junit.jupiter.api.Test;

/** The kinds of change: what each becomes, and which the data at hand offer. */
class PreparedShiftTest extends LabHarness {

    private static final DataConfig CATS = SMALL.data().withKind(DataKind.CATS);
    private static final DataConfig DIGITS =
            SMALL.data().withKind(DataKind.DIGITS).withPoints(60);

    private PreparedShift prepared(DataConfig data) {
        lab.edit(SMALL.withData(data));
        awaitRest(0);
        return new PreparedShift(lab);
    }

    @Test
    void aSelectionIsByAnyTraitHardOrSoftAtOnceOrSlowly() {
        PreparedShift shift = prepared(SMALL.data());
        shift.familyProperty().set(Family.SELECTION);
        PreparedSelection selection = shift.selection();
        selection.trait().degreesProperty().set(90);
        assertThat(shift.command(false))
                .isEqualTo(new Command.Select(new Selection.Window(new Trait.Direction(90), 0.5, 1), 0));
        selection.trait().byProperty().set(By.DISTANCE);
        selection.trait().fromProperty().set(0);
        selection.trait().toProperty().set(40);
        assertThat(shift.command(true))
                .isEqualTo(new Command.Select(new Selection.Window(new Trait.Distance(), 0, 0.4), 500));
        selection.trait().byProperty().set(By.INPUT);
        selection.trait().inputProperty().set(2);
        selection.whichProperty().set(Which.LOW);
        assertThat(shift.command(false))
                .isEqualTo(new Command.Select(new Selection.Sigmoid(new Trait.Input(1), -3), 0));
        selection.whichProperty().set(Which.HIGH);
        selection.steepnessProperty().set(5);
        assertThat(shift.command(false)).isEqualTo(new Command.Select(new Selection.Sigmoid(new Trait.Input(1), 5), 0));
        selection.whichProperty().set(Which.ALL);
        assertThat(shift.command(false)).isEqualTo(new Command.Select(Selection.ALL, 0));
    }

    @Test
    void onlyWhatTheDataHaveIsOffered() {
        assertThat(PreparedTrait.offered(SMALL.data())).containsExactly(By.DIRECTION, By.DISTANCE, By.INPUT);
        assertThat(PreparedTrait.offered(DIGITS)).containsExactly(By.DISTANCE, By.INK, By.INPUT);
        assertThat(PreparedSelection.offered(SMALL.data())).doesNotContain(Which.BLACK, Which.COLOURED);
        assertThat(PreparedSelection.offered(CATS)).containsExactly(Which.values());
        assertThat(PreparedTransform.offered(CATS))
                .containsExactly(Kind.MOVE, Kind.SCALE, Kind.ROTATE, Kind.CLASS, Kind.NOISE);
        assertThat(PreparedTransform.offered(DIGITS))
                .containsExactly(Kind.MOVE, Kind.SCALE, Kind.CLASS, Kind.NOISE, Kind.PAPER, Kind.NEGATIVE, Kind.PIXELS);
        assertThat(PreparedRule.offered(CATS)).containsExactly(PreparedRule.Change.values());
        assertThat(PreparedRule.offered(DIGITS)).containsExactly(PreparedRule.Change.FLIP);
    }

    @Test
    void whatOtherDataDoNotHaveIsLetGo() {
        PreparedShift shift = prepared(CATS);
        shift.familyProperty().set(Family.SELECTION);
        shift.selection().whichProperty().set(Which.COLOURED);
        assertThat(shift.command(false)).isEqualTo(new Command.Select(Selection.COLOURED_CATS, 0));
        shift.selection().trait().byProperty().set(By.DIRECTION);
        shift.transform().kindProperty().set(Kind.ROTATE);
        shift.rule().changeProperty().set(PreparedRule.Change.TRUTH);
        lab.edit(SMALL.withData(DIGITS));
        assertThat(shift.command(false))
                .isEqualTo(new Command.Select(new Selection.Window(new Trait.Ink(), 0.5, 1), 0));
        shift.familyProperty().set(Family.TRANSFORM);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0));
        shift.familyProperty().set(Family.RULE);
        assertThat(shift.command(false))
                .isEqualTo(new Command.ChangeRule(new RuleChange.Flip(new Trait.Ink(), 0.5, 1)));
    }

    @Test
    void picturesAreTransformedInTheirOwnWays() {
        PreparedShift shift = prepared(DIGITS);
        shift.transform().kindProperty().set(Kind.PAPER);
        shift.transform().shareProperty().set(50);
        assertThat(shift.command(true)).isEqualTo(new Command.ShiftInputs(new InputShift.Paper(0.5, 0.5, false), 500));
        shift.transform().variedProperty().set(true);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Paper(0.5, 0.5, true), 0));
        shift.transform().kindProperty().set(Kind.NEGATIVE);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Negative(), 0));
        shift.transform().kindProperty().set(Kind.PIXELS);
        shift.transform().downProperty().set(-2);
        assertThat(shift.command(false)).isEqualTo(new Command.ShiftInputs(new InputShift.Pixels(1, -2), 0));
    }

    @Test
    void theRuleChangesInARegionOrAltogether() {
        PreparedShift shift = prepared(CATS);
        shift.familyProperty().set(Family.RULE);
        assertThat(shift.command(true))
                .isEqualTo(new Command.ChangeRule(new RuleChange.Flip(new Trait.Direction(0), 0.5, 1)));
        shift.rule().changeProperty().set(PreparedRule.Change.TRUTH);
        shift.rule().truthProperty().set(TrueRule.XOR);
        shift.apply(false);
        pulseUntil("the flag", () -> lab.events().size() == 1);
        assertThat(lab.events().get(0).label()).isEqualTo("rule: coloured ones the opposite");
        pulseUntil("the rule", () -> lab.evaluation().rule() == TrueRule.XOR);
        assertThat(lab.evaluation().formerPoints())
                .as("nothing has moved, all are drawn")
                .isEmpty();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsToldInOneSentence() {
        PreparedShift shift = prepared(SMALL.data());
        shift.familyProperty().set(Family.SELECTION);
        shift.selection().trait().toProperty().set(50);
        shift.apply(false);
        assertThat(notice()).isEqualTo("Not done: The upper end is 0.5, but must be at least 0.02 more than from.");
        assertThat(lab.noticeProperty().get().details()).isNull();
        lab.pulse();
        assertThat(lab.events()).isEmpty();
    }

    @Test
    void theCatsStoryBringsItsDataAndThenDrawsTheColouredOnes() {
        PreparedShift shift = prepared(SMALL.data());
        assertThat(shift.startsAgain(Preset.COLOURED_CATS)).isTrue();
        shift.prepare(Preset.COLOURED_CATS);
        awaitRest(0);
        assertThat(config().data().kind()).isEqualTo(DataKind.CATS);
        assertThat(config().data().selection()).isEqualTo(Selection.BLACK_CATS);
        assertThat(shift.startsAgain(Preset.COLOURED_CATS)).isFalse();
        trainTo(20);
        shift.prepare(Preset.COLOURED_CATS);
        assertThat(transport.lastStepProperty().get()).isEqualTo(20);
        shift.apply(false);
        pulseUntil("the flag", () -> lab.events().size() == 1);
        assertThat(lab.events().get(0).label()).isEqualTo("drawn: input 1 above 0");
        pulseUntil("the outline", () -> lab.layers().pinnedStepProperty().get() == 20);
    }

    /** Solid are the drawn ones, ghosts those that are not; together they are all. */
    @Test
    void underASelectionGhostsAreTheExamplesThatAreNotDrawn() {
        PreparedShift shift = prepared(CATS.withSelection(Selection.BLACK_CATS));
        pulseUntil("the drawn ones", () -> lab.evaluation().selection() != null);
        assertThat(lab.evaluation().points()).isNotEmpty().allMatch(point -> point.x() <= 0);
        assertThat(lab.evaluation().formerPoints()).isNotEmpty().allMatch(point -> point.x() > 0);
        Set<DataPoint> black = Set.copyOf(lab.evaluation().points());
        List<DataPoint> coloured = lab.evaluation().formerPoints();
        assertThat(black).hasSize(config().data().points() - coloured.size());

        shift.familyProperty().set(Family.SELECTION);
        shift.selection().whichProperty().set(Which.COLOURED);
        shift.apply(false);
        pulseUntil("the others", () -> lab.evaluation().points().stream().noneMatch(black::contains));
        assertThat(Set.copyOf(lab.evaluation().formerPoints())).isEqualTo(black);

        // Moved while selected: ghosts are still those that are not drawn, where they are now.
        shift.prepareMove(3, 0);
        shift.apply(false);
        pulseUntil(
                "the moved ones", () -> lab.evaluation().formerPoints().stream().noneMatch(black::contains));
        assertThat(lab.evaluation().formerPoints()).hasSize(black.size());
        assertThat(lab.evaluation().formerPoints().stream()
                        .map(point -> new DataPoint(0, point.y(), point.label(), point.test()))
                        .collect(Collectors.toSet()))
                .isEqualTo(black.stream()
                        .map(point -> new DataPoint(0, point.y(), point.label(), point.test()))
                        .collect(Collectors.toSet()));
    }
}
