package normscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import normscope.app.SurfaceAdapter;
import normscope.surface.CommandLines;
import normscope.surface.KeptFile;
import normscope.surface.Refusals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The formats accept what they accepted and refuse what they refused, and no field or kind is lost. */
@Tag("long")
class SurfaceTest {

    private static final Path FILES = Path.of("src", "test", "resources", "version-1");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");

    @TempDir
    private Path folder;

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static List<String> words() throws IOException {
        return Files.readAllLines(FILES.resolve("words.txt"));
    }

    private static void check(String name, Refusals refusals) throws IOException {
        assertThat(refusals.messages()).noneMatch(line -> line.contains("FAILS with"));
        KeptFile.check(name + "-fields.txt", refusals.places());
        KeptFile.check(name + "-refusals.txt", refusals.outcomes());
        KeptFile.check(name + "-values.txt", refusals.values());
        KeptFile.check(name + "-messages.txt", refusals.messages());
    }

    @Test
    void experimentsAreReadAsBefore() throws IOException {
        Refusals refusals = new Refusals("experiment", words());
        Refusals.Reader reader = text -> SurfaceAdapter.openExperiment(text, folder);
        for (Path file : in(FILES.resolve("experiments"))) {
            if (file.toString().endsWith(".json")) {
                refusals.of(Files.readAllBytes(file), file.getFileName().toString(), reader);
            }
        }
        texts(Files.readString(FILES.resolve("experiments/moons.json"))).forEach(text -> refusals.text(text, reader));
        check("experiment", refusals);
    }

    /** Texts that are no complete and correct file. */
    private static List<String> texts(String file) {
        return List.of(
                "",
                " ",
                "[]",
                "3",
                "null",
                "nonsense",
                "{}",
                "{}{}",
                "{'name': 1}",
                "{\"a\": NaN}",
                "{\"a\": 1, \"a\": 2}",
                "{\"format\": \"normscope-experiment\", \"version\": 3}",
                "{\"format\": \"normscope-experiment\", \"version\": 0}",
                "[".repeat(3000),
                file.substring(0, file.length() / 2),
                file + "x",
                file + " ".repeat(100_000));
    }

    @Test
    void lessonsAreReadAsBefore() throws IOException {
        Refusals refusals = new Refusals("lesson", words());
        List<Path> lessons = new ArrayList<>(in(FILES.resolve("lessons/kinds")));
        lessons.addAll(in(FILES.resolve("lessons/built-in")));
        for (Path lesson : lessons) {
            if (Files.isDirectory(lesson)) {
                refusals.of(Files.readAllBytes(lesson.resolve("lesson.json")), name(lesson), reader(lesson));
            }
        }
        check("lesson", refusals);
    }

    private Refusals.Reader reader(Path lesson) throws IOException {
        Files.copy(
                lesson.resolve("en.md"),
                Files.createDirectories(folder.resolve(name(lesson))).resolve("en.md"));
        return text -> {
            Files.write(folder.resolve(name(lesson)).resolve("lesson.json"), text);
            SurfaceAdapter.openLesson(folder.resolve(name(lesson)));
        };
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    @Test
    void wordsOfLessonsAreReadAsBefore() throws IOException {
        Path lesson = FILES.resolve("lessons/kinds/documented");
        Path copy = Files.createDirectories(folder.resolve("lesson"));
        Files.copy(lesson.resolve("lesson.json"), copy.resolve("lesson.json"));
        List<String> lines = Files.readAllLines(lesson.resolve("en.md"));
        List<String> outcomes = new ArrayList<>();
        Refusals.Reader reader = text -> {
            Files.write(copy.resolve("en.md"), text);
            SurfaceAdapter.openLesson(copy);
        };
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            for (String by : line.startsWith("#")
                    ? List.of("", line + "x", line.replaceFirst("# ", "# x"), line + "\n" + line, "#" + line)
                    : List.of("", line + " {surplus}", line.replaceAll("\\{[a-z-]+}", ""))) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, by);
                byte[] text = String.join("\n", changed).getBytes(StandardCharsets.UTF_8);
                String message = Refusals.refusal(text, reader);
                outcomes.add(String.format(
                        Locale.ROOT,
                        "%s -> %s: %s",
                        line,
                        by.replace("\n", "⏎"),
                        message == null ? "accepted" : message));
            }
        }
        KeptFile.check("lesson-words.txt", outcomes);
    }

    @Test
    void fixturesAreReadAsBefore() throws IOException {
        Refusals refusals = new Refusals("fixture", List.of());
        for (Path file : in(FIXTURES)) {
            byte[] problem = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .set("spec", JSON.readTree(Files.readAllBytes(file)).get("spec")));
            refusals.of(problem, name(file), text -> SurfaceAdapter.replay(text, folder));
        }
        check("fixture", refusals);
    }

    @Test
    void commandsAndTheirOptionsAreAsBefore() throws IOException {
        KeptFile.check("commands.txt", CommandLines.describe(SurfaceAdapter.commandLine()));
    }
}
