package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import normscope.app.DisplayCheck.MissingLibrary;
import normscope.app.DisplayCheck.NoDisplay;
import normscope.app.DisplayCheck.Ok;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class DisplayCheckTest {

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();
    private ServerSocketChannel server;

    @BeforeEach
    void aDesktopWithAnXServerAndItsLibraries() throws IOException {
        Path sockets = Files.createDirectories(root.resolve("tmp/.X11-unix"));
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
        environment.put("DISPLAY", ":7");
        loaderCache("libgtk-3.so.0", "libXtst.so.6");
    }

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {":7", ":7.0", "unix:7"})
    void isOkWhereAServerAnswers(String display) {
        environment.put("DISPLAY", display);

        assertThat(check("Linux")).isEqualTo(new Ok());
    }

    @Test
    void saysThatDisplayIsNotSet() {
        environment.remove("DISPLAY");

        assertThat(check("Linux")).isEqualTo(new NoDisplay("There is no display: the variable DISPLAY is not set."));
    }

    @ParameterizedTest
    @ValueSource(strings = {":8", "unix:8.0"})
    void saysThatNothingAnswersAtTheDisplay(String display) {
        environment.put("DISPLAY", display);

        assertThat(check("Linux"))
                .isEqualTo(new NoDisplay("There is no display: nothing answers at DISPLAY=" + display + "."));
    }

    @Test
    void isNotMisledByTheSocketOfAServerThatEnded() throws IOException {
        server.close();

        assertThat(root.resolve("tmp/.X11-unix/X7")).exists();
        assertThat(check("Linux")).isInstanceOf(NoDisplay.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@/tmp/.X11-unix/X12", "/tmp/.X11-unix/X12"})
    void findsAServerInTheKernelsTableOfSockets(String socket) throws IOException {
        Files.createDirectories(root.resolve("proc/net"));
        Files.writeString(
                root.resolve("proc/net/unix"),
                "Num RefCount Protocol Flags Type St Inode Path\n0: 2 0 10000 1 1 99 " + socket + "\n");

        environment.put("DISPLAY", ":12");
        assertThat(check("Linux")).isEqualTo(new Ok());
        environment.put("DISPLAY", ":1");
        assertThat(check("Linux")).isInstanceOf(NoDisplay.class);
    }

    @Test
    void asksARemoteDisplayByItsPort() throws IOException {
        try (ServerSocket remote = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("DISPLAY", "localhost:" + (remote.getLocalPort() - 6000) + ".0");
            assertThat(check("Linux")).isEqualTo(new Ok());
        }
        assertThat(check("Linux")).isInstanceOf(NoDisplay.class);
    }

    @Test
    void leavesADisplayOfUnknownFormToJavaFx() {
        environment.put("DISPLAY", "/run/user/1000/some-socket");

        assertThat(check("Linux")).isEqualTo(new Ok());
    }

    @Test
    void namesThePackageOfAMissingLibrary() throws IOException {
        loaderCache("libgtk-3.so.0.old", "libXtst.so.6");

        assertThat(check("Linux"))
                .isEqualTo(new MissingLibrary("The window needs the system library libgtk-3.so.0:"
                        + " install libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora)."));
    }

    @Test
    void findsALibraryThatOnlyTheEnvironmentKnows() throws IOException {
        loaderCache("libgtk-3.so.0");
        Path folder = Files.createDirectories(root.resolve("opt/lib"));
        Files.createFile(folder.resolve("libXtst.so.6"));
        assertThat(check("Linux")).isInstanceOf(MissingLibrary.class);

        environment.put("LD_LIBRARY_PATH", "/nowhere:" + folder);

        assertThat(check("Linux")).isEqualTo(new Ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void isAlwaysOkElsewhere(String osName) {
        environment.clear();

        assertThat(check(osName)).isEqualTo(new Ok());
    }

    @Test
    void isOkWhenToldToDrawWithoutADisplay() {
        assertThat(System.getProperty("glass.platform")).isEqualTo("Monocle");
        assertThat(DisplayCheck.check()).isEqualTo(new Ok());
    }

    @Test
    void explainsJavaFxsOwnFailures() {
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to open DISPLAY")))
                .containsInstanceOf(NoDisplay.class);
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .containsInstanceOf(MissingLibrary.class);
        assertThat(DisplayCheck.explain(new RuntimeException(new UnsatisfiedLinkError("no glassgtk3"))))
                .containsInstanceOf(MissingLibrary.class);
        assertThat(DisplayCheck.explain(new IllegalStateException("a fault of the program")))
                .isEmpty();
    }

    private DisplayCheck.Result check(String osName) {
        return new DisplayCheck(osName, environment, root).run();
    }

    private void loaderCache(String... libraries) throws IOException {
        Files.createDirectories(root.resolve("etc"));
        StringBuilder cache = new StringBuilder("glibc-ld.so.cache1.1\0");
        for (String library : libraries) {
            cache.append(library).append('\0').append("/lib/").append(library).append('\0');
        }
        Files.writeString(root.resolve("etc/ld.so.cache"), cache);
    }
}
