package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Before a lesson, questions of the earlier ones that the student has been through: once, and never by force. */
class RecallTest {

    private final Map<String, LessonProgress> kept = new HashMap<>();
    private LessonsViewModel lessons;

    @AfterEach
    void close() {
        lessons.close();
    }

    private List<Lesson> begin() {
        lessons = new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), new ProgressStore() {
            @Override
            public Map<String, LessonProgress> load() {
                return kept;
            }

            @Override
            public void save(Map<String, LessonProgress> progress) {
                kept.putAll(progress);
            }
        });
        return lessons.lessons();
    }

    /** A page gone through, with its numbers. */
    private static Map.Entry<String, PageRecord> done(Lesson lesson, String id, boolean rightly) {
        Page page = lesson.pages().get(lesson.indexOf(id));
        String answer = rightly ? page.prediction().right() : PageRecord.UNKNOWN;
        Map<String, String> numbers =
                page.measures().stream().collect(Collectors.toMap(Measure::name, measure -> "17"));
        return Map.entry(id, new PageRecord(answer, numbers, null, null));
    }

    @SafeVarargs
    private static LessonProgress through(Map.Entry<String, PageRecord>... pages) {
        return new LessonProgress(1, 1, false, Map.ofEntries(pages), Set.of(), false);
    }

    @Test
    void whatWasNotAnsweredRightlyComesFirstAndTwoLessonsAreAskedAbout() throws LessonException {
        List<Lesson> all = Lessons.builtIn(Locale.ENGLISH);
        kept.put(all.get(0).id(), through(done(all.get(0), "one-half", true), done(all.get(0), "too-fast", false)));
        kept.put(all.get(1).id(), through(done(all.get(1), "normalize", true)));
        List<Lesson> mine = begin();

        lessons.open(mine.get(2));

        assertThat(lessons.lessonProperty().get()).isNull();
        Recall recall = lessons.recallProperty().get();
        assertThat(recall.questions())
                .extracting(question -> question.page().id())
                .containsExactly("too-fast", "normalize");
        recall.answer(recall.current().words().right());
        recall.answer(0);
        assertThat(recall.current().words().verdict(recall.answerProperty().get()))
                .contains("Right");
        recall.next();
        assertThat(recall.answerProperty().get()).isEqualTo(-1);
        recall.next();
        assertThat(lessons.recallProperty().get()).as("it waits for an answer").isSameAs(recall);
        recall.answer(0);
        recall.next();

        assertThat(lessons.recallProperty().get()).isNull();
        assertThat(lessons.lessonProperty().get().lesson()).isEqualTo(mine.get(2));
    }

    @Test
    void noLessonAsksTwiceAndWhoSkipsIsNotAskedAgain() throws LessonException {
        List<Lesson> all = Lessons.builtIn(Locale.ENGLISH);
        kept.put(all.get(0).id(), through(done(all.get(0), "one-half", true)));
        List<Lesson> mine = begin();
        lessons.open(mine.get(1));
        lessons.recallProperty().get().skip();
        assertThat(lessons.lessonProperty().get()).isNotNull();
        lessons.close();

        mine = begin();
        lessons.open(mine.get(1));
        assertThat(lessons.recallProperty().get()).isNull();
        lessons.startOver(mine.get(1));
        assertThat(lessons.recallProperty().get()).isNull();
    }

    @Test
    void questionsAboutOnesOwnNumbersAreOfTheirLessonAlone() throws LessonException {
        Lesson why = Lessons.builtIn(Locale.ENGLISH).stream()
                .filter(lesson -> lesson.id().equals("why-it-helps"))
                .findFirst()
                .orElseThrow();
        kept.put(why.id(), through(done(why, "confirmed", false), done(why, "start", true)));
        List<Lesson> mine = begin();

        lessons.open(mine.get(mine.size() - 1));

        assertThat(lessons.recallProperty().get().questions())
                .extracting(question -> question.page().id())
                .containsExactly("start");
    }

    @Test
    void whoHasNotBeenThroughAnythingIsAskedNothing() {
        List<Lesson> mine = begin();
        lessons.open(mine.get(3));

        assertThat(lessons.recallProperty().get()).isNull();
        assertThat(lessons.lessonProperty().get()).isNotNull();
    }

    @Test
    void whoGoesHomeInsteadFindsTheLessonNotBegun() throws LessonException {
        List<Lesson> all = Lessons.builtIn(Locale.ENGLISH);
        kept.put(all.get(0).id(), through(done(all.get(0), "one-half", true)));
        List<Lesson> mine = begin();
        lessons.open(mine.get(1));
        lessons.home();

        assertThat(lessons.recallProperty().get()).isNull();
        assertThat(lessons.progress(mine.get(1).id()).begun()).isFalse();
    }
}
