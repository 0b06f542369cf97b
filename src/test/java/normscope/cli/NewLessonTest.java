package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import normscope.lesson.Lesson;
import normscope.lesson.Lessons;
import normscope.lesson.play.ClaimCheck;
import normscope.lesson.play.ClaimResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lesson that {@code normscope lessons new} writes can be read, and what it claims holds. */
class NewLessonTest {

    @TempDir
    private Path folder;

    @Test
    void theLessonHoldsWhatItClaimsAndItsCommentsAreSeenByNobody() throws IOException {
        NewLesson.write(folder.resolve("mine"));

        List<Lesson> lessons = Lessons.inFolder(folder.resolve("mine"), Locale.ENGLISH);
        assertThat(ClaimCheck.run(lessons, 2)).isNotEmpty().allMatch(ClaimResult::holds);
        assertThat(Files.readString(folder.resolve("mine/en.md"))).contains("<!--");
        assertThat(lessons.get(0).texts().line()).doesNotContain("<!--");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> NewLesson.write(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not empty");
        assertThat(folder.resolve("lesson.json")).doesNotExist();
    }
}
