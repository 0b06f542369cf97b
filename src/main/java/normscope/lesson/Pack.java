package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;

/**
 * A {@code .normscope} file, unpacked into a folder of its own until it is closed: a zip of one experiment, or of
 * lessons and scripts as they lie in folders. Only files that these consist of are unpacked, {@code .json}, {@code .md}
 * and one table of an experiment, {@code .csv}; whatever the file holds, it is read in bounded time and memory, and
 * nothing is written elsewhere.
 */
public final class Pack implements AutoCloseable {

    public static final String ENDING = ".normscope";

    /** The file that says how a pack is opened, at its top. */
    private static final String OPENING = "opening.json";

    private static final List<String> ENDINGS = List.of(".json", ".md");

    static final String TABLE = ".csv";

    /** Of the whole file; no lesson has nearly as much. */
    static final int MOST_BYTES = 20_000_000;

    /** One more than a lesson's file may have, so that its reader tells what is too long. */
    private static final int MOST_BYTES_A_FILE = 1_000_001;

    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_LETTERS = 200;
    private static final int DEEPEST = 4;

    /** Letters that separate folders or may stand in no name, on one system or another. */
    static final Pattern FORBIDDEN = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}]");

    /** Other folders, and the names of Windows' devices. */
    private static final Pattern RESERVED =
            Pattern.compile("\\.\\.?|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** Left by macOS beside each file. */
    private static final String MAC = "__MACOSX";

    private final Path folder;
    private final Path root;
    private final String name;
    private final Path content;
    private final Opening opening;

    private Pack(Path folder, Path root, String name) throws IOException {
        this.folder = folder;
        this.root = root;
        this.name = name;
        content = content(root);
        Path said = root.resolve(OPENING);
        try {
            opening = Files.exists(said) ? Opening.read(Json.bytes(said, MOST_BYTES_A_FILE)) : Opening.NONE;
        } catch (InvalidSettingException e) {
            throw new LessonException(OPENING + ": " + e.getMessage());
        }
    }

    /** {@return whether a file is a pack, by its name} */
    public static boolean is(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Unpacks a file; the pack is to be closed when its content has been read.
     *
     * @throws LessonException if it cannot be read, has what no pack may have, or has nothing to open
     */
    public static Pack unpack(Path file) throws LessonException {
        Path folder = null;
        try {
            // Before anything is unpacked: what an entry is, a link for instance, is told in the directory alone.
            PackDirectory.check(file, MOST_BYTES, MOST_ENTRIES);
            folder = Files.createTempDirectory("normscope-");
            String name = String.valueOf(file.getFileName());
            Path root = Files.createDirectory(folder.resolve(name.substring(0, name.length() - ENDING.length())));
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
                unpack(zip, root);
            }
            return new Pack(folder, root, name);
        } catch (IOException e) {
            delete(folder);
            throw new LessonException(file.getFileName() + ": " + sentence(e));
        }
    }

    /**
     * Packs an experiment, or a folder of lessons and scripts. What such a pack does not hold, as pictures, hidden
     * files and links, stays out.
     *
     * @param source an experiment's file, a lesson's folder, or one of such folders
     * @param target written; the same content gives the same bytes
     * @return what stayed out, in the order of the names
     * @throws LessonException if the pack could not be opened; nothing is left then
     */
    public static List<String> pack(Path source, Path target, Opening opening) throws IOException {
        Path whole = source.toAbsolutePath().normalize();
        Optional<Path> lessons = Lessons.folderOf(whole);
        Path from = lessons.orElse(Objects.requireNonNullElse(whole.getParent(), whole));
        // A lesson is called by its folder.
        boolean one = lessons.isPresent() && Files.exists(from.resolve(Lessons.STRUCTURE));
        Path above = one ? Objects.requireNonNullElse(from.getParent(), from) : from;
        List<Path> files;
        try (Stream<Path> all = lessons.isPresent() ? Files.walk(from, DEEPEST + 1) : Stream.of(whole)) {
            files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        List<String> left = new ArrayList<>();
        PackedTable experiment = lessons.isEmpty() ? PackedTable.of(whole) : null;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8)) {
            if (!opening.equals(Opening.NONE)) {
                put(zip, OPENING, opening.text().getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : files) {
                String name = above.relativize(file).toString().replace('\\', '/');
                List<String> parts = List.of(name.split("/"));
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isWanted(parts)) {
                    put(zip, name, experiment == null ? content(file, name) : experiment.text());
                } else if (!isHidden(parts)) {
                    left.add(name);
                }
            }
            if (experiment != null) {
                put(zip, experiment.name(), experiment.table());
            }
        }
        try {
            check(target);
        } catch (IOException e) {
            Files.delete(target);
            throw e;
        }
        return left;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] content(Path file, String name) throws IOException {
        byte[] bytes = Json.bytes(file, MOST_BYTES_A_FILE);
        if (bytes.length >= MOST_BYTES_A_FILE) {
            throw new LessonException(name + ": is larger than 1 MB; no file of a pack is.");
        }
        return bytes;
    }

    /** Opens a pack as its reader will. */
    private static void check(Path file) throws IOException {
        try (Pack pack = unpack(file)) {
            try {
                if (pack.lessons().isPresent()) {
                    checkPage(pack, Lessons.inFolder(pack.content, Locale.ENGLISH));
                } else {
                    checkPage(pack, List.of());
                    ExperimentFile.read(pack.content);
                }
            } catch (LessonException e) {
                throw pack.told(e);
            } catch (InvalidSettingException e) {
                throw new LessonException(String.valueOf(pack.content.getFileName()) + ": " + e.getMessage());
            }
        }
    }

    private static void checkPage(Pack pack, List<Lesson> lessons) throws LessonException {
        int pages = lessons.stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.LESSON)
                .findFirst()
                .map(lesson -> lesson.pages().size())
                .orElse(0);
        if (pack.opening.page() > pages) {
            throw new LessonException(
                    pages == 0
                            ? "There is no lesson in the pack, and so no page to open it at."
                            : String.format(
                                    Locale.ROOT,
                                    "The pack's first lesson has %d pages; it cannot be opened at page %d.",
                                    pages,
                                    pack.opening.page()));
        }
    }

    public Opening opening() {
        return opening;
    }

    /** Copies all that was unpacked to an existing folder, empty. */
    public void copyTo(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(root.relativize(each).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(each, target);
            }
        }
    }

    private static String sentence(IOException e) {
        if (e instanceof LessonException) {
            return e.getMessage();
        }
        return e instanceof ZipException
                ? "is not a whole and correct zip; get it anew."
                : "cannot be read or unpacked; check that it may be read, and that there is room.";
    }

    private static void unpack(ZipFile zip, Path root) throws IOException {
        Set<String> names = new HashSet<>();
        long left = MOST_BYTES;
        int tables = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(each -> each)::iterator) {
            String name = entry.getName();
            List<String> parts = parts(name);
            if (!names.add(String.join("/", parts).toLowerCase(Locale.ROOT))) {
                throw new LessonException("has \"" + shown(name) + "\" twice; a name may occur once.");
            }
            if (entry.isDirectory() || !isWanted(parts) && !isTable(parts)) {
                continue;
            }
            boolean table = isTable(parts);
            if (table && ++tables > 1) {
                throw new LessonException("has several tables; a pack has one experiment with one table.");
            }
            byte[] bytes;
            try (InputStream in = zip.getInputStream(entry)) {
                bytes = in.readNBytes(table ? MOST_BYTES + 1 : MOST_BYTES_A_FILE);
            }
            left -= bytes.length;
            if (left < 0) {
                throw new LessonException("is larger than %d MB when unpacked; no pack is.", MOST_BYTES / 1_000_000);
            }
            Path target = root.resolve(String.join("/", parts)).normalize();
            if (!target.startsWith(root)) {
                throw leaves(name);
            }
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, bytes);
        }
    }

    private static boolean isWanted(List<String> parts) {
        String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        return !parts.get(0).equals(MAC) && !isHidden(parts) && ENDINGS.stream().anyMatch(last::endsWith);
    }

    private static boolean isTable(List<String> parts) {
        return parts.size() <= 2
                && !isHidden(parts)
                && !parts.get(0).equals(MAC)
                && parts.get(parts.size() - 1).toLowerCase(Locale.ROOT).endsWith(TABLE);
    }

    private static boolean isHidden(List<String> parts) {
        return parts.stream().anyMatch(part -> part.startsWith("."));
    }

    /** The folders and the name of an entry; refused unless they lie within the pack on every system. */
    private static List<String> parts(String name) throws LessonException {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = List.of(path.split("/", -1));
        if (FORBIDDEN.matcher(path).find()
                || parts.stream()
                        .anyMatch(
                                part -> part.isBlank() || RESERVED.matcher(part).matches())) {
            throw leaves(name);
        }
        if (name.length() > MOST_LETTERS || parts.size() > DEEPEST) {
            throw new LessonException("has \"" + shown(name) + "\", which is too long or too deep; no pack needs it.");
        }
        return parts;
    }

    private static LessonException leaves(String name) {
        return new LessonException("has \"" + shown(name) + "\", which is no name within the pack; do not trust it.");
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= MOST_LETTERS / 2 ? plain : plain.substring(0, MOST_LETTERS / 2) + "…";
    }

    /** The folder of lessons, or the one experiment. */
    private static Path content(Path root) throws IOException {
        if (Lessons.folderOf(root).isPresent()) {
            return root;
        }
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file) && !file.equals(root.resolve(OPENING)))
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
                    .toList();
            if (files.size() == 1) {
                return files.get(0);
            }
            throw new LessonException(
                    files.isEmpty()
                            ? "has neither an experiment nor a lesson in it."
                            : "has several experiments; a pack has one, or lessons in folders with a lesson.json.");
        }
    }

    /** {@return the folder of the lessons and scripts in it, if it is a pack of these} */
    public Optional<Path> lessons() {
        return Files.isDirectory(content) ? Optional.of(content) : Optional.empty();
    }

    /** {@return what is wrong with a file in it: named by the pack, and not by the folder that is soon gone} */
    public LessonException told(LessonException failure) {
        return new LessonException(failure.getMessage().replace(root.toString(), name));
    }

    /** {@return the file to read: that of the experiment, or the lessons' folder} */
    public Path content() {
        return content;
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            System.getLogger(Pack.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }
}
