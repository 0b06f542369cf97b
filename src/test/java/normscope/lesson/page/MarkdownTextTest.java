package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Lessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and their units stay in one line. */
class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource({
        "51.2 %, 51.2_%",
        "at step 500 % of, at step 500_% of",
        "after 486 steps, after 486_steps",
        "4 × 10, 4_×_10",
        "1 − momentum, 1_−_momentum",
        "12 values, 12 values",
        "Suppose γ = 2 and β = −3., Suppose γ_=_2 and β_=_−3.",
        "so m = {n} and **z₁** = 5, so m_=_{n} and **z₁**_=_5",
        "their z = 6, their z_=_6",
        "by 90°, by 90~°"
    })
    void aSpaceBeforeAUnitIsKept(String words, String kept) {
        assertThat(MarkdownText.unbroken(words).replace('\u00a0', '_').replace('\u2060', '~'))
                .isEqualTo(kept);
    }

    @Test
    void noLessonBreaksALineBetweenASymbolAndItsNumber() throws LessonException {
        for (Lesson lesson : Lessons.builtIn(Locale.ENGLISH)) {
            List<String> texts = lesson.texts().pages().values().stream()
                    .flatMap(MarkdownTextTest::all)
                    .map(MarkdownText::unbroken)
                    .toList();
            assertThat(texts)
                    .as(lesson.id())
                    .noneMatch(text ->
                            text.matches("(?s).*([=≈≤≥][ \\n]\\*{0,2}[−\\d{]|[ \\n][=≈≤≥]\\s\\*{0,2}[−\\d{]).*"));
        }
    }

    private static Stream<String> all(PageTexts page) {
        Stream<String> whole = Stream.of(page.text(), page.question(), page.result(), page.explain(), page.action());
        return Stream.of(whole, page.answers().values().stream(), page.but().values().stream())
                .flatMap(each -> each);
    }
}
