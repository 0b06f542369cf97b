package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.lesson.page.LessonViewModel.Phase;
import org.junit.jupiter.api.Test;

/** What was said and measured on a page stays with it. */
class KeptResultsTest extends LessonHarness {

    @Test
    void aLessonIsFinishedOnceEachQuestionIsAnsweredAndItsEndReached() {
        open();
        goTo(4);
        assertThat(kept.get("test").finished()).isFalse();
        assertThat(kept.get("test").open(LESSON)).containsExactly(0);

        goTo(0);
        lesson.answer(2);
        lessons.home();
        assertThat(kept.get("test").finished()).isTrue();
        assertThat(kept.get("test").open(LESSON)).isEmpty();
    }

    @Test
    void whatWasSaidAndMeasuredStandsOnThePageAgain() {
        open();
        lesson.answer(1);
        act();
        String result = lesson.words().result();
        goTo(1);
        goTo(0);
        assertKept(result);
        assertThat(moment().step()).isZero();

        lessons.restartPage();
        assertThat(lesson.knows()).isTrue();
        awaitArrival();
        assertKept(result);

        lessons.home();
        open();
        assertKept(result);

        lesson.act();
        await(Phase.DONE);
        assertThat(lesson.words().result()).isEqualTo(result);

        lessons.startOver(LESSON);
        lesson = lessons.lessonProperty().get();
        awaitArrival();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ASKING);
        assertThat(lesson.answerProperty().get()).isNegative();
        assertThat(lesson.knows()).isFalse();
        assertThat(kept.get("test").pages()).isEmpty();
    }

    @Test
    void theVerdictSaysWhatAWrongAnswerMisses() {
        open();
        PageWords words = lesson.words();
        assertThat(words.right()).isZero();
        assertThat(words.verdict(-1)).isEmpty();
        assertThat(words.verdict(0)).isNotEmpty().doesNotContain("but B");
        assertThat(words.verdict(1)).endsWith("but B");
        assertThat(words.verdict(2)).isNotEmpty().isNotEqualTo(words.verdict(0));
    }

    private void assertKept(String result) {
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(lesson.knows()).isTrue();
        assertThat(lesson.answerProperty().get()).isEqualTo(1);
        lesson.answer(0);
        assertThat(lesson.answerProperty().get()).isEqualTo(1);
        assertThat(lesson.words().result()).isEqualTo(result);
    }

    @Test
    void anotherExperimentIsToldUntilThePagesOwnIsThere() {
        open();
        assertThat(lesson.isElsewhere()).isFalse();
        lesson.goTo(3);
        assertThat(lesson.isElsewhere()).isTrue();
        awaitArrival();
        assertThat(lesson.isElsewhere()).isFalse();
    }

    @Test
    void aClassIsAskedWhateverIsKnownAlready() {
        open();
        lesson.answer(1);
        act();
        lesson.setPresented(true);
        goTo(1);
        goTo(0);
        assertThat(lesson.asks()).isTrue();
        assertThat(lesson.knows()).isFalse();
    }
}
