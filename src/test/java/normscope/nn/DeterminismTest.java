package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same bits: interpreted and compiled, on every Java and at every vector width. */
class DeterminismTest {

    /** Of the vector kernels. It changes only with the arithmetic, and then runs saved before no longer replay. */
    private static final String VECTOR = "2182129a58dcec59";

    /** Of EJML's products, which round every multiplication. */
    private static final String EJML = "23d1b7aade35f3ab";

    @Test
    void theBitsAreThoseOfEveryOtherMachine() {
        // Often enough for the code to be interpreted at first and compiled by the best compiler at last.
        for (int i = 0; i < 100; i++) {
            assertThat(Long.toHexString(Digest.compute())).isEqualTo(VECTOR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-Xcomp -XX:TieredStopAtLevel=1", "-XX:MaxVectorSize=16"})
    void theBitsDoNotDependOnCompilerOrVectorWidth(String options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector"));
        all.addAll(List.of(options.split(" ")));
        assertThat(digestOf(all)).isEqualTo(VECTOR);
    }

    @Test
    void withoutTheVectorModuleTheBitsAreEjmls() throws IOException, InterruptedException {
        assertThat(digestOf(List.of("-Xshare:auto"))).isEqualTo(EJML);
    }

    private static String digestOf(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Digest.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().reduce("", (first, line) -> line);
    }
}
