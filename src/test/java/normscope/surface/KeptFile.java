package normscope.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Inventories of what the program offers, kept as files beside the tests. {@code mvn -P surface test} writes them anew;
 * the change is then reviewed as a diff.
 */
public final class KeptFile {

    private static final Path FOLDER = Path.of("src", "test", "resources", "surface");

    /** Whether the inventories are written anew. */
    public static final boolean WRITES = Boolean.getBoolean("surface.write");

    private static final Map<String, Map<String, List<String>>> VALUES = new HashMap<>();

    private KeptFile() {}

    /** {@return what the kept file has for a place, in lines such as {@code place: value value}} */
    public static List<String> values(String name, String place) {
        return VALUES.computeIfAbsent(name, KeptFile::read).getOrDefault(place, List.of());
    }

    private static Map<String, List<String>> read(String name) {
        Map<String, List<String>> values = new HashMap<>();
        try {
            if (!WRITES) {
                for (String line : Files.readAllLines(FOLDER.resolve(name))) {
                    int colon = line.lastIndexOf(": ");
                    values.put(
                            line.substring(0, colon),
                            List.of(line.substring(colon + 2).split(" ")));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares an inventory with the kept one, or keeps it.
     *
     * @param name of the file
     * @param lines the inventory in any order
     * @throws IOException if the file cannot be read or written
     */
    public static void check(String name, Collection<String> lines) throws IOException {
        compare(FOLDER.resolve(name), lines.stream().sorted().distinct().toList(), WRITES);
    }

    /**
     * Compares lines that have an order of their own with the kept ones, or keeps them.
     *
     * @param file that keeps them
     * @param now the lines
     * @param writes whether to keep them
     * @throws IOException if the file cannot be read or written
     */
    public static void compare(Path file, List<String> now, boolean writes) throws IOException {
        if (writes) {
            Files.createDirectories(file.getParent());
            Files.write(file, now);
            return;
        }
        List<String> kept = Files.readAllLines(file);
        List<String> differences = new ArrayList<>();
        missing(kept, now).forEach(line -> differences.add("- " + line));
        missing(now, kept).forEach(line -> differences.add("+ " + line));
        assertThat(differences)
                .as("lines that are gone (-) and new (+) against %s", file)
                .isEmpty();
    }

    private static Stream<String> missing(List<String> from, List<String> in) {
        List<String> rest = new ArrayList<>(from);
        rest.removeAll(in);
        return rest.stream();
    }
}
