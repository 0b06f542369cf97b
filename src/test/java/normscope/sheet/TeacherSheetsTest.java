package normscope.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Page;
import normscope.lesson.play.Player;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What teachers print: of every lesson and script, as HTML that is XML, and as PDF with the same words. */
class TeacherSheetsTest {

    @TempDir
    private Path folder;

    static List<Named<Lesson>> builtIn() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));
        return all.stream().map(lesson -> Named.of(lesson.id(), lesson)).toList();
    }

    private static Lesson lesson(String id) throws LessonException {
        return builtIn().stream()
                .filter(each -> each.getName().equals(id))
                .findFirst()
                .orElseThrow()
                .getPayload();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aGuideHasEachPageAndTellsOfEachAnswer(Lesson lesson) throws Exception {
        TeacherSheets sheets = TeacherSheets.of(lesson, Map.of(), "1.2.3");

        String guide = Paper.words(sheets.guide().html());
        String key = Paper.words(sheets.key().html());
        String worksheet = Paper.words(sheets.worksheet().html());

        for (Page page : lesson.pages()) {
            var texts = lesson.texts().pages().get(page.id());
            assertThat(guide).contains(Paper.plain(texts.title()), Paper.plain(texts.text()));
            if (page.prediction() != null) {
                assertThat(worksheet)
                        .contains(Paper.plain(texts.question()))
                        .doesNotContain(Paper.plain(texts.result()));
                assertThat(texts.but().values()).allSatisfy(but -> {
                    assertThat(guide).contains(Paper.unfilled(but));
                    assertThat(key).contains(Paper.unfilled(but));
                    assertThat(worksheet).doesNotContain(Paper.unfilled(but));
                });
            }
        }
        assertThat(guide)
                .contains(
                        Paper.plain(lesson.guide().aim()),
                        Paper.plain(lesson.guide().asks()),
                        Paper.plain(lesson.guide().simplified()),
                        "CC BY 4.0",
                        "1.2.3");
    }

    /** The PDF has no other typeface to fall back to. */
    @ParameterizedTest
    @MethodSource("builtIn")
    void theTypefaceHasEveryLetter(Lesson lesson) throws Exception {
        Font font;
        try (InputStream in = getClass().getResourceAsStream("/normscope/assets/fonts/NormScopeSans-Regular.ttf")) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        }
        TeacherSheets sheets = TeacherSheets.of(lesson, Map.of(), "1");

        for (Sheet sheet : List.of(sheets.guide(), sheets.worksheet(), sheets.key())) {
            String words = Paper.words(sheet.html());
            int missing = font.canDisplayUpTo(words);
            assertThat(missing < 0 ? "" : words.substring(missing)).isEmpty();
        }
    }

    @Test
    void theNumbersAreThoseOfTheLessonsOwnSeed() throws Exception {
        Lesson lesson = lesson("by-hand");

        String key = Paper.words(
                TeacherSheets.of(lesson, Player.ownNumbers(lesson), "1").key().html());

        assertThat(key)
                .contains("The 14 becomes 1.77. With all five ten times as large, the 140 becomes 1.77.")
                .contains("The output has the mean 3.00 and the standard deviation 2.00.")
                .doesNotContain("{", "–.");
    }

    @Test
    void aPdfHasTheWordsOfThePageItsFormulasAndTheExperiment() throws Exception {
        Lesson lesson = lesson("test-time");
        Sheet sheet = TeacherSheets.of(lesson, Map.of(), "1").guide();
        Path file = folder.resolve("guide.pdf");

        SheetFile.write(sheet, file);

        Paper pdf = Paper.read(file);
        assertThat(pdf.pages()).isBetween(3, 8);
        assertThat(pdf.text()).contains("Batch norm at test time", "What comes out of batch norm, for a batch of one?");
        // The typesetter's letters are drawn as shapes; a missing letter would be a number sign.
        assertThat(pdf.text()).contains("β, whatever the example is").doesNotContain("#");
        assertThat(ExperimentFile.fromText(pdf.attached()).config()).isEqualTo(lesson.experiment());
    }

    @Test
    void allFilesOfALessonAreWritten() throws IOException {
        List<Path> files = Guides.write(lesson("by-hand"), folder.resolve("new"), "1");

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "by-hand-guide.pdf",
                        "by-hand-guide.html",
                        "by-hand-worksheet.pdf",
                        "by-hand-worksheet.html",
                        "by-hand-key.pdf",
                        "by-hand-key.html",
                        "by-hand-questions.xml");
        assertThat(files).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(5000));
    }
}
