import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the packages that bring a Java of their own, for the system that this runs on, out of the program as it is laid
 * out: {@code java Packages.java VERSION LAYOUT TARGET OPTIONS OPTIONS-FOR-LINUX}, called by {@code mvn -P dist
 * package}. Any JDK from 17 does; the packages have its Java in them.
 */
final class Packages {

    /** What the program and JavaFX use; the locale data make numbers the same as with a whole Java. */
    private static final String MODULES =
            "java.desktop,java.logging,java.xml,jdk.charsets,jdk.incubator.vector,jdk.localedata,jdk.unsupported";

    private static final String MAIN = "normscope.app.Launcher";
    private static final String UPGRADES = "0b0f3b0e-5c0f-4d5e-9a7e-6e6f726d7363";
    private static final int FIRST_WITH_AOT_CACHE = 25;

    /** Before it, an archive of the program's own classes is bound to the folder that it was made in. */
    private static final int FIRST_WITH_MOVABLE_ARCHIVE = 20;

    private final String version;
    private final Path layout;
    private final Path target;
    private final List<String> options;
    private final Path work;
    private final String system;
    private final String processor;
    private final String name;

    private Packages(String version, Path layout, Path target, List<String> options) throws IOException {
        this.version = version;
        this.layout = layout;
        this.target = target;
        this.options = options;
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        system = os.contains("win") ? "win" : os.contains("mac") ? "mac" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        processor = arm ? "arm64" : "x64";
        name = system.equals("linux") ? "normscope" : "NormScope";
        work = target.resolve("packages");
        delete(work);
        Files.createDirectories(work);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean linux = System.getProperty("os.name").equals("Linux");
        List<String> options =
                List.of((linux ? args[3] + " " + args[4] : args[3]).trim().split("\\s+"));
        new Packages(args[0], Path.of(args[1]), Path.of(args[2]), options).make();
    }

    private void make() throws IOException, InterruptedException {
        Path runtime = work.resolve("runtime");
        tool("jlink", "--add-modules", MODULES, "--no-header-files", "--no-man-pages", "--output", runtime.toString());
        Path image = image(runtime, input());
        speedUp(image);
        String file = "normscope-" + version + "-" + system + "-" + processor;
        switch (system) {
            case "linux" -> {
                wrap(image);
                run(
                        "tar",
                        "-C",
                        work.toString(),
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "-I",
                        "xz -T0 -3",
                        "-cf",
                        at(file + ".tar.xz"),
                        name);
                if (has("dpkg-deb") && has("fakeroot")) {
                    install(
                            "deb",
                            image,
                            file,
                            "--linux-shortcut",
                            "--linux-menu-group",
                            "Education;Science",
                            "--resource-dir",
                            "src/build/jpackage");
                } else {
                    System.out.println("No .deb is made: dpkg-deb and fakeroot are needed for it.");
                }
            }
            case "win" -> {
                tool("jar", "--create", "--no-manifest", "--file", at(file + ".zip"), "-C", work.toString(), name);
                install(
                        "msi",
                        image,
                        file,
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-shortcut",
                        "--win-upgrade-uuid",
                        UPGRADES);
            }
            default -> {
                run("codesign", "--force", "--deep", "--sign", "-", image.toString());
                run("ditto", "-c", "-k", "--keepParent", image.toString(), at(file + ".zip"));
                install("dmg", image, file);
            }
        }
    }

    /**
     * The start goes through a script: in the plain C locale Java takes a folder beyond ASCII for question marks, and no
     * option of its own changes that.
     */
    private void wrap(Path image) throws IOException {
        Path launcher = image.resolve("bin").resolve(name);
        Files.move(launcher, launcher.resolveSibling(name + "-java"));
        Path app = lib(image).resolve("app");
        Files.move(app.resolve(name + ".cfg"), app.resolve(name + "-java.cfg"));
        Files.copy(Path.of("src/build/jpackage/start.sh"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String at(String file) {
        return target.resolve(file).toString();
    }

    /** All jars in one folder, where jpackage looks for them, and beside JavaFX's the native files that are in them. */
    private Path input() throws IOException {
        Path input = Files.createDirectories(work.resolve("input"));
        String javaFx = system + (processor.equals("arm64") ? "-aarch64" : "");
        for (Path folder :
                List.of(layout.resolve("lib"), layout.resolve("lib/javafx").resolve(javaFx))) {
            for (Path jar : files(folder)) {
                Files.copy(jar, input.resolve(jar.getFileName()));
            }
        }
        // Where they are missing, JavaFX writes them into the user's home. On Windows it looks elsewhere first.
        if (!system.equals("win")) {
            for (Path jar : files(input)) {
                if (jar.getFileName().toString().startsWith("javafx-graphics")) {
                    unpack(jar, system.equals("mac") ? ".dylib" : ".so", input);
                }
            }
        }
        Path licences = Files.createDirectories(input.resolve("licenses"));
        for (Path licence : files(layout.resolve("licenses"))) {
            Files.copy(licence, licences.resolve(licence.getFileName()));
        }
        // An archive of classes holds for jars of a size and a time, and packages keep times to two seconds at worst.
        try (Stream<Path> all = Files.walk(input)) {
            for (Path each : all.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(Instant.parse("2026-11-21T00:00:00Z")));
            }
        }
        return input;
    }

    private static void unpack(Path jar, String ending, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(ending) && !entry.getName().contains("/")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to.resolve(entry.getName()));
                    }
                }
            }
        }
    }

    private Path image(Path runtime, Path input) throws IOException {
        List<String> command = common("app-image", work);
        command.addAll(List.of("--runtime-image", runtime.toString(), "--input", input.toString()));
        command.addAll(List.of("--main-jar", "normscope-" + version + ".jar", "--main-class", MAIN));
        command.addAll(List.of("--icon", icon().toString()));
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(List.of("--java-options", "-Dnormscope.program=$ROOTDIR"));
        if (system.equals("win")) {
            // A program with windows has no console there; this one is for the commands.
            Path console = Files.writeString(work.resolve("console.properties"), "win-console=true\n");
            command.addAll(List.of("--add-launcher", "normscope-console=" + console));
        }
        tool("jpackage", command.toArray(String[]::new));
        Path image = work.resolve(system.equals("mac") ? name + ".app" : name);
        // Not before: jpackage would put them on the class path.
        Path sources = Files.createDirectories(lib(image).resolve("app/sources"));
        for (Path source : files(layout.resolve("sources"))) {
            Files.copy(source, sources.resolve(source.getFileName()));
        }
        return image;
    }

    private List<String> common(String type, Path to) {
        return new ArrayList<>(List.of(
                "--type",
                type,
                "--dest",
                to.toString(),
                "--name",
                name,
                "--app-version",
                version,
                "--vendor",
                "NormScope",
                "--copyright",
                "2026 the NormScope authors",
                "--description",
                "Shows what batch normalization does inside a neural network"));
    }

    private void install(String type, Path image, String file, String... more) throws IOException {
        Path association = Files.writeString(
                work.resolve("association.properties"),
                "extension=normscope\nmime-type=application/x-normscope\ndescription=NormScope pack\nicon="
                        + icon().toString().replace("\\", "/") + "\n");
        Path to = Files.createDirectories(work.resolve(type));
        List<String> command = common(type, to);
        command.addAll(List.of("--app-image", image.toString(), "--file-associations", association.toString()));
        command.addAll(
                List.of("--license-file", layout.resolve("licenses/LICENSE").toString()));
        command.addAll(List.of(more));
        tool("jpackage", command.toArray(String[]::new));
        for (Path made : files(to)) {
            Files.move(made, target.resolve(file + "." + type));
        }
    }

    private Path lib(Path image) {
        return image.resolve(system.equals("win") ? "" : system.equals("mac") ? "Contents" : "lib");
    }

    /** Classes made ready now need not be read, checked and linked at each start; the selftest goes through most. */
    private void speedUp(Path image) throws IOException, InterruptedException {
        Path lib = lib(image);
        Path home = lib.resolve(system.equals("mac") ? "runtime/Contents/Home" : "runtime");
        Path app = lib.resolve("app").toAbsolutePath();
        Path cfg = app.resolve(name + ".cfg");
        String java = home.resolve("bin")
                .resolve(system.equals("win") ? "java.exe" : "java")
                .toString();
        List<String> lines = Files.readAllLines(cfg);
        String classPath = lines.stream()
                .filter(line -> line.startsWith("app.classpath=") || line.startsWith("app.mainjar="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString()))
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
        int feature = Runtime.version().feature();
        String archive = feature >= FIRST_WITH_AOT_CACHE ? "normscope.aot" : "normscope.jsa";
        if (feature < FIRST_WITH_AOT_CACHE) {
            run(java, "-Xshare:dump");
        }
        if (feature >= FIRST_WITH_MOVABLE_ARCHIVE) {
            boolean aot = feature >= FIRST_WITH_AOT_CACHE;
            List<String> command = new ArrayList<>(List.of(java));
            command.addAll(options);
            command.add((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + app.resolve(archive));
            command.addAll(List.of("-cp", classPath, MAIN, "--selftest"));
            run(command.toArray(String[]::new));
            String use = (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + "$APPDIR/" + archive;
            for (Path each : files(app)) {
                if (each.toString().endsWith(".cfg")) {
                    // One that does not fit is passed over in silence.
                    Files.writeString(
                            each,
                            Files.readString(each)
                                    .replace(
                                            "[JavaOptions]",
                                            "[JavaOptions]\njava-options=" + use + "\njava-options=-Xlog:disable"));
                }
            }
        }
        // Nothing starts the Java but the launcher.
        try (Stream<Path> commands = Files.list(home.resolve("bin"))) {
            commands.filter(each -> !each.toString().endsWith(".dll")).forEach(Packages::remove);
        }
    }

    /** The icon in the system's own format: each of the two others is a head and PNG pictures in a row. */
    private Path icon() throws IOException {
        Path icons = layout.resolve("../../assets/icons").normalize();
        if (system.equals("linux")) {
            return icons.resolve("normscope-256.png");
        }
        boolean mac = system.equals("mac");
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        int[] sizes = mac ? new int[] {128, 256} : new int[] {16, 32, 48, 256};
        if (!mac) {
            head.write(little(6, 0, 1, sizes.length));
        }
        for (int size : sizes) {
            byte[] png = Files.readAllBytes(icons.resolve("normscope-" + size + ".png"));
            if (mac) {
                pictures.write((size == 128 ? "ic07" : "ic08").getBytes(StandardCharsets.US_ASCII));
                new DataOutputStream(pictures).writeInt(png.length + 8);
            } else {
                int offset = 6 + 16 * sizes.length + pictures.size();
                head.write(new byte[] {(byte) size, (byte) size, 0, 0, 1, 0, 32, 0});
                head.write(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(png.length)
                        .putInt(offset)
                        .array());
            }
            pictures.write(png);
        }
        if (mac) {
            head.write("icns".getBytes(StandardCharsets.US_ASCII));
            new DataOutputStream(head).writeInt(pictures.size() + 8);
        }
        head.write(pictures.toByteArray());
        return Files.write(work.resolve(mac ? "normscope.icns" : "normscope.ico"), head.toByteArray());
    }

    private static byte[] little(int bytes, int... shorts) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int each : shorts) {
            buffer.putShort((short) each);
        }
        return buffer.array();
    }

    private static void tool(String name, String... arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException(name + " is missing; a whole JDK is needed."));
        if (tool.run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(name + " failed.");
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed.");
        }
    }

    private static boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(Packages::remove);
            }
        }
    }

    private static void remove(Path file) {
        try {
            file.toFile().setWritable(true);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
