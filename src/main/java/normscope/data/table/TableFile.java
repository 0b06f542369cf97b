package normscope.data.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import normscope.data.table.TableFormat.Encoding;

/** Where the bytes of a table are: a file of the user's, or one that comes with the program. */
public interface TableFile {

    /** Larger files are refused unread. */
    long MAX_BYTES = 50_000_000;

    /** What is looked at for a guess. */
    int PREFIX = 1 << 18;

    /** {@return the bytes of the file, at most {@value #MAX_BYTES}, if it is one that may be read} */
    InputStream open() throws IOException;

    /** {@return the number of its bytes, for a progress} */
    long size() throws IOException;

    static TableFile of(Path file) {
        return new TableFile() {
            @Override
            public long size() throws IOException {
                // Of a pipe or a device not one byte is asked for.
                if (Files.isDirectory(file)) {
                    throw new TableException("is a folder; choose a file in it.");
                }
                if (!Files.exists(file)) {
                    throw new TableException("is not there; choose another file.");
                }
                if (!Files.isRegularFile(file)) {
                    throw new TableException("is no regular file; copy what it gives into one.");
                }
                long bytes = Files.size(file);
                if (bytes > MAX_BYTES) {
                    throw tooLarge();
                }
                return bytes;
            }

            @Override
            public InputStream open() throws IOException {
                size();
                try {
                    return bounded(Files.newInputStream(file));
                } catch (IOException e) {
                    throw new TableException("cannot be read; check that it may be read.");
                }
            }
        };
    }

    static TableFile ofResource(String name) {
        return new TableFile() {
            private byte[] bytes() throws IOException {
                try (InputStream in = TableFile.class.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new TableException("is no example of this program; choose another.");
                    }
                    return in.readAllBytes();
                }
            }

            @Override
            public InputStream open() throws IOException {
                return new ByteArrayInputStream(bytes());
            }

            @Override
            public long size() throws IOException {
                return bytes().length;
            }
        };
    }

    private static TableException tooLarge() {
        return new TableException("is larger than %d MB; take fewer rows or columns.", MAX_BYTES / 1_000_000);
    }

    /** A file may grow while it is read. */
    private static InputStream bounded(InputStream in) {
        return new Counting(new BufferedInputStream(in, 1 << 16), bytes -> {
            if (bytes > MAX_BYTES) {
                throw tooLarge();
            }
        });
    }

    /** Told how many bytes have been read so far. */
    @FunctionalInterface
    interface Count {
        void reach(long bytes) throws IOException;
    }

    /** Counts what is read. */
    final class Counting extends FilterInputStream {
        private final Count count;
        private long read;

        Counting(InputStream in, Count count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int some = super.read(to, from, length);
            read += Math.max(0, some);
            count.reach(read);
            return some;
        }
    }

    /**
     * Tells the encoding: by the mark at the beginning, else by the zeros of UTF-16, else UTF-8 if all of the file is
     * valid, else Windows-1252.
     */
    default Encoding guessEncoding() throws IOException {
        byte[] prefix;
        try (InputStream in = open()) {
            prefix = in.readNBytes(PREFIX);
        }
        Encoding wide = wide(prefix);
        if (wide != null) {
            return wide;
        }
        try (InputStream in = open()) {
            return isUtf8(in) ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
        }
    }

    private static Encoding wide(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
            if (mark == 0xfffe) {
                return Encoding.UTF_16LE;
            }
            if (mark == 0xfeff) {
                return Encoding.UTF_16BE;
            }
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // Digits and delimiters have a zero as their upper byte, and hardly any letter has one as its lower.
        int most = bytes.length / 2;
        if (odd > 0.6 * most && even < 0.02 * most) {
            return Encoding.UTF_16LE;
        }
        return even > 0.6 * most && odd < 0.02 * most ? Encoding.UTF_16BE : null;
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer letters = CharBuffer.allocate(1 << 16);
        while (true) {
            int some = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, some));
            bytes.flip();
            CoderResult result = decoder.decode(bytes, letters, some < 0);
            if (result.isError()) {
                return false;
            }
            if (some < 0) {
                return true;
            }
            letters.clear();
            bytes.compact();
        }
    }
}
