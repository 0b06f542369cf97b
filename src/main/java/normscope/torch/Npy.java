package normscope.torch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An array as NumPy's format {@code .npy}, version 1.0, has it: a magic string, the version, the length of a header,
 * the header, which is a Python dictionary and ends on a multiple of 64 bytes, and the numbers, row by row, the
 * smallest byte first.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int PIECE = 8192;

    private final String type;
    private final int[] shape;
    private final int size;
    private final Writer writer;

    /** Puts one number. */
    @FunctionalInterface
    private interface Writer {
        void put(ByteBuffer to, int index);
    }

    private Npy(String type, int[] shape, Writer writer) {
        this.type = type;
        this.shape = shape.clone();
        this.size = Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact));
        this.writer = writer;
    }

    /** Numbers of 64 bits. Here as below the values are not copied, and those beyond the shape are left out. */
    static Npy of(double[] values, int... shape) {
        return new Npy("<f8", shape, (to, i) -> to.putDouble(values[i]));
    }

    /** Whole numbers, which NumPy gets as 64 bits. */
    static Npy of(int[] values, int... shape) {
        return new Npy("<i8", shape, (to, i) -> to.putLong(values[i]));
    }

    /** Truths. */
    static Npy of(boolean[] values, int... shape) {
        return new Npy("|b1", shape, (to, i) -> to.put((byte) (values[i] ? 1 : 0)));
    }

    /** Writes the array; the stream stays open. */
    void write(OutputStream out) throws IOException {
        String sizes = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String header = String.format(
                Locale.ROOT,
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }",
                type,
                shape.length == 1 ? sizes + "," : sizes);
        int before = MAGIC.length + Short.BYTES;
        int length = (before + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        out.write(MAGIC);
        out.write(length & 0xFF);
        out.write(length >>> Byte.SIZE);
        out.write((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            writer.put(piece, i);
            if (piece.remaining() < Long.BYTES) {
                out.write(piece.array(), 0, piece.position());
                piece.clear();
            }
        }
        out.write(piece.array(), 0, piece.position());
    }
}
