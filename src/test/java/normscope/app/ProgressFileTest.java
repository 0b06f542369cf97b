package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.PageRecord;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said and measured in lessons, between two starts; files of version 1 are read by {@code VersionOneTest}. */
class ProgressFileTest {

    @TempDir
    private Path folder;

    @Test
    void answersAndNumbersAreThereAfterARestart() {
        Map<String, LessonProgress> progress = Map.of(
                "by-hand",
                new LessonProgress(
                        2,
                        3,
                        false,
                        Map.of(
                                "one", new PageRecord("same", Map.of("sd", "−1.5", "steps", "∞"), null, null),
                                "two", new PageRecord(PageRecord.UNKNOWN, null, null, null),
                                "four", new PageRecord("a", Map.of(), "b", "it divides"),
                                "three", new PageRecord(null, Map.of(), null, null)),
                        Set.of(),
                        false));
        new ProgressFile(folder).save(progress);

        assertThat(new ProgressFile(folder).load()).isEqualTo(progress);
    }

    @Test
    void theFirstStartShowsTheLessonsAndLaterOnesWhatWasLeft() {
        ProgressFile first = new ProgressFile(folder);
        assertThat(first.mode()).isEqualTo(WindowMode.LESSONS);

        first.keep(WindowMode.LAB);

        assertThat(new ProgressFile(folder).mode()).isEqualTo(WindowMode.LAB);
    }

    @Test
    void aFileThatKeepsNoAnswersIsReadWithWhatElseItHas() throws IOException {
        Files.writeString(folder.resolve("progress.json"), """
                {"mode": "LAB", "lessons": {"by-hand": {"page": 2, "furthest": 3, "finished": true, "begun": true}}}
                """);

        assertThat(new ProgressFile(folder).load())
                .isEqualTo(Map.of("by-hand", new LessonProgress(2, 3, true, Map.of(), Set.of(), false)));
    }
}
