package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import normscope.cli.FixtureCheck;
import normscope.instrument.InstrumentKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code normscope --selftest}, as a program of its own, since a toolkit starts once. */
@Tag("window")
class SelfTestTest {

    @TempDir
    private Path folder;

    private record Run(int status, List<String> lines) {}

    private Run run(String... before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Dnormscope.home=" + folder.resolve("home")));
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(before));
        command.addAll(List.of("normscope.app.Launcher", "--selftest"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.redirectError(folder.resolve("stderr").toFile());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output.lines().toList());
    }

    @Test
    @Tag("long")
    void withoutADisplayEveryCheckHoldsAndNothingIsWrittenForTheUser() throws IOException, InterruptedException {
        Run run = run();

        assertThat(run.status()).as(String.join("\n", run.lines())).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.matches("ok +window: .* in memory.*DISPLAY.*"))
                .anyMatch(line -> line.startsWith("ok      training: 10 steps, loss 0."))
                .endsWith("All checks hold.");
        assertThat(run.lines()).filteredOn(line -> line.contains(" panel ")).hasSize(4);
        for (InstrumentKind kind : InstrumentKind.values()) {
            assertThat(run.lines()).contains("ok      instrument " + kind.id() + ": drawn");
        }
        for (String name : FixtureCheck.NAMES) {
            assertThat(run.lines()).anyMatch(line -> line.startsWith("ok      fixture " + name));
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }

    /** What is broken has a line of its own, the rest is checked all the same, and the status says so. */
    @Tag("long")
    @Test
    void anInstallationThatIsDamagedFails() throws IOException, InterruptedException {
        String name = FixtureCheck.NAMES.get(0);
        Path damaged = folder.resolve("normscope/cli/" + name + ".json");
        Files.createDirectories(damaged.getParent());
        try (InputStream in = FixtureCheck.class.getResourceAsStream(name + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(damaged, text.replace("\"loss\": [0.6386", "\"loss\": [0.6387"));
        }
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Run run = run("-cp", folder + File.pathSeparator + path);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .filteredOn(line -> line.startsWith("FAILED"))
                .singleElement()
                .asString()
                .matches("FAILED +fixture " + name + ": 1 of \\d+ numbers differ; \\.loss\\[0\\] is 0\\.6386.*");
        assertThat(run.lines()).endsWith("Not all checks hold.");
    }
}
