package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import normscope.lesson.play.ClaimCheck;
import normscope.lesson.play.ClaimResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example of the documentation is a lesson; what is wrong in a lesson is told with file, page and field. */
class LessonFormatTest {

    @TempDir
    private Path folder;

    private String structure;
    private String words;

    @BeforeEach
    void takeTheExampleFromTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/lesson-format.md"));
        structure = block(page, "```json\n");
        words = block(page, "```markdown\n");
    }

    private static String block(String page, String fence) {
        int from = page.indexOf(fence) + fence.length();
        return page.substring(from, page.indexOf("```\n", from));
    }

    private Lesson load(String json, String text) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("circles"));
        Files.writeString(lesson.resolve("lesson.json"), json);
        Files.writeString(lesson.resolve("en.md"), text);
        List<Lesson> lessons = Lessons.inFolder(folder, Locale.ENGLISH);
        assertThat(lessons).hasSize(1);
        return lessons.get(0);
    }

    private String replaced(String text, String old, String by) {
        assertThat(text).contains(old);
        return text.replace(old, by);
    }

    @Test
    void theExampleCanBeReadAndItsClaimsHold() throws IOException {
        Lesson lesson = load(structure, words);

        assertThat(lesson.id()).isEqualTo("circles");
        assertThat(lesson.texts().pages().get("grow").answers()).containsOnlyKeys("with", "without");
        assertThat(ClaimCheck.run(List.of(lesson), 5)).hasSize(3).allMatch(ClaimResult::holds);
    }

    @Test
    void aClaimThatIsWrongIsFoundOut() throws IOException {
        Lesson lesson = load(replaced(structure, "\"at-most\": 0.01", "\"at-least\": 0.01"), words);

        assertThat(ClaimCheck.run(List.of(lesson), 2))
                .filteredOn(result -> !result.holds())
                .extracting(result -> result.claim().id())
                .containsExactly("z-tilde-does-not");
    }

    @Test
    void aPageWithoutAnExperimentGoesOnWithThePageBefore() throws IOException {
        Lesson lesson = load(structure, words);

        assertThat(lesson.pages().get(0).experiment()).isEqualTo(lesson.experiment());
        assertThat(lesson.pages().get(1).experiment()).isNull();
    }

    @Test
    void aPageMayChangeSingleFieldsOfTheExperiment() throws IOException {
        String changed = "\"experiment\": {\"training\": {\"learningRate\": 2}}";

        Lesson lesson = load(replaced(structure, "\"experiment\": {}", changed), words);

        assertThat(lesson.pages().get(0).experiment().training().learningRate()).isEqualTo(2);
        assertThat(lesson.pages().get(0).experiment().network())
                .isEqualTo(lesson.experiment().network());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"lit\": [\"boundaries\"]|\"light\": [\"boundaries\"]|page learn: light is not known here",
                "\"run-to\": 300|\"run-to\": 0|page learn: action[1].run-to must be a whole number from 1",
                "\"speed\": 100|\"sped\": 100|page learn: action[0].sped is not known here",
                "\"value\": \"acc-with\"|\"value\": \"acc\"|page learn: claims[0].value is \"acc\"",
                "\"right\": \"without\"|\"right\": \"both\"|page grow: prediction.right must be one of with, without",
                "\"layer\": 0|\"layer\": 2|page grow: measures[0].layer must be a whole number from 0 to 1",
                "\"%.1f\"|\"%d\"|page grow: measures[0].format must be a format for one number",
                "\"lit\": [\"histograms\"]|\"lit\": [\"bands\"]|page grow: lit has bands,"
                        + " which is not among the page's panels",
                "\"learningRate\": 0.1|\"learningRate\": -1|: experiment.training.learningRate must be more than 0",
                "\"lit\": [\"histograms\"]|\"lit\": [], \"later\": [\"formula\"]|page grow: later has formula",
                "\"minutes\": 3|\"minutes\": 0|: minutes must be a whole number from 1 to 120",
                "\"id\": \"grow\"|\"id\": \"learn\"|page learn: id is there twice"
            })
    void aMistakeInTheStructureIsToldWithItsPlace(String old, String by, String complaint) {
        assertThatThrownBy(() -> load(replaced(structure, old, by), words))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining("lesson.json")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "### question|### quest|line 15: page grow: \"### quest\" is not known",
                "### answer without|### answer neither|page grow: the answers are [neither, with]",
                "### but with|### but both|page grow: \"### but both\" is about an answer that the page does not have",
                "### but with|### but without|page grow: \"### but without\" is about the right answer",
                "{acc-with}|{acc-both}|page learn: {acc-both} is not measured on this page",
                "Train 300 steps||page learn: action is missing",
                "## sources|## origins|\"## origins\" is not known",
                "## grow: Ten|## shrink: Ten|there is no page shrink",
                "The labels stay.|It moved by {moved-with}.|page grow: a measured number stands before the action"
            })
    void aMistakeInTheWordsIsToldWithItsPlace(String old, String by, String complaint) {
        String changed = replaced(words, old, by == null ? "" : by);

        assertThatThrownBy(() -> load(structure, changed))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining("en.md")
                .hasMessageContaining(complaint);
    }

    @Test
    void anActionThatIsNotKnownIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> load(replaced(structure, "\"run-to\": 300", "\"runto\": 300"), words))
                .hasMessageContaining("page learn: action[1].runto is not known here; there are ")
                .hasMessageContaining("run-to, ")
                .hasMessageContaining("learning-rate");
    }

    @Test
    void allMistakesAreToldAtOnceAndNoPageIsBlamedForAnother() {
        String json = replaced(structure, "\"lit\": [\"boundaries\"]", "\"light\": [\"boundaries\"]")
                .replace("\"value\": \"moved-with\"", "\"value\": \"learn/acc-with\"")
                .replace("\"pin\": true", "\"pen\": true");
        String text = replaced(words, "## sources", "## origins");

        assertThatThrownBy(() -> load(json, text))
                .satisfies(failure -> assertThat(failure.getMessage().lines())
                        .hasSize(3)
                        .anyMatch(line -> line.contains("page learn: light"))
                        .anyMatch(line -> line.contains("page grow: enter[0].pen"))
                        .anyMatch(line -> line.contains("\"## origins\"")));
    }

    @Test
    void wordsThatAreMissingOnTwoPagesAreToldTogether() {
        String text =
                replaced(words, "### question\nIn which", "In which").replace("### action\nTrain 300 steps\n", "");

        assertThatThrownBy(() -> load(structure, text))
                .satisfies(failure -> assertThat(failure.getMessage().lines())
                        .hasSize(2)
                        .anyMatch(line -> line.contains("page learn: action is missing"))
                        .anyMatch(line -> line.contains("page grow: question is missing")));
    }

    @Test
    void aFolderWithoutALessonIsToldByItsName() {
        assertThatThrownBy(() -> Lessons.inFolder(folder, Locale.ENGLISH))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void wordsInAnotherLanguageAreTakenWhereTheyAre() throws IOException {
        load(structure, words);
        Files.writeString(folder.resolve("circles/de.md"), words.replace("# Growing circles", "# Wachsende Kreise"));

        assertThat(Lessons.inFolder(folder, Locale.GERMAN).get(0).texts().title())
                .isEqualTo("Wachsende Kreise");
        assertThat(Lessons.inFolder(folder, Locale.FRENCH).get(0).texts().title())
                .isEqualTo("Growing circles");
    }

    @Test
    void theSeedsOfTheCheckAreNotThoseOfTheLesson() throws IOException {
        Lesson lesson = load(replaced(structure, "\"seed\": 7", "\"seed\": 102"), words);

        assertThat(ClaimCheck.seeds(lesson, 3)).containsExactly(101L, 103L, 104L);
    }
}
