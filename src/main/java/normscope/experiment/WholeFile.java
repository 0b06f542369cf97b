package normscope.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/**
 * Writes files that are never half there: beside the old one, then in its place. What stands there is respected: a
 * symbolic link stays and what it leads to is written, the new file keeps the old one's mode and group, a file that may
 * not be written is not replaced, and what is no file, such as a pipe, is written to.
 */
public final class WholeFile {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** Writes a text to a file, which is replaced as a whole or stays as it was. */
    public static void write(String text, Path file) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    public static void write(byte[] content, Path file) throws IOException {
        Path target = followed(file.toAbsolutePath());
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileNotFoundException(file + " is not the name of a file");
        }
        if (Files.exists(target)) {
            if (!Files.isRegularFile(target) && !Files.isDirectory(target)) {
                Files.write(target, content, StandardOpenOption.WRITE);
                return;
            }
            if (!Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
        }
        // Not createTempFile: that file only its owner may read, and an experiment is there to be passed on.
        Path beside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            keepMode(target, beside);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Where symbolic links lead to, be it there or not. */
    private static Path followed(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void keepMode(Path old, Path next) throws IOException {
        PosixFileAttributeView of = Files.getFileAttributeView(next, PosixFileAttributeView.class);
        if (of == null || !Files.exists(old)) {
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(old, PosixFileAttributes.class);
        try {
            of.setGroup(kept.group());
            of.setOwner(kept.owner());
        } catch (IOException e) {
            // Only its owner may give a file away, and to some groups; whoever may write it may read it still.
        }
        of.setPermissions(kept.permissions());
    }
}
