package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.stage.Window;
import normscope.LongRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The start of the program. */
class LauncherTest {

    /** Starts the program, and ends it as soon as its window is open. */
    static final class UntilTheWindowIsOpen {
        public static void main(String[] args) {
            Platform.setImplicitExit(true);
            Window.getWindows().addListener((InvalidationListener) windows -> {
                System.out.println("open");
                Platform.runLater(Platform::exit);
            });
            Launcher.main(args);
        }
    }

    static Stream<Arguments> locales() {
        return LongRun.cases(1, Arguments.of("ar", "EG"), Arguments.of("bn", "BD"));
    }

    @Tag("window")
    @ParameterizedTest
    @MethodSource("locales")
    void theWindowOpensWhereDigitsAreOthers(String language, String country, @TempDir Path home)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.contains("jacoco") && !option.startsWith("-Duser."))
                .toList());
        command.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country));
        command.add("-Dnormscope.home=" + home);
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.add(UntilTheWindowIsOpen.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("open");
    }

    @Test
    void aStartThatFailsTellsItsInnermostCauseInOneSentence() {
        Throwable cause = new IllegalStateException("the icon is missing\n\tat some place");
        Throwable failure = new RuntimeException(
                "Exception in Application start method", new CompletionException("wrapped", cause));

        assertThat(StartFailure.sentence(failure))
                .isEqualTo("The window cannot be opened (IllegalStateException: the icon is missing);"
                        + " please report this, with your system and its version of Java.");
        assertThat(StartFailure.sentence(new NullPointerException())).contains("(NullPointerException);");
    }
}
