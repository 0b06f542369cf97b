package normscope.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import normscope.LongRun;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.contours.ContoursSettings;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.LessonTexts;
import normscope.lesson.Lessons;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Before a question is answered, nothing on its page or on the pages before says what will come out. */
class NothingGivenAwayTest {

    static List<Lesson> all() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));
        return all;
    }

    static Stream<Lesson> played() throws LessonException {
        return LongRun.cases(3, all());
    }

    private static List<Page> asking(Lesson lesson) {
        return lesson.pages().stream().filter(page -> page.prediction() != null).toList();
    }

    /** All that a student reads or hears on a page before the question is answered. */
    private static List<String> before(Lesson lesson, Page page) {
        LessonTexts.PageTexts words = lesson.texts().pages().get(page.id());
        boolean formula = page.formula() != null && !page.later().contains(Page.Later.FORMULA);
        return Stream.of(
                        words.title(),
                        words.text(),
                        words.question(),
                        words.action(),
                        formula ? page.formula().tex() : "",
                        formula ? words.spoken() : "")
                .map(text -> text.replaceAll("[*{}/]|with\\}|without\\}", "").replaceAll("\\s+", " "))
                .toList();
    }

    private static boolean says(List<String> texts, String what) {
        Pattern pattern =
                Pattern.compile("(?<![\\w.,])" + Pattern.quote(what) + "(?![\\w]|[.,]\\d)", Pattern.CASE_INSENSITIVE);
        return texts.stream().anyMatch(text -> pattern.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRightAnswerIsWrittenAboveItsQuestion(Lesson lesson) {
        for (Page page : asking(lesson)) {
            Map<String, String> answers = lesson.texts().pages().get(page.id()).answers();
            List<String> before = before(lesson, page);
            String right = answers.get(page.prediction().right());
            boolean aloneSaid = page.prediction().answers().stream()
                    .filter(name -> !name.equals(page.prediction().right()))
                    .noneMatch(name -> says(before, head(answers.get(name))));
            assertThat(aloneSaid && says(before, head(right)))
                    .as("%s/%s says \"%s\" before it asks", lesson.id(), page.id(), head(right))
                    .isFalse();
        }
    }

    /** An answer up to its reason. */
    private static String head(String answer) {
        return answer.split("[:,;(]")[0].strip();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("played")
    void noMeasuredNumberIsWrittenAboveItsQuestion(Lesson lesson) {
        Map<String, Double> measured = new Player(lesson, lesson.experiment().seed()).play();
        for (Page page : asking(lesson)) {
            List<String> before = before(lesson, page);
            for (Measure measure : page.measures()) {
                Double value = measured.get(page.id() + "/" + measure.name());
                if (value != null) {
                    String told = measure.text(value);
                    assertThat(says(before, told))
                            .as("%s/%s says %s before it is measured", lesson.id(), page.id(), told)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void anInstrumentThatWouldAnswerIsKeptBack(Lesson lesson) {
        for (Page page : asking(lesson)) {
            boolean measuresAtOnce = page.instrument() != null && page.action().isEmpty();
            assertThat(!measuresAtOnce || page.keepsInstrumentBack())
                    .as("%s/%s", lesson.id(), page.id())
                    .isTrue();
        }
    }

    private static List<Page> until(String lesson, String page) throws LessonException {
        Lesson found = Lessons.builtIn(Locale.ENGLISH).stream()
                .filter(each -> each.id().equals(lesson))
                .findFirst()
                .orElseThrow();
        return found.pages().subList(0, found.indexOf(page) + 1);
    }

    @Test
    void theBoundOfNormalizedValuesIsNotShownBeforeItIsAskedFor() throws LessonException {
        assertThat(until("by-hand", "ceiling")).noneMatch(page -> ((BatchBenchSettings) page.instrument()).limit());
    }

    @Test
    void whatUndoesNormalizingIsNotThereBeforeItIsAskedFor() throws LessonException {
        List<Page> pages = until("by-hand", "undo");
        assertThat(pages).noneMatch(page -> ((BatchBenchSettings) page.instrument()).identity());
        assertThat(pages.subList(0, pages.size() - 1))
                .noneMatch(
                        page -> ((BatchBenchSettings) page.instrumentAfter()).identity() && page.prediction() != null);
    }

    @Test
    void theLimitOfTheRateIsNotShownBeforeItIsAskedFor() throws LessonException {
        List<Page> pages = until("normalizing-inputs", "too-fast");
        assertThat(pages).noneMatch(page -> ((ContoursSettings) page.instrument()).limit());
        assertThat(pages.subList(0, pages.size() - 1))
                .noneMatch(page -> ((ContoursSettings) page.instrumentAfter()).limit());
    }

    /** Twice the spread must be drawn twice as wide: the axes on which an answer shows stay where they are. */
    @Test
    void theAxesOfTheBenchStayWhereThePageChangesWhatIsDrawn() throws LessonException {
        for (Page page : until("by-hand", "alone")) {
            BatchBenchSettings before = (BatchBenchSettings) page.instrument();
            BatchBenchSettings after = (BatchBenchSettings) page.instrumentAfter();
            assertThat(after.axis()).as(page.id()).isEqualTo(before.axis());
            assertThat(after.outputAxis()).as(page.id()).isEqualTo(before.outputAxis());
            if (before.gamma() != after.gamma() || before.beta() != after.beta()) {
                assertThat(before.outputAxis()).as(page.id()).isNotNull();
            }
        }
    }
}
