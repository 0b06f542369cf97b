package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Importance;
import normscope.experiment.LearnFrom;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import org.junit.jupiter.api.Test;

/** The remedies are recorded commands; what means nothing is refused in one sentence. */
class RemediesTest extends LabHarness {

    private Remedies remedies;

    private void begin() {
        lab.edit(SMALL.withData(SMALL.data().withKind(DataKind.CATS).withSelection(Selection.BLACK_CATS)));
        awaitRest(0);
        trainTo(20);
        remedies = new Remedies(lab);
    }

    private void settle() {
        awaitRest(20);
        remedies.pulse();
    }

    private void draw(Selection selection) {
        PreparedShift.apply(lab, new Command.Select(selection, 0));
        settle();
    }

    private List<Command> commands() {
        return lab.runner().status().history().events().stream()
                .map(Event::command)
                .toList();
    }

    @Test
    void eachSwitchIsACommandThatUndoTakesBack() {
        begin();
        draw(Selection.ALL);
        remedies.reestimate();
        remedies.setLabels(false);
        settle();
        assertThat(remedies.sourceProperty().get()).isEqualTo(new LearnFrom(false, 0, false));
        remedies.setReplay(0.5);
        settle();
        assertThat(remedies.sourceProperty().get())
                .as("old ones are kept beside labels of now")
                .isEqualTo(new LearnFrom(true, 0.5, false));
        remedies.setWeighted(true);
        settle();
        assertThat(remedies.sourceProperty().get()).isEqualTo(new LearnFrom(false, 0, true));
        remedies.setWeighted(true);
        settle();
        assertThat(commands())
                .containsExactly(
                        new Command.Select(Selection.ALL, 0),
                        new Command.Reestimate(),
                        new Command.SetLearnFrom(new LearnFrom(false, 0, false)),
                        new Command.SetLearnFrom(new LearnFrom(true, 0.5, false)),
                        new Command.SetLearnFrom(new LearnFrom(false, 0, true)));
        lab.undo();
        pulseUntil("one command less", () -> commands().size() == 4);
        settle();
        assertThat(remedies.sourceProperty().get()).isEqualTo(new LearnFrom(true, 0.5, false));
        lab.redo();
        pulseUntil("it again", () -> commands().size() == 5);
        settle();
        assertThat(remedies.sourceProperty().get().weighted()).isTrue();
    }

    @Test
    void weightsWithoutOverlapAreRefusedInOneSentenceAndNothingHappens() {
        begin();
        draw(Selection.COLOURED_CATS);
        Importance importance = remedies.importanceProperty().get();
        assertThat(importance.overlap()).isZero();
        assertThat(importance.effectiveSize()).isZero();
        remedies.setWeighted(true);
        settle();
        lab.pulse();
        assertThat(notice())
                .isEqualTo(
                        "Not done: Importance weighting needs overlap, but none of the examples drawn before is drawn"
                                + " now: there is nothing to weigh.");
        assertThat(lab.noticeProperty().get().details()).isNull();
        assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.WARNING);
        assertThat(lab.runner().status().failure()).isNull();
        remedies.pulse();
        assertThat(remedies.sourceProperty().get()).isEqualTo(LearnFrom.NOW);
        assertThat(commands()).hasSize(1);
        trainTo(30);
    }

    @Test
    void whatWeightsAreWorthIsToldBeforehand() {
        begin();
        assertThat(remedies.importanceProperty().get())
                .as("nothing has changed")
                .isNull();
        assertThat(remedies.changedProperty().get()).isFalse();
        draw(new Selection.Sigmoid(new Trait.Input(0), -3));
        Importance importance = remedies.importanceProperty().get();
        assertThat(remedies.changedProperty().get()).isTrue();
        assertThat(importance.overlap()).isBetween(0.9, 1.0);
        assertThat(importance.effectiveSize()).isBetween(5.0, (double) remedies.examples());
        PreparedShift shift = new PreparedShift(lab);
        shift.apply(false);
        settle();
        assertThat(remedies.importanceProperty().get())
                .as("the last change moved the inputs")
                .isNull();
    }
}
