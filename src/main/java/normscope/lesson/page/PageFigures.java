package normscope.lesson.page;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pictures of what stood beside a lesson's pages when their results came, for the student's sheet: as PNG files in a
 * folder for each lesson, or in memory alone. On any thread.
 */
public final class PageFigures {

    private static final Logger LOG = System.getLogger(PageFigures.class.getName());

    private final Path folder;
    private final Map<String, List<byte[]>> inMemory = new HashMap<>();

    /** Keeps pictures in folders of the lessons; null keeps them in memory until the program ends. */
    public PageFigures(Path folder) {
        this.folder = folder;
    }

    /** Keeps the pictures of a page, PNG, in the place of those it had. */
    public synchronized void keep(String lesson, String page, List<byte[]> pictures) throws IOException {
        if (folder == null) {
            inMemory.put(lesson + "/" + page, List.copyOf(pictures));
            return;
        }
        Path ofLesson = Files.createDirectories(folder.resolve(lesson));
        delete(ofLesson, glob(page));
        for (int i = 0; i < pictures.size(); i++) {
            Files.write(ofLesson.resolve(name(page, i)), pictures.get(i));
        }
    }

    /** {@return the pictures of a page: PNG; empty if there are none} */
    public synchronized List<byte[]> of(String lesson, String page) throws IOException {
        if (folder == null) {
            return inMemory.getOrDefault(lesson + "/" + page, List.of());
        }
        List<byte[]> pictures = new ArrayList<>();
        Path next = folder.resolve(lesson).resolve(name(page, 0));
        while (Files.exists(next)) {
            pictures.add(Files.readAllBytes(next));
            next = next.resolveSibling(name(page, pictures.size()));
        }
        return pictures;
    }

    public synchronized void forget(String lesson) {
        inMemory.keySet().removeIf(key -> key.startsWith(lesson + "/"));
        if (folder != null && Files.isDirectory(folder.resolve(lesson))) {
            try {
                delete(folder.resolve(lesson), "*.png");
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The pictures of a lesson cannot be taken away.", e);
            }
        }
    }

    private static String name(String page, int index) {
        return String.format(Locale.ROOT, "%s.%d.png", page, index + 1);
    }

    private static String glob(String page) {
        return page + ".*.png";
    }

    private static void delete(Path from, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, glob)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
