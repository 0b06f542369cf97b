package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that a command writes to, by one rule for all commands: its own files of a former time are replaced, those
 * of others are kept, and both are told. What is written stands in a folder of its own in there until all of it is
 * complete, so that a command that fails leaves what was there. Which files are the command's own stands in a small
 * list in the folder.
 */
public final class OutFolder implements AutoCloseable {

    private static final String HIDDEN = ".normscope-";
    private static final int MOST_NAMES = 5;

    private final Path folder;
    private final Path list;
    private final Path work;
    private final Set<String> besides;

    /**
     * Makes the folder if it is not there.
     *
     * @param command whose files are its own
     * @param besides files that the command keeps there by itself, and goes on with
     * @throws IOException if it cannot be written to; see {@link #complaint}
     */
    public OutFolder(Path folder, String command, List<String> besides) throws IOException {
        this.folder = folder;
        this.besides = Set.copyOf(besides);
        list = folder.resolve(HIDDEN + command);
        work = folder.resolve(HIDDEN + command + "-part");
        Files.createDirectories(folder);
        clear();
        Files.createDirectory(work);
    }

    /** The same of a command that keeps nothing there by itself. */
    public OutFolder(Path folder, String command) throws IOException {
        this(folder, command, List.of());
    }

    /** {@return where to write} */
    public Path work() {
        return work;
    }

    /**
     * Puts what was written into its place.
     *
     * @param out told what was replaced and what is kept
     * @param whole whether files of a former time that were not written now have gone stale, and are deleted
     * @return the files, in the order of their names
     * @throws IOException if one cannot be moved
     */
    public List<Path> finish(PrintWriter out, boolean whole) throws IOException {
        Set<String> former = former();
        former.removeIf(name -> !Files.isRegularFile(folder.resolve(name)));
        Set<String> own = new TreeSet<>();
        for (String name : names(work)) {
            String free = free(name, former);
            if (!free.equals(name)) {
                out.printf(Locale.ROOT, "%s was there and is not of this command: the new one is %s.%n", name, free);
            }
            Path target = folder.resolve(free);
            Path above = target.getParent();
            if (above != null) {
                checkWithin(above, name);
                Files.createDirectories(above);
            }
            Files.move(work.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
            own.add(free);
        }
        Set<String> all = new TreeSet<>(own);
        for (String name : former) {
            if (!whole) {
                all.add(name);
            } else if (!own.contains(name)) {
                Files.delete(folder.resolve(name));
            }
        }
        Files.write(list, all, StandardCharsets.UTF_8);
        if (!former.isEmpty()) {
            out.printf(Locale.ROOT, "Replaced what this command had written there before: %s.%n", some(former));
        }
        Set<String> others = names(folder).stream()
                .filter(name -> !all.contains(name) && !besides.contains(name) && !name.startsWith(HIDDEN))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            out.printf(Locale.ROOT, "Kept what else is there: %s.%n", some(others));
        }
        out.flush();
        return own.stream().map(folder::resolve).toList();
    }

    /**
     * A name for files that belong together and know each other by it: with a number where a file of somebody else has
     * it with one of the endings.
     */
    public String free(String name, List<String> endings) throws IOException {
        return free(name, endings, former());
    }

    private String free(String name, List<String> endings, Set<String> own) {
        String tried = name;
        for (int number = 2; taken(tried, endings, own); number++) {
            tried = name + "-" + number;
        }
        return tried;
    }

    private boolean taken(String name, List<String> endings, Set<String> own) {
        return endings.stream()
                .map(ending -> name + ending)
                .anyMatch(each -> Files.exists(folder.resolve(each)) && !own.contains(each));
    }

    private Set<String> former() throws IOException {
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list, StandardCharsets.UTF_8)) : new TreeSet<>();
    }

    /** A link in the folder must not lead what is written out of it. */
    private void checkWithin(Path wanted, String name) throws IOException {
        Path there = wanted;
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent());
        }
        if (!there.toRealPath().startsWith(folder.toRealPath())) {
            throw new FileSystemException(wanted.toString(), null, name + " would lie elsewhere, by a link");
        }
    }

    /** The name, or one with a number where a file of somebody else has it. */
    private String free(String name, Set<String> own) {
        int dot = name.lastIndexOf('.');
        String end = dot < 0 ? "" : name.substring(dot);
        return free(dot < 0 ? name : name.substring(0, dot), List.of(end), own) + end;
    }

    private static String some(Set<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> in.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private void clear() throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear();
    }

    /** {@return in one sentence what hindered writing to a folder, and what to do} */
    public static String complaint(Path folder, IOException failure) {
        if (failure instanceof FileAlreadyExistsException there && folder.equals(Path.of(there.getFile()))) {
            return folder + " is a file, not a folder; choose another one.";
        }
        if (failure instanceof AccessDeniedException) {
            return "The folder " + folder + " may not be written to; choose another one.";
        }
        String reason = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getMessage();
        return "The folder " + folder + " cannot be written to (" + reason
                + "); make room there, or choose another one.";
    }
}
