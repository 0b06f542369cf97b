package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import normscope.experiment.Configs;
import normscope.experiment.Snapshot;
import normscope.lab.LabViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.runner.Await;
import normscope.runner.Session;
import org.junit.jupiter.api.Test;

/** A lesson without a window, page by page. */
class LessonViewModelTest extends LessonHarness {

    @Test
    void aQuestionLocksTrainingUntilItIsAnswered() {
        open();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ASKING);

        transport.play();
        transport.stepOnce();
        transport.stepEpoch();
        lesson.act();
        assertThat(moment().step()).isZero();

        lesson.answer(3);
        assertThat(transport.lockedProperty().get()).isTrue();
        lesson.answer(2);
        assertThat(lesson.words().answers()).hasSize(3);
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(transport.lockedProperty().get()).isFalse();
    }

    @Test
    void theResultHasTheMeasuredNumber() {
        open();
        lesson.answer(0);
        act();

        Session same = new Session(SMALL);
        for (int i = 0; i < 20; i++) {
            same.advance();
        }
        assertThat(lesson.words().result())
                .isEqualTo(String.format(
                        Locale.ROOT, "the loss is %.6f", same.experiment().batchLoss(1)));
    }

    @Test
    void anActionRunsToItsEndWhetherPlayedPausedOrStepped() {
        open();
        lesson.answer(0);
        transport.stepOnce();
        Await.until("a pause within the action", () -> {
            lessons.pulse();
            return lesson.pausedProperty().get() && transport.lastStepProperty().get() == 1;
        });
        transport.step(1000);
        await(Phase.DONE);

        assertThat(moment().step()).isEqualTo(20);
    }

    @Test
    void aPageEnteredAgainHasTheSameNetworksAndOutlines() {
        open();
        lesson.answer(0);
        act();
        goTo(1);
        Snapshot entered = moment();
        assertThat(entered.step()).isEqualTo(20);
        assertThat(lessons.experiment().layers().pinnedStepProperty().get()).isEqualTo(20);
        act();
        assertThat(moment().step()).isEqualTo(35);
        assertThat(lessons.experiment().layers().pinnedProperty().get()).isFalse();
        goTo(2);
        Snapshot later = moment();
        transport.step(7);
        Await.until("some steps more", () -> {
            lessons.pulse();
            return transport.lastStepProperty().get() == 42;
        });

        goTo(1);
        assertSame(moment(), entered);
        assertSame(lessons.experiment().layers().pinnedSnapshot(), entered);
        goTo(2);
        assertSame(moment(), later);
    }

    @Test
    void aPageNotVisitedIsReachedByWhatLeadsToIt() {
        open();
        goTo(2);
        Snapshot jumped = moment();
        assertThat(jumped.step()).isEqualTo(35);
        assertThat(jumped.learningRate()).isEqualTo(0.01);

        goTo(0);
        lesson.answer(1);
        act();
        goTo(1);
        act();
        goTo(2);
        assertSame(moment(), jumped);
    }

    @Test
    void whatTheUserTriesInBetweenDoesNotReachTheNextPage() {
        open();
        goTo(3);
        assertThat(moment().step()).isEqualTo(3);
        act();
        transport.step(50);
        Await.until("50 steps more", () -> {
            lessons.pulse();
            return transport.lastStepProperty().get() == 57;
        });
        goTo(4);

        assertThat(moment().step()).isEqualTo(7);
        assertThat(lesson.current()).isNull();
    }

    @Test
    void restartingAPageBringsItsActionBack() {
        open();
        lesson.answer(0);
        act();
        lessons.restartPage();
        await(Phase.READY);

        assertThat(moment().step()).isZero();
        assertThat(lesson.answerProperty().get()).isZero();
    }

    @Test
    void aLessonIsResumedWhereItWasLeft() {
        open();
        goTo(2);
        lessons.home();
        assertThat(lessons.lessonProperty().get()).isNull();
        assertThat(lessons.progress("test").page()).isEqualTo(2);
        assertThat(lessons.progress("test").furthest()).isEqualTo(2);

        open();
        assertThat(lesson.pageProperty().get()).isEqualTo(2);
    }

    @Test
    void theLabTakesOverThePageWithItsHistoryAndBringsItsOwnRunBack() {
        open();
        goTo(2);
        Snapshot there = moment();
        try (LabViewModel lab = new LabViewModel(Configs.small().withSeed(5))) {
            lab.takeOver(lessons.experiment());
            Await.until("the lesson's run in the Lab", () -> {
                lab.pulse();
                return lab.transport().lastStepProperty().get() == 35;
            });
            assertSame(
                    lab.runner().ask(session -> session.experiment().snapshot()).join(), there);
            assertThat(lab.events()).isNotEmpty();
            lab.undo();
            Await.until("the Lab's own run", () -> {
                lab.pulse();
                return lab.configProperty().get().seed() == 5;
            });
        }
    }
}
