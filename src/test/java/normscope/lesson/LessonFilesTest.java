package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The lessons that come with the program can be read and keep to their form. */
class LessonFilesTest {

    private static final int MOST_WORDS = 95;

    private static List<Lesson> all() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));
        return all;
    }

    @Test
    void everyLessonCanBeRead() throws LessonException {
        assertThat(all()).isNotEmpty();
    }

    @Test
    void noPageHasMoreWordsThanFit() throws LessonException {
        for (Lesson lesson : all()) {
            lesson.texts().pages().forEach((id, texts) -> {
                assertThat(words(texts.text())).as("%s/%s", lesson.id(), id).isBetween(1, MOST_WORDS);
                assertThat(words(texts.result() + " " + texts.explain()))
                        .as("%s/%s", lesson.id(), id)
                        .isLessThanOrEqualTo(MOST_WORDS);
            });
        }
    }

    private static int words(String text) {
        return (int) List.of(text.split("\\s+")).stream()
                .filter(word -> word.matches(".*\\w.*"))
                .count();
    }
}
