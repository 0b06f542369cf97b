package normscope.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are never half there: beside the old one, then in its place. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a text to a file, which is replaced as a whole or stays as it was.
     *
     * @param text the new content
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public static void write(String text, Path file) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Writes bytes to a file, which is replaced as a whole or stays as it was.
     *
     * @param content the new content
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public static void write(byte[] content, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileNotFoundException(file + " is not the name of a file");
        }
        // Not createTempFile: that file only its owner may read, and an experiment is there to be passed on.
        Path beside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
