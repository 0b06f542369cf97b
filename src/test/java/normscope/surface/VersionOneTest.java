package normscope.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import normscope.app.SurfaceAdapter;
import normscope.app.SurfaceAdapter.Refused;
import normscope.experiment.ExperimentConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What version 1 has written is opened for ever, to the same values. The files in {@code version-1} never change, but
 * for the names of records in {@code expected}: {@code -Dversion-one.write=true} writes these anew.
 */
class VersionOneTest {

    private static final Path FILES = Path.of("src", "test", "resources", "version-1");

    /** Only if a record or one of its components has another name now. */
    private static final boolean WRITES = Boolean.getBoolean("version-one.write");

    @TempDir
    private Path folder;

    static List<Path> experiments() throws IOException {
        return entries("experiments");
    }

    static List<Path> lastExperiments() throws IOException {
        return entries("user/last-experiments");
    }

    static List<Path> lessons() throws IOException {
        List<Path> lessons = new ArrayList<>(entries("lessons/built-in"));
        lessons.addAll(entries("lessons/kinds"));
        lessons.removeIf(lesson -> !Files.isDirectory(lesson));
        return lessons;
    }

    private static List<Path> entries(String name) throws IOException {
        try (Stream<Path> entries = Files.list(FILES.resolve(name))) {
            return entries.sorted().toList();
        }
    }

    private static List<String> lines(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> String.format(Locale.ROOT, "%s = %s", field.getKey(), field.getValue()))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "") + ".txt";
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void anExperimentIsOpenedToTheSameValues(Path file) throws IOException, Refused {
        ExperimentConfig config = SurfaceAdapter.openExperiment(Files.readAllBytes(file), folder);
        KeptFile.compare(
                FILES.resolve("expected/experiments").resolve(name(file)),
                lines(SurfaceAdapter.fields(config)),
                WRITES);
        byte[] saved = SurfaceAdapter.saveExperiment(config).getBytes(StandardCharsets.UTF_8);
        assertThat(SurfaceAdapter.openExperiment(saved, folder)).isEqualTo(config);
    }

    @ParameterizedTest
    @MethodSource("lastExperiments")
    void theExperimentLeftLastTimeIsOpenedToTheSameValues(Path file) throws IOException {
        Files.copy(file, folder.resolve("last-experiment.json"));
        KeptFile.compare(
                FILES.resolve("expected/experiments").resolve(name(file)),
                lines(SurfaceAdapter.fields(SurfaceAdapter.lastExperiment(folder))),
                WRITES);
    }

    @Test
    void progressIsKept() throws IOException {
        Files.copy(FILES.resolve("user/progress.json"), folder.resolve("progress.json"));
        assertThat(SurfaceAdapter.progress(folder))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "mode", "LESSONS",
                        "by-hand", "page 6, furthest 6, finished",
                        "shifting-inputs", "page 1, furthest 4, not finished",
                        "in-a-network", "page 0, furthest 0, not finished"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonIsOpenedToTheSameValues(Path lesson) throws IOException {
        List<String> lines;
        try {
            lines = RecordFields.of(SurfaceAdapter.openLesson(lesson));
        } catch (Refused e) {
            lines = List.of("refused");
        }
        KeptFile.compare(FILES.resolve("expected/lessons").resolve(name(lesson)), lines, WRITES);
    }
}
