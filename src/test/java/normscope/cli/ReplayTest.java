package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every fixture, the public ones and our own, must be reproduced to its tolerance. */
class ReplayTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    private Path folder;

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyNumberOfTheFixtureIsReproduced(Path fixture) {
        JsonNode whole = json(fixture);
        JsonNode actual = json(replay(fixture));
        Comparison comparison = new Comparison(whole.at("/rounding/tolerance").asDouble());
        comparison.compare("", whole.get("expected"), actual);
        assertThat(comparison.problems).isEmpty();
        assertThat(comparison.numbers).isGreaterThan(100);
    }

    @Test
    void wholeFixtureObjectWithSpecAndBareSpecGiveTheSame() throws IOException {
        Path whole = fixtures().get(0);
        ObjectNode spec = (ObjectNode) json(whole).get("spec");
        Path bare = Files.write(folder.resolve("bare.json"), MAPPER.writeValueAsBytes(spec));
        ObjectNode wrapper = MAPPER.createObjectNode();
        wrapper.set("spec", spec);
        Path wrapped = Files.write(folder.resolve("wrapped.json"), MAPPER.writeValueAsBytes(wrapper));
        byte[] expected = Files.readAllBytes(replay(whole));
        assertThat(replay(bare)).hasBinaryContent(expected);
        assertThat(replay(wrapped)).hasBinaryContent(expected);
    }

    private Path replay(Path fixture) {
        Path out = folder.resolve("out-" + fixture.getFileName());
        ReplayRun run = ReplayRun.of(fixture, out);
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return out;
    }

    private static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** |a - b| / (1 + max(|a|, |b|)) of every number; the layouts must be the same both ways. */
    private static final class Comparison {
        private final double tolerance;
        private final List<String> problems = new ArrayList<>();
        private int numbers;

        Comparison(double tolerance) {
            assertThat(tolerance).isBetween(1e-12, 1e-7);
            this.tolerance = tolerance;
        }

        void compare(String path, JsonNode expected, JsonNode actual) {
            if (expected.isNumber() && actual.isNumber()) {
                numbers++;
                double a = expected.asDouble();
                double b = actual.asDouble();
                if (!(Math.abs(a - b) <= tolerance * (1 + Math.max(Math.abs(a), Math.abs(b))))) {
                    problems.add(path + ": " + a + " but " + b);
                }
            } else if (expected.isObject() && actual.isObject()) {
                if (!List.copyOf(expected.propertyNames()).stream()
                        .sorted()
                        .toList()
                        .equals(actual.propertyNames().stream().sorted().toList())) {
                    problems.add(path + ": " + expected.propertyNames() + " but " + actual.propertyNames());
                    return;
                }
                for (String name : expected.propertyNames()) {
                    compare(path + "." + name, expected.get(name), actual.get(name));
                }
            } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
                for (int i = 0; i < expected.size(); i++) {
                    compare(path + "[" + i + "]", expected.get(i), actual.get(i));
                }
            } else if (!expected.equals(actual)) {
                problems.add(path + ": different layout");
            }
        }
    }
}
