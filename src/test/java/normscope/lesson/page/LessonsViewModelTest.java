package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import normscope.lab.Notice;
import normscope.lesson.Lesson;
import normscope.lesson.Lessons;
import normscope.lesson.OwnLessons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lessons and scripts there are, with those of an instructor's folder. */
class LessonsViewModelTest {

    private static final String SCRIPT = "same-cats-two-truths";

    private final LessonsViewModel lessons =
            new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        lessons.close();
    }

    private static List<String> ids(List<Lesson> of) {
        return of.stream().map(Lesson::id).toList();
    }

    @Test
    void ownScriptsOfALibraryComeAfterThoseOfTheProgram() throws Exception {
        OwnLessons.copy(SCRIPT, folder, "own-script", "Mine");
        OwnLessons.copy("by-hand", folder, "own-lesson", "Mine");
        List<Lesson> builtIn = Lessons.builtIn(Locale.ENGLISH);
        List<Lesson> own = Lessons.inFolder(folder, Locale.ENGLISH);

        try (LessonsViewModel both = new LessonsViewModel(() -> Lessons.together(builtIn, own), ProgressStore.NONE)) {
            assertThat(ids(both.scripts())).startsWith(SCRIPT).endsWith("own-script");
            assertThat(ids(both.lessons())).startsWith("normalizing-inputs").endsWith("own-lesson");
            assertThat(both.noticeProperty().get()).isNull();
        }
    }

    @Test
    void theEndOfALessonLeadsToTheNextOneAndTheLastOneHome() {
        List<Lesson> all = lessons.lessons();
        lessons.open(all.get(all.size() - 2));
        LessonViewModel open = lessons.lessonProperty().get();
        assertThat(open.following()).isEqualTo(all.get(all.size() - 1).texts().title());

        open.finish();

        LessonViewModel last = lessons.lessonProperty().get();
        assertThat(last.lesson()).isEqualTo(all.get(all.size() - 1));
        assertThat(last.following()).isNull();
        last.finish();
        assertThat(lessons.lessonProperty().get()).isNull();
    }

    @Test
    void anOwnScriptTakesThePlaceOfOneOfTheSameName() throws IOException {
        OwnLessons.copy(SCRIPT, folder, SCRIPT, "Mine");
        int before = lessons.scripts().size();

        lessons.load(folder);

        assertThat(lessons.scripts()).hasSize(before);
        assertThat(lessons.scripts().get(0).texts().title()).isEqualTo("Mine");
    }

    @Test
    void aScriptThatIsOpenedIsListedAndTold() throws IOException {
        OwnLessons.copy(SCRIPT, folder, "own-script", "Mine");
        lessons.open(lessons.lessons().get(0));

        lessons.load(folder);

        assertThat(ids(lessons.scripts())).endsWith("own-script");
        assertThat(lessons.lessonProperty().get()).isNull();
        assertThat(lessons.noticeProperty().get().kind()).isEqualTo(Notice.Kind.INFO);
        assertThat(lessons.noticeProperty().get().text()).contains("Mine").contains("In front of a class");
    }

    @Test
    void ofAFolderWithBothTheLessonIsOpened() throws IOException {
        OwnLessons.copy(SCRIPT, folder, "a-script", "Mine");
        OwnLessons.copy("by-hand", folder, "b-lesson", "Mine");

        lessons.load(folder);

        assertThat(lessons.lessonProperty().get().lesson().id()).isEqualTo("b-lesson");
        assertThat(ids(lessons.scripts())).endsWith("a-script");
    }

    @Test
    void anIndexThatNamesNothingIsTold() throws IOException {
        Files.writeString(folder.resolve("index.json"), "{\"lessons\": [], \"scripts\": []}");

        lessons.load(folder);

        assertThat(lessons.noticeProperty().get().text()).contains("index.json").contains("names no lesson");
    }
}
