package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A teacher's guide beside a lesson: those of the program have one, others may. */
class GuideTest {

    @TempDir
    private Path folder;

    static List<Named<Lesson>> builtIn() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));
        return all.stream().map(lesson -> Named.of(lesson.id(), lesson)).toList();
    }

    private Lesson own(String guide) throws IOException {
        OwnLessons.copy("by-hand", folder, "mine", "Mine");
        if (guide != null) {
            Files.writeString(folder.resolve("mine/guide.en.md"), guide);
        }
        return Lessons.inFolder(folder.resolve("mine"), Locale.ENGLISH).get(0);
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whatComesWithTheProgramHasAGuide(Lesson lesson) {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(lesson.guide().aim()).as("aim").isNotBlank();
        softly.assertThat(lesson.guide().asks()).as("asks").isNotBlank();
        softly.assertThat(lesson.guide().simplified()).as("simplified").isNotBlank();
        int minutes = 0;
        for (Page page : lesson.pages()) {
            LessonTexts.PageTexts texts = lesson.texts().pages().get(page.id());
            Guide.Cue cue = lesson.guide().of(page);
            minutes += cue.minutes();
            softly.assertThat(cue.say() + texts.notes() + texts.text())
                    .as("say on %s", page.id())
                    .isNotBlank();
            if (page.prediction() != null) {
                List<String> wrong = new ArrayList<>(page.prediction().answers());
                wrong.remove(page.prediction().right());
                softly.assertThat(texts.but().keySet())
                        .as("wrong answers of %s", page.id())
                        .containsExactlyInAnyOrderElementsOf(wrong);
            }
        }
        softly.assertThat(minutes).as("minutes of the pages").isBetween(1, lesson.minutes());
        softly.assertAll();
    }

    @Test
    void aLessonNeedsNone() throws IOException {
        assertThat(own(null).guide()).isEqualTo(Guide.NONE);
    }

    @Test
    void itsPartsAreRead() throws IOException {
        Lesson lesson = own("""

                ## aim
                To *see*.

                ## undo: 3 min
                Ask first.

                Then press.
                ## alone
                Last.
                ## asks
                **Why?** So.
                """);

        assertThat(lesson.guide().aim()).isEqualTo("To *see*.");
        assertThat(lesson.guide().asks()).isEqualTo("**Why?** So.");
        assertThat(lesson.guide().simplified()).isEmpty();
        Page undo = lesson.pages().get(lesson.indexOf("undo"));
        assertThat(lesson.guide().of(undo)).isEqualTo(new Guide.Cue(3, "Ask first.\n\nThen press."));
        Page alone = lesson.pages().get(lesson.indexOf("alone"));
        assertThat(lesson.guide().of(alone)).isEqualTo(new Guide.Cue(0, "Last."));
        assertThat(lesson.guide().of(lesson.pages().get(0))).isEqualTo(Guide.Cue.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello | guide.en.md: text stands before the first \"##\"; put \"## aim\" before it.",
                "## Aim | guide.en.md, line 1: \"## Aim\" must be \"## page\" or \"## page: 3 min\".",
                "## undo: soon | guide.en.md, line 1: \"## undo: soon\" must be \"## page\" or \"## page: 3 min\".",
                "## aim_## aim | guide.en.md, line 2: \"aim\" is there twice; take one out.",
                "## nowhere | guide.en.md: there is no page nowhere; there are two-numbers, normalize",
            })
    void whatIsWrongIsToldWithItsPlace(String guide, String complaint) {
        assertThatThrownBy(() -> own(guide.replace('_', '\n')))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        own(null);
        Files.write(folder.resolve("mine/guide.en.md"), "## aim\nfür".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Lessons.inFolder(folder.resolve("mine"), Locale.ENGLISH))
                .hasMessageContaining("guide.en.md: is not text in UTF-8");
    }
}
