package normscope.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks, before JavaFX is started, whether it can open a window here. JavaFX itself tells the same only by an exception
 * without advice, and prints a stack trace of its own when a native library is missing.
 *
 * <p>On Linux, JavaFX draws through GTK 3 on an X server: the server that {@code DISPLAY} names must answer, and the
 * libraries must be known to the dynamic loader. Windows and macOS always have both. The check takes a few
 * milliseconds, loads nothing, and in doubt says that all is well: JavaFX then tells, and {@link #explain} translates.
 */
public final class DisplayCheck {

    public sealed interface Result permits Ok, NoDisplay, MissingLibrary {}

    /** A window can be opened, as far as one can tell beforehand. */
    public record Ok() implements Result {}

    /** There is no display to open a window on: says so to the user, in one sentence. */
    public record NoDisplay(String sentence) implements Result {}

    /** There is a display, but a library of the system is missing: says which package to install, in one sentence. */
    public record MissingLibrary(String sentence) implements Result {}

    /** A native library that JavaFX's window needs, and the packages that bring it. */
    private record Library(String file, String debian, String fedora) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0", "gtk3"), new Library("libXtst.so.6", "libxtst6", "libXtst"));

    private static final List<String> LIBRARY_FOLDERS = List.of("lib", "usr/lib", "lib64", "usr/lib64");

    /** The form {@code host:display.screen}; an empty host is this machine, by a Unix socket. */
    private static final Pattern DISPLAY = Pattern.compile("(?<host>[^/]*):(?<number>\\d{1,5})(\\.\\d+)?");

    private static final int X_SERVER_PORT = 6000;
    private static final int MAX_PORT = 65_535;
    private static final int CONNECT_MILLIS = 2_000;

    private final String osName;
    private final Map<String, String> environment;
    private final Path root;

    /** For tests: another system, environment and root of the file system. */
    DisplayCheck(String osName, Map<String, String> environment, Path root) {
        this.osName = osName;
        this.environment = environment;
        this.root = root;
    }

    /**
     * {@return what hinders a window on this system, or {@link Ok}; that, too, if JavaFX was told to draw without a
     * display ({@code -Dglass.platform=Monocle})}
     */
    public static Result check() {
        if ("Monocle".equals(System.getProperty("glass.platform"))) {
            return new Ok();
        }
        Path root = Path.of("").toAbsolutePath().getRoot();
        return new DisplayCheck(System.getProperty("os.name"), System.getenv(), root).run();
    }

    /** {@return what JavaFX's failure to start means; nothing if it is not of the display or the system's libraries} */
    public static Optional<Result> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")) {
                return Optional.of(new NoDisplay("The display could not be opened; check that you may use it."));
            }
            if (cause instanceof UnsatisfiedLinkError || message.contains("glass GTK library")) {
                return Optional.of(new MissingLibrary(
                        "A system library that the window needs could not be loaded; install libgtk-3-0, libxtst6"
                                + " and libgl1 (Debian, Ubuntu) or gtk3, libXtst and mesa-libGL (Fedora)."));
            }
        }
        return Optional.empty();
    }

    Result run() {
        if (!osName.toLowerCase(Locale.ROOT).contains("linux")) {
            return new Ok();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return new NoDisplay("There is no display: the variable DISPLAY is not set.");
        }
        if (!answers(display)) {
            return new NoDisplay("There is no display: nothing answers at DISPLAY=" + display + ".");
        }
        for (Library library : LIBRARIES) {
            if (!isInstalled(library.file())) {
                return new MissingLibrary(String.format(
                        Locale.ROOT,
                        "The window needs the system library %s: install %s (Debian, Ubuntu) or %s (Fedora).",
                        library.file(),
                        library.debian(),
                        library.fedora()));
            }
        }
        return new Ok();
    }

    /** Tells whether an X server takes connections at this display; of a form unknown here, that it does. */
    private boolean answers(String display) {
        Matcher matcher = DISPLAY.matcher(display);
        if (!matcher.matches()) {
            return true;
        }
        int number = Integer.parseInt(matcher.group("number"));
        String host = matcher.group("host");
        return host.isEmpty() || host.equals("unix") ? answersLocally(number) : answersAt(host, number);
    }

    private boolean answersLocally(int number) {
        String socket = "/tmp/.X11-unix/X" + number;
        return isListenedTo(socket) || accepts(root.resolve(socket.substring(1)));
    }

    /**
     * Looks for a listener in the kernel's table: quicker than a connection, and the only way from Java to see a socket
     * without a file, which Xlib tries first.
     */
    private boolean isListenedTo(String socket) {
        String table = textOf("proc/net/unix");
        return table.contains(" " + socket + "\n") || table.contains(" @" + socket + "\n");
    }

    /** The server of another network namespace (a container's host) is not in the table. */
    private static boolean accepts(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            // A server that ended without tidying up leaves its socket's file behind.
            return false;
        }
    }

    private static boolean answersAt(String host, int number) {
        int port = X_SERVER_PORT + number;
        if (port > MAX_PORT) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks where the dynamic loader looks: its cache, LD_LIBRARY_PATH, the folders it always knows. */
    private boolean isInstalled(String library) {
        Stream<Path> asked = Arrays.stream(
                        environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return isInLoaderCache(library)
                || Stream.concat(asked, LIBRARY_FOLDERS.stream().map(root::resolve))
                        .anyMatch(folder -> Files.exists(folder.resolve(library)));
    }

    /** The cache is a table with the names and paths of the libraries as plain, zero-terminated text. */
    private boolean isInLoaderCache(String library) {
        return textOf("etc/ld.so.cache").contains(library + "\0");
    }

    private String textOf(String file) {
        try {
            return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
