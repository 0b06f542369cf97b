package normscope.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file in the encodings that editors write: UTF-8, and UTF-16 with its mark or without. */
public final class FileText {

    private static final char MARK = '\ufeff';

    /** The problem of a file in any other encoding, to follow the name of the file. */
    public static final String NOT_READABLE =
            "is not text in UTF-8 or UTF-16; in the editor choose Save as, and UTF-8.";

    private FileText() {}

    /** {@return the text of a file in either encoding, without a mark} */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** What the mark says; without one, the zeros of UTF-16, whose first letter in these files is one of ASCII. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 0xff && second == 0xfe || first != 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }
}
