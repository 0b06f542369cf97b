package normscope.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import normscope.experiment.Json;

/**
 * The directory at the end of a zip file (PKWARE, APPNOTE 4.3.12 and 4.3.16), which tells what
 * {@link java.util.zip.ZipFile} does not: whether an entry is a link, and how many there are before any is read.
 */
final class PackDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int UNIX = 3;
    private static final int KIND = 0xF000;
    private static final int PLAIN_FILE = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int ENCRYPTED = 1;

    private PackDirectory() {}

    /**
     * Reads the directory of a zip, which is refused if it is larger, has more entries, or one that is neither a file
     * nor a folder.
     */
    static void check(Path file, int mostBytes, int mostEntries) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new LessonException("is not there, or is no file; check its name.");
        }
        byte[] bytes = Json.bytes(file, mostBytes);
        if (bytes.length > mostBytes) {
            throw new LessonException("is larger than %d MB; no pack is.", mostBytes / 1_000_000);
        }
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(zip);
        int entries = Short.toUnsignedInt(zip.getShort(end + 10));
        if (entries > mostEntries) {
            throw new LessonException("has %d entries; no pack has more than %d.", entries, mostEntries);
        }
        int at = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            if (at < 0 || at > end - ENTRY_SIZE || zip.getInt(at) != ENTRY) {
                throw new ZipException("no entry at " + at);
            }
            check(zip, at);
            at += ENTRY_SIZE
                    + Short.toUnsignedInt(zip.getShort(at + 28))
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
    }

    private static void check(ByteBuffer zip, int at) throws LessonException {
        int kind = zip.getInt(at + 38) >>> 16 & KIND;
        boolean unix = zip.get(at + 5) == UNIX;
        if (unix && kind != 0 && kind != PLAIN_FILE && kind != FOLDER) {
            throw new LessonException("has a link or something else that is no file; do not trust it.");
        }
        if ((zip.getShort(at + 8) & ENCRYPTED) != 0) {
            throw new LessonException("is encrypted; unpack it, and pack it without a password.");
        }
    }

    private static int end(ByteBuffer zip) throws ZipException {
        for (int at = zip.limit() - END_SIZE; at >= 0 && at >= zip.limit() - END_SIZE - 0xFFFF; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new ZipException("no end of a directory");
    }
}
