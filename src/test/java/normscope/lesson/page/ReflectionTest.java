package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.Page;
import normscope.lesson.Prediction;
import normscope.lesson.page.LessonViewModel.Phase;
import org.junit.jupiter.api.Test;

/** What a student says after a run: what was to be seen, before the numbers are told; and why. */
class ReflectionTest extends LessonHarness {

    private static final Page ASKING =
            page("look", SMALL, List.of(), new Prediction(List.of("a", "b"), "a"), List.of(run(5)), LOSS);
    private static final Lesson LOOK = new Lesson(
            "look",
            1,
            Lesson.Kind.LESSON,
            SMALL,
            List.of(
                    new Page(
                            "look",
                            null,
                            ASKING.panels(),
                            Set.of(),
                            null,
                            null,
                            SMALL,
                            List.of(),
                            null,
                            ASKING.prediction(),
                            ASKING.action(),
                            ASKING.measures(),
                            List.of(),
                            List.of(),
                            Set.of(),
                            Set.of(),
                            true),
                    page("stay", null, List.of(), null, List.of())),
            new LessonTexts(
                    "Look", "", Map.of("look", texts("the loss is {loss}"), "stay", texts("")), "", "", "", Map.of()));

    private void openLook() {
        lessons.open(LOOK);
        lesson = lessons.lessonProperty().get();
        transport = lessons.experiment().transport();
        transport.speedProperty().set(Double.POSITIVE_INFINITY);
        awaitArrival();
    }

    @Test
    void theNumbersComeOnceItIsSaidWhatWasSeen() {
        openLook();
        lesson.answer(1);
        act();
        Reflection reflection = lesson.reflection();
        assertThat(reflection.asksWhatWasSeen()).isTrue();
        assertThat(lesson.knows()).isFalse();
        assertThat(reflection.asksWhy()).isFalse();

        lesson.answer(0);

        assertThat(lesson.answerProperty().get()).isEqualTo(1);
        assertThat(reflection.sawProperty().get()).isZero();
        assertThat(lesson.knows()).isTrue();
        assertThat(lesson.words().sight(0)).isEqualTo("You saw what was measured.");
        assertThat(lesson.words().sight(1)).contains("B").contains("otherwise");
        assertThat(kept.get("look").pages().get("look").saw()).isEqualTo("a");
    }

    @Test
    void whoTurnsThePageIsToldAllTheSame() {
        openLook();
        lesson.answer(1);
        act();
        goTo(1);
        goTo(0);

        assertThat(lesson.reflection().asksWhatWasSeen()).isFalse();
        assertThat(lesson.knows()).isTrue();
    }

    @Test
    void aClassIsNotAskedWhatItSaw() {
        openLook();
        lesson.setPresented(true);
        lesson.actUnanswered();
        await(Phase.DONE);

        assertThat(lesson.knows()).isTrue();
        assertThat(lesson.reflection().asksWhy()).isFalse();
    }

    @Test
    void theOwnLineIsKeptWithThePageAndCanBeTakenAway() {
        openLook();
        lesson.answer(1);
        act();
        lesson.answer(2);
        assertThat(lesson.reflection().asksWhy()).isTrue();

        lesson.reflection().explain("  since it divides  ");
        goTo(1);
        assertThat(lesson.reflection().asksWhy()).isFalse();
        goTo(0);

        assertThat(lesson.reflection().why()).isEqualTo("since it divides");
        assertThat(kept.get("look").pages().get("look").why()).isEqualTo("since it divides");
        lesson.reflection().explain(" ");
        assertThat(kept.get("look").pages().get("look").why()).isNull();
        assertThat(kept.get("look").pages().get("look").numbers()).containsKey("loss");
    }
}
