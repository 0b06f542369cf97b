package normscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small lesson that an instructor begins with: two pages, with comments in its words. */
final class NewLesson {

    private static final String FROM = "/normscope/new-lesson/";
    private static final List<String> FILES = List.of("lesson.json", "en.md");

    private NewLesson() {}

    /**
     * Writes it into a folder, which is made if it is not there and must be empty. The exception's message is a
     * sentence for the user.
     */
    static void write(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new IOException(folder + " is there already and not empty; choose another folder.");
        }
        try {
            Files.createDirectories(folder);
            for (String name : FILES) {
                try (InputStream in = NewLesson.class.getResourceAsStream(FROM + name)) {
                    Files.copy(in, folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new IOException(folder + " cannot be written to; choose another folder.", e);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
