package normscope.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.PageFigures;
import normscope.lesson.page.PageRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student hands in, from what is kept of a lesson. */
class StudentSheetTest {

    /** One pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    private Lesson lesson;
    private final PageFigures figures = new PageFigures(null);

    private final LessonProgress progress = new LessonProgress(
            3,
            3,
            false,
            Map.of(
                    "two-numbers",
                    new PageRecord(null, Map.of("mean", "9", "variance", "8", "deviation", "2.83"), null, null),
                    "normalize",
                    new PageRecord(
                            "ten-times",
                            Map.of("last", "1.77", "ten-times", "1.77"),
                            "same",
                            "Both <grow> & so it cancels."),
                    "neighbours",
                    new PageRecord("moves", Map.of("then", "−1.06", "now", "−0.67"), null, null),
                    "ceiling",
                    new PageRecord(PageRecord.UNKNOWN, null, null, null)),
            Set.of(),
            false);

    @BeforeEach
    void find() throws IOException {
        lesson = byHand();
        figures.keep(lesson.id(), "normalize", List.of(PICTURE, PICTURE));
    }

    private static Lesson byHand() throws LessonException {
        return Lessons.builtIn(Locale.ENGLISH).stream()
                .filter(each -> each.id().equals("by-hand"))
                .findFirst()
                .orElseThrow();
    }

    private String words() throws Exception {
        return Paper.words(StudentSheet.of(lesson, progress, figures, "1.2.3").html());
    }

    @Test
    void predictionsStandBesideWhatWasMeasured() throws Exception {
        assertThat(words())
                .contains("Batch norm by hand", "For these five, μ is 9, σ² is 8")
                .contains("Ten times as large my answer Nothing: it stays the same Right A tenth of it")
                .contains("The 14 becomes 1.77. With all five ten times as large, the 140 becomes 1.77.")
                .contains("I saw Nothing: it stays the same")
                .contains("The distance from the mean is ten times as large, and so is the standard deviation")
                .contains("Why, I think Both <grow> & so it cancels.")
                .contains("It moves as well my answer Right", "Right, as you said.")
                .contains("seed 7", "1.2.3", "CC BY 4.0");
    }

    @Test
    void whatIsNotKnownYetIsNotToldAndWhatIsOpenIsNamed() throws Exception {
        assertThat(words())
                .contains("Hundreds About 2 I don’t know yet my answer")
                .doesNotContain(
                        "I don’t know yet my answer Right", "About 2 Right", "You left it open", "Can it be undone?")
                .contains("Questions not answered yet, by page: 5, 6, 7.");
    }

    @Test
    void picturesStandOnTheirPage() throws IOException {
        String html = StudentSheet.of(lesson, progress, figures, "1").html();

        assertThat(html.split("<img class=\"figure\"", -1)).hasSize(3);
        assertThat(html.indexOf("<img")).isBetween(html.indexOf("Subtract, then"), html.indexOf("Everybody depends"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet.html", "sheet.PDF"})
    void theExperimentComesOutAgain(String name) throws IOException {
        Path file = folder.resolve(name);

        StudentSheet.write(file, lesson, progress, figures, "1");

        assertThat(SheetExperiment.mayBeIn(file)).isTrue();
        assertThat(SheetExperiment.of(file)).contains(new ExperimentFile(lesson.experiment()));
    }

    @Test
    void aNameThatIsMarkupDoesNoHarm() throws IOException {
        ExperimentFile file = new ExperimentFile(lesson.experiment().withName("</script>&<b>"));
        Path html = folder.resolve("sheet.html");
        SheetFile.write(new Sheet("<&>", "<h1>x</h1>", "1", file), html);

        assertThat(SheetExperiment.of(html)).contains(file);
    }

    @Test
    void otherFilesHaveNoExperiment() throws IOException {
        Path html = Files.writeString(folder.resolve("page.html"), "<html><script>1</script></html>");
        Path text = Files.write(folder.resolve("notes.txt"), "x".getBytes(StandardCharsets.UTF_8));

        assertThat(SheetExperiment.of(html)).isEmpty();
        assertThat(SheetExperiment.mayBeIn(text)).isFalse();
    }

    @Test
    void aPdfHasThePicturesWords() throws IOException {
        Path file = folder.resolve("sheet.pdf");

        StudentSheet.write(file, lesson, progress, figures, "1");

        Paper paper = Paper.read(file);
        assertThat(paper.pages()).isBetween(1, 3);
        assertThat(paper.text()).contains("Student’s sheet", "What becomes of the largest", "−0.67");
    }

    @Test
    void picturesInFilesOutliveTheProgramAndAreForgottenTogether() throws IOException {
        new PageFigures(folder).keep("one", "first", List.of(PICTURE, PICTURE));
        new PageFigures(folder).keep("one", "first-2", List.of(PICTURE));
        PageFigures kept = new PageFigures(folder);
        kept.keep("one", "first", List.of(PICTURE));

        assertThat(kept.of("one", "first")).containsExactly(PICTURE);
        assertThat(kept.of("one", "first-2")).hasSize(1);
        assertThat(kept.of("one", "second")).isEmpty();

        kept.forget("one");

        assertThat(kept.of("one", "first")).isEmpty();
        assertThat(kept.of("one", "first-2")).isEmpty();
    }
}
