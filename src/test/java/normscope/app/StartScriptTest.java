package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/normscope}, with a Java that only tells what it was started with, one argument a line. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

    private static final String TELLING = "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho \"LC_ALL=$LC_ALL\"\n";

    @TempDir
    private Path folder;

    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("a student's 程序"));
        for (String system : List.of("linux", "linux-aarch64", "mac", "mac-aarch64", "win")) {
            Files.createDirectories(home.resolve("lib/javafx").resolve(system));
        }
        script(home.resolve("bin/normscope"), filtered(Files.readString(Path.of("src/main/scripts/normscope"))));
        java("17.0.15", "x86_64");
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    }

    /** As the build does it. */
    private static String filtered(String text) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher matcher = Pattern.compile("\\$\\{([\\w.]+)}").matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(property(pom, found.group(1))));
    }

    private static String property(String pom, String name) {
        if (name.startsWith("project.")) {
            return "normscope-1";
        }
        Matcher matcher = Pattern.compile("<" + name + ">([^<]*)</").matcher(pom);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1).replace("${vectorModule}", "jdk.incubator.vector");
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void java(String version, String processor) throws IOException {
        script(folder.resolve("java/bin/java"), TELLING);
        Files.writeString(
                folder.resolve("java/release"),
                "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base jdk.incubator.vector\"\nOS_ARCH=\"" + processor
                        + "\"\n");
    }

    private List<String> start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "bin/normscope"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    @Test
    void argumentsArriveAsTheyAreGiven() throws IOException, InterruptedException {
        List<String> said = start("run", "my file (1).json", "--out", "a'b\"c $HOME *", "");

        assertThat(said).containsSubsequence("normscope.app.Launcher", "run", "my file (1).json", "--out");
        assertThat(said).contains("a'b\"c $HOME *", "");
    }

    @ParameterizedTest
    @CsvSource({"x86_64, ''", "amd64, ''", "aarch64, -aarch64"})
    void javaFxIsThatOfTheProcessorThatJavaIsMadeFor(String processor, String folderEnd)
            throws IOException, InterruptedException {
        java("21", processor);
        String system = System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux";

        assertThat(start())
                .contains(
                        home.toRealPath() + "/lib/*:" + home.toRealPath() + "/lib/javafx/" + system + folderEnd + "/*");
    }

    @Test
    void aProcessorWithoutJavaFxIsTold() throws IOException, InterruptedException {
        java("17", "riscv64");

        assertThat(start()).singleElement().asString().matches("normscope: there is no JavaFX for \\w+-riscv64 in .*");
    }

    @Test
    void anOldJavaIsToldInOneSentence() throws IOException, InterruptedException {
        java("11.0.2", "x86_64");

        assertThat(start())
                .singleElement()
                .asString()
                .startsWith("normscope: Java 17 or newer is needed, but ")
                .endsWith(" is 11.0.2.");
    }

    @Test
    void aMissingJavaIsToldInOneSentence() throws IOException, InterruptedException {
        environment.put("JAVA_HOME", "");
        environment.put("PATH", Files.createDirectories(folder.resolve("tools")).toString());
        for (String tool : List.of("locale", "dirname", "uname")) {
            script(folder.resolve("tools").resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }

        assertThat(start()).singleElement().asString().startsWith("normscope: Java is missing; install Java 17");
    }

    @Test
    void optionsOfTheUserMayHaveBlanksAndComeAfterOurs() throws IOException, InterruptedException {
        environment.put("NORMSCOPE_OPTS", "-Da=1 '-Db=x y' -Dc=\"p q\" -Dd=it\\'s");
        List<String> said = start("--version");

        assertThat(said).containsSubsequence("-Xmx1g", "-Da=1", "-Db=x y", "-Dc=p q", "-Dd=it's", "-cp");
        assertThat(said).contains("-Xms256m");
    }

    @Test
    void aSmallHeapOfTheUserIsNotBelowTheOneToBeginWith() throws IOException, InterruptedException {
        environment.put("NORMSCOPE_OPTS", "-Xmx200m");

        assertThat(start("--version")).doesNotContain("-Xms256m").containsSubsequence("-Xmx1g", "-Xmx200m");
    }

    @Test
    void aQuotationMarkWithoutItsOtherOneIsTold() throws IOException, InterruptedException {
        environment.put("NORMSCOPE_OPTS", "-Da='x");

        assertThat(start("--version")).last().asString().startsWith("normscope: NORMSCOPE_OPTS has a quotation mark");
    }

    @Test
    void inThePlainLocalePathsBeyondAsciiAreRead() throws IOException, InterruptedException {
        environment.put("LC_ALL", "C");
        List<String> said = start("--version");
        environment.put("LC_ALL", "C.UTF-8");
        List<String> unicode = start("--version");

        assertThat(said).last().isEqualTo("LC_ALL=C.UTF-8");
        assertThat(unicode).last().isEqualTo("LC_ALL=C.UTF-8");
    }

    @Test
    void whereNothingMayBeWrittenNoArchiveIsAskedFor() throws IOException, InterruptedException {
        assertThat(start()).anyMatch(line -> line.startsWith("-XX:ArchiveClassesAtExit=" + folder.resolve("home")));

        environment.put("HOME", "/dev/null");
        assertThat(start()).noneMatch(line -> line.contains("Archive"));
    }
}
