package normscope.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Files of numbers, read back as numpy.lib.format describes them. */
class NpyTest {

    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '(...)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\n");

    /** An array as it is read. */
    private record Read(String type, String shape, List<Number> values) {}

    private static byte[] written(Npy array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        array.write(out);
        return out.toByteArray();
    }

    private static Read read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        in.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        byte[] header = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(header);
        assertThat(in.position() % 64).isZero();
        Matcher told = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
        assertThat(told.matches()).isTrue();
        List<Number> values = new ArrayList<>();
        while (in.hasRemaining()) {
            switch (told.group(1)) {
                case "<f8" -> values.add(in.getDouble());
                case "<i8" -> values.add(in.getLong());
                default -> values.add(in.get());
            }
        }
        return new Read(told.group(1), told.group(2), values);
    }

    @Test
    void numbersAreReadBackToTheLastBit() throws IOException {
        double[] values = {0, -0.0, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};

        Read read = read(written(Npy.of(values, 3, 2)));

        assertThat(read.type()).isEqualTo("<f8");
        assertThat(read.shape()).isEqualTo("3, 2");
        assertThat(read.values())
                .containsExactly(0.0, -0.0, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
    }

    @Test
    void wholeNumbersAndTruthsAreReadBack() throws IOException {
        assertThat(read(written(Npy.of(new int[] {-1, 7}, 2)))).isEqualTo(new Read("<i8", "2,", List.of(-1L, 7L)));
        assertThat(read(written(Npy.of(new boolean[] {true, false, true}, 1, 3, 1))))
                .isEqualTo(new Read("|b1", "1, 3, 1", List.of((byte) 1, (byte) 0, (byte) 1)));
    }

    @Test
    void noMoreIsWrittenThanTheShapeHas() throws IOException {
        assertThat(read(written(Npy.of(new double[100_000], 2, 5))).values()).hasSize(10);
        assertThat(read(written(Npy.of(new double[100_000], 10_000, 3))).values())
                .hasSize(30_000);
        assertThat(read(written(Npy.of(new double[0], 0, 4))).values()).isEmpty();
    }

    @Test
    void aHeaderThatJustFitsIsNotPaddedByAWholeLine() throws IOException {
        for (int size = 1; size < 1_000_000; size *= 10) {
            byte[] bytes = written(Npy.of(new boolean[size], size, 1, 1, 1, 1, 1));
            assertThat(bytes.length - size).isEqualTo(128);
        }
    }

    @Test
    void anArchiveHasAFileAnArrayAndIsTheSameEachTime() throws IOException {
        Map<String, Npy> arrays = new LinkedHashMap<>();
        arrays.put("x", Npy.of(new double[] {1.5}, 1));
        arrays.put("W1", Npy.of(new int[] {2, 3}, 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TorchExport.writeNpz(arrays, out);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        TorchExport.writeNpz(arrays, again);

        Map<String, Read> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), read(zip.readAllBytes()));
            }
        }
        assertThat(read)
                .containsExactly(
                        Map.entry("x.npy", new Read("<f8", "1,", List.of(1.5))),
                        Map.entry("W1.npy", new Read("<i8", "2,", List.of(2L, 3L))));
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }
}
