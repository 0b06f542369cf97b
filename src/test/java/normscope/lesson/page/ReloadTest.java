package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import normscope.lab.Notice;
import normscope.lesson.Lessons;
import normscope.lesson.OwnLessons;
import normscope.lesson.Pack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An own lesson is read again when it is saved; one that is broken for the moment stays as it was. */
class ReloadTest {

    private final LessonsViewModel lessons =
            new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE);

    @TempDir
    private Path folder;

    @BeforeEach
    void openAnOwnLesson() throws IOException {
        OwnLessons.copy("by-hand", folder, "own", "Mine");
        lessons.load(folder);
        lessons.lessonProperty().get().goTo(2);
    }

    @AfterEach
    void close() {
        lessons.close();
    }

    private void save(String file, String from, String to) throws IOException {
        Path path = folder.resolve("own").resolve(file);
        Files.writeString(path, Files.readString(path).replaceFirst(from, to));
        // What the thread does twice a second: it sees the change, and that it is complete.
        lessons.watch().look();
        lessons.watch().look();
        lessons.pulse();
    }

    private String title() {
        return lessons.lessonProperty().get().lesson().texts().title();
    }

    @Test
    void theOpenPageIsShownAsItIsSaved() throws IOException {
        save("en.md", "# Mine", "# Mine, better");

        assertThat(title()).isEqualTo("Mine, better");
        assertThat(lessons.lessonProperty().get().pageProperty().get()).isEqualTo(2);
        assertThat(lessons.noticeProperty().get().kind()).isEqualTo(Notice.Kind.INFO);
        assertThat(lessons.lessons()).extracting(each -> each.texts().title()).contains("Mine, better");
    }

    @Test
    void whileItIsBrokenItStaysAsItWasAndAllMistakesAreTold() throws IOException {
        save("lesson.json", "\"panels\": \\[\"instrument\"\\]", "\"panels\": [\"instruments\"]");
        Path words = folder.resolve("own").resolve("en.md");
        Files.writeString(words, Files.readString(words).replace("## sources", "## origins"));
        lessons.watch().look();
        lessons.watch().look();
        lessons.pulse();

        assertThat(title()).isEqualTo("Mine");
        assertThat(lessons.noticeProperty().get().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(lessons.noticeProperty().get().text())
                .contains("instruments")
                .contains("origins");

        Files.writeString(words, Files.readString(words).replace("## origins", "## sources"));
        save("lesson.json", "\"instruments\"", "\"instrument\"");
        assertThat(lessons.noticeProperty().get())
                .satisfiesAnyOf(
                        notice -> assertThat(notice).isNull(),
                        notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.INFO));
    }

    @Test
    void nothingHappensWhileNothingIsSaved() {
        LessonViewModel before = lessons.lessonProperty().get();
        lessons.watch().look();
        lessons.watch().look();
        lessons.pulse();

        assertThat(lessons.lessonProperty().get()).isSameAs(before);
    }

    /** Its files are gone as soon as they have been read. */
    @Test
    void aPackIsNotReadAgain(@TempDir Path other) throws IOException {
        OwnLessons.copy("by-hand", other, "mine", "Mine");
        Path file = other.resolve("mine.normscope");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("lesson.json", "en.md")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(other.resolve("mine").resolve(name)));
            }
        }
        try (Pack pack = Pack.unpack(file)) {
            lessons.load(pack);
        }
        lessons.watch().look();
        lessons.watch().look();
        lessons.pulse();

        assertThat(lessons.lessonProperty().get().lesson().id()).isEqualTo("mine");
        assertThat(lessons.noticeProperty().get()).isNull();
    }
}
