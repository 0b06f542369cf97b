package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.panel.PanelWord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the documentation of lesson files gives as an example can be read, and it has one of each kind. */
class DocumentedPartsTest {

    private static final Path PAGE = Path.of("src/site/markdown/lesson-format.md");
    private static final Pattern OBJECT = Pattern.compile("`(\\{\".*?})`", Pattern.DOTALL);

    private String documentation;
    private ObjectNode lesson;

    @BeforeEach
    void read() throws IOException {
        documentation = Files.readString(PAGE);
        lesson = parse(fenced("```json\n").get(0));
    }

    private static ObjectNode parse(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> fenced(String fence) {
        Matcher matcher = Pattern.compile(fence + "(.*?)```", Pattern.DOTALL).matcher(documentation);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** The examples in a section, each an object in backquotes. */
    private List<String> examples(String heading) {
        int from = documentation.indexOf("### " + heading + "\n");
        assertThat(from).isNotNegative();
        String section = documentation.substring(from, documentation.indexOf("\n### ", from + 1));
        return OBJECT.matcher(section).results().map(result -> result.group(1)).toList();
    }

    private Page page(String fields) {
        ObjectNode page = parse("{\"id\": \"one\", " + fields + "}");
        int version = lesson.get("version").asInt();
        ExperimentConfig config = ExperimentFile.config(lesson.get("experiment"), version);
        return new PageReader(config, lesson.get("experiment"), version).read(page);
    }

    @Test
    void everyRegisteredInstrumentIsReadByItsExample() {
        List<Class<?>> read = new ArrayList<>();
        for (String example : examples("Instruments")) {
            InstrumentSettings settings = page("\"panels\": [\"instrument\"], \"instrument\": " + example)
                    .instrument();
            read.add(settings.getClass());
        }
        assertThat(read)
                .as("one example of each kind in %s", PAGE)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(InstrumentKind.values())
                        .<Class<?>>map(InstrumentKind::settings)
                        .toList());
    }

    @Test
    void everyActionIsReadByItsExample() {
        Set<Class<?>> read = examples("Actions").stream()
                .map(example ->
                        page("\"panels\": [\"instrument\"], \"instrument\": {\"batch-bench\": {\"values\": [1, 2]}},"
                                + " \"action\": [" + example + "]"))
                .map(page -> page.action().get(0).getClass())
                .collect(Collectors.toSet());

        assertThat(read)
                .as("one example of each kind in %s", PAGE)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Action.class.getPermittedSubclasses())
                        .flatMap(kind -> kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind))
                        .toList());
    }

    @Test
    void everyPanelIsReadAndNamed() {
        for (PanelWord panel : PanelWord.values()) {
            String instrument = panel == PanelWord.INSTRUMENT ? ", \"instrument\": {\"shift\": {}}" : "";
            String name = Json.name(panel);

            assertThat(page("\"panels\": [\"" + name + "\"]" + instrument).panels())
                    .containsExactly(panel);
            assertThat(documentation).contains("`" + name + "`");
        }
    }
}
