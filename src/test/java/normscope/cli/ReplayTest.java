package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        double tolerance = whole.at("/rounding/tolerance").asDouble();
        assertThat(tolerance).isBetween(1e-12, 1e-7);
        Comparison comparison = new Comparison(tolerance);
        comparison.compare("", whole.get("expected"), actual);
        assertThat(comparison.problems()).isEmpty();
        assertThat(comparison.numbers()).isGreaterThan(100);
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
}
