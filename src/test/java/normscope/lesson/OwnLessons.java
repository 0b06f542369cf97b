package normscope.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of an instructor's own, for tests: lessons and scripts of the program under other names and titles. */
public final class OwnLessons {

    private static final Path BUILT_IN = Path.of("src/main/resources/lessons");

    private OwnLessons() {}

    /**
     * Copies one.
     *
     * @param id of a lesson or script that comes with the program
     * @param folder gets a folder with it
     * @param name of the folder, and by it of the copy
     * @param title the copy's
     */
    public static void copy(String id, Path folder, String name, String title) throws IOException {
        Path from = BUILT_IN.resolve(id);
        Path to = Files.createDirectories(folder.resolve(name));
        Files.copy(from.resolve("lesson.json"), to.resolve("lesson.json"));
        String words = Files.readString(from.resolve("en.md"));
        Files.writeString(to.resolve("en.md"), words.replaceFirst("# .*", "# " + title));
    }
}
