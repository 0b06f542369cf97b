package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lessons that come with the program can be read, and keep to their form, in every language that one of them has.
 */
class LessonFilesTest {

    private static final int MOST_WORDS = 95;
    private static final int MOST_WORDS_OF_BUT = 30;

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/lessons"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .distinct()
                    .toList();
        }
    }

    private static List<Lesson> all(String language) throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.forLanguageTag(language)));
        all.addAll(Lessons.scripts(Locale.forLanguageTag(language)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLessonCanBeRead(String language) throws LessonException {
        assertThat(all(language)).isNotEmpty();
    }

    @Test
    void everyLessonHasAPictureThatTellsNoAnswer() throws LessonException {
        for (Lesson lesson : Lessons.builtIn(Locale.ENGLISH)) {
            assertThat(Lessons.picture(lesson, "light")).as(lesson.id()).isPresent();
            assertThat(Lessons.picture(lesson, "dark")).as(lesson.id()).isPresent();
            CardPicture picture = lesson.picture();
            Page page = lesson.pages().get(lesson.indexOf(picture.page()));
            boolean afterAQuestion = page.prediction() != null && !page.action().isEmpty();
            assertThat(!afterAQuestion || picture.panel() != null && !page.lit().contains(picture.panel()))
                    .as("%s shows no panel that answers a question", lesson.id())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noPageHasMoreWordsThanFit(String language) throws LessonException {
        for (Lesson lesson : all(language)) {
            lesson.texts().pages().forEach((id, texts) -> {
                assertThat(words(texts.text())).as("%s/%s", lesson.id(), id).isBetween(1, MOST_WORDS);
                assertThat(words(texts.result() + " " + texts.explain()))
                        .as("%s/%s", lesson.id(), id)
                        .isLessThanOrEqualTo(MOST_WORDS);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyWrongAnswerIsToldWhatItMisses(String language) throws LessonException {
        for (Lesson lesson : all(language)) {
            for (Page page : lesson.pages()) {
                if (page.prediction() != null) {
                    Set<String> wrong = new HashSet<>(page.prediction().answers());
                    wrong.remove(page.prediction().right());
                    Map<String, String> but =
                            lesson.texts().pages().get(page.id()).but();
                    assertThat(but.keySet()).as("%s/%s", lesson.id(), page.id()).isEqualTo(wrong);
                    assertThat(but.values()).allMatch(words -> words(words) >= 5 && words(words) <= MOST_WORDS_OF_BUT);
                }
            }
        }
    }

    private static int words(String text) {
        return (int) List.of(text.split("\\s+")).stream()
                .filter(word -> word.matches(".*\\w.*"))
                .count();
    }
}
