package normscope.experiment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON value that knows its path, such as {@code spec.batches[2].x[0]}, and reads itself strictly. Every complaint is
 * one {@link InvalidSettingException} sentence that begins with the path. Time and memory are bounded by the length of
 * the text.
 *
 * @param path where the value stands in the file; empty for the whole
 * @param node the value; a missing node when there is none
 */
public record JsonValue(String path, JsonNode node) {

    private static final int MAX_SHOWN = 40;
    private static final int MAX_PATH = 80;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(400)
                            .maxStringLength(10_000)
                            .maxNameLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Takes null, which Jackson gives for what is not there, as a missing node. */
    public JsonValue {
        node = node == null ? MissingNode.getInstance() : node;
    }

    /**
     * Parses a text that must be one JSON object.
     *
     * @param text JSON in UTF-8
     * @return the object
     * @throws InvalidSettingException if it is not
     */
    public static JsonValue parseObject(byte[] text) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            JsonValue root = new JsonValue("", MAPPER.readTree(decoded.toString()));
            root.requireObject();
            return root;
        } catch (CharacterCodingException e) {
            throw new InvalidSettingException("The file", "is not text in UTF-8; take another.");
        } catch (MismatchedInputException e) {
            throw twice(e);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** A field that is there a second time; a second value after the object is merely malformed. */
    private static InvalidSettingException twice(MismatchedInputException e) {
        String path = e.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
        return path.isEmpty()
                ? malformed(e)
                : new InvalidSettingException(
                        shown(path.substring(1).replace('/', '.'), MAX_PATH), "is there twice; take one out.");
    }

    private static InvalidSettingException malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null
                ? ""
                : String.format(Locale.ROOT, " at line %d, column %d", at.getLineNr(), at.getColumnNr());
        return new InvalidSettingException(
                "The file", "is not complete and correct JSON" + where + "; mend it or take another.");
    }

    /** What a file made up, as it may stand in a sentence: without line breaks and the like, and not endless. */
    private static String shown(String text, int most) {
        String clean = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() > most ? clean.substring(0, most) + "…" : clean;
    }

    /**
     * A member of this object, which may be missing or null.
     *
     * @param name its name
     * @return the member
     */
    public JsonValue get(String name) {
        requireObject();
        return new JsonValue(path.isEmpty() ? name : path + "." + name, node.get(name));
    }

    /**
     * An element of this list.
     *
     * @param index from 0
     * @return the element
     */
    public JsonValue get(int index) {
        return new JsonValue(path + "[" + index + "]", node.get(index));
    }

    /**
     * Whether there is no value.
     *
     * @return true if it is missing or null
     */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Makes sure that this is an object. */
    public void requireObject() {
        require(node.isObject(), "an object in { }");
    }

    /**
     * Makes sure that this is an object without other members.
     *
     * @param names the members that it may have
     */
    public void requireOnly(String... names) {
        requireObject();
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new InvalidSettingException(
                        shown(path.isEmpty() ? name : path + "." + name, MAX_PATH),
                        "is not known here; take it out or correct its name.");
            }
        }
    }

    /**
     * The length of this list.
     *
     * @return the number of elements
     */
    public int size() {
        require(node.isArray(), "a list in [ ]");
        return node.size();
    }

    /**
     * The elements of this list.
     *
     * @return in order
     */
    public List<JsonValue> elements() {
        List<JsonValue> result = new ArrayList<>(size());
        for (int i = 0; i < node.size(); i++) {
            result.add(get(i));
        }
        return result;
    }

    /**
     * A finite number.
     *
     * @return its value
     */
    public double number() {
        require(node.isNumber(), "a finite number");
        // An integer of 350 digits is a number to JSON but not to Java.
        double value = node.asDouble(Double.NaN);
        require(Double.isFinite(value), "a finite number");
        return value;
    }

    /**
     * A number in a range.
     *
     * @param min the least
     * @param max the greatest
     * @return its value
     */
    public double numberWithin(double min, double max) {
        double value = number();
        require(value >= min && value <= max, "a number from " + min + " to " + max);
        return value;
    }

    /**
     * A number of at least 0.
     *
     * @return its value
     */
    public double magnitude() {
        double value = number();
        require(value >= 0, "a number of at least 0");
        return value;
    }

    /**
     * A whole number.
     *
     * @return its value
     */
    public long integer() {
        require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
        return node.asLong();
    }

    /**
     * A whole number, cut to 32 bits; whoever asks checks the range.
     *
     * @return its value, or the closest that fits
     */
    public int smallInteger() {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer()));
    }

    /**
     * A whole number in a range.
     *
     * @param min the least
     * @param max the greatest
     * @return its value
     */
    public int integerWithin(int min, int max) {
        require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number from " + min + " to " + max);
        int value = node.asInt();
        require(value >= min && value <= max, "a whole number from " + min + " to " + max);
        return value;
    }

    /**
     * A class number, which may be written as 1 or 1.0.
     *
     * @param classes how many classes there are
     * @return 0 … classes - 1
     */
    public int label(int classes) {
        double value = number();
        require(
                value == Math.rint(value) && value >= 0 && value < classes,
                "a class number from 0 to " + (classes - 1));
        return (int) value;
    }

    /**
     * A value that is true or false.
     *
     * @return which
     */
    public boolean flag() {
        require(node.isBoolean(), "true or false");
        return node.asBoolean();
    }

    /**
     * A text.
     *
     * @return the text
     */
    public String text() {
        require(node.isString(), "a text in quotes");
        return node.asString();
    }

    /**
     * One of some texts.
     *
     * @param texts the texts that it may be
     * @return which
     */
    public String choice(String... texts) {
        require(
                node.isString() && Arrays.asList(texts).contains(node.asString()),
                "one of " + String.join(", ", texts));
        return node.asString();
    }

    /**
     * One of some constants, written in lower case.
     *
     * @param <E> the enumeration
     * @param allowed the constants that it may be
     * @return which
     */
    public <E extends Enum<E>> E choice(List<E> allowed) {
        String text = choice(allowed.stream().map(JsonValue::textOf).toArray(String[]::new));
        return allowed.stream()
                .filter(constant -> textOf(constant).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /**
     * How a constant is written in a file.
     *
     * @param constant the constant
     * @return its name in lower case
     */
    public static String textOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A list of numbers.
     *
     * @param length how many there must be
     * @param meaning what each stands for, as in "one an input"
     * @return the numbers
     */
    public double[] vector(int length, String meaning) {
        if (size() != length) {
            throw wrong(String.format(Locale.ROOT, "has %d entries; give %d, %s.", size(), length, meaning));
        }
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            result[i] = get(i).number();
        }
        return result;
    }

    /**
     * A list of rows.
     *
     * @param rows how many there must be
     * @param rowMeaning what each row stands for
     * @param columns how many numbers a row must have
     * @param columnMeaning what each number of a row stands for
     * @return rows x columns
     */
    public DMatrixRMaj matrix(int rows, String rowMeaning, int columns, String columnMeaning) {
        if (size() != rows) {
            throw wrong(String.format(Locale.ROOT, "has %d rows; give %d, %s.", size(), rows, rowMeaning));
        }
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(get(i).vector(columns, columnMeaning), 0, result.data, i * columns, columns);
        }
        return result;
    }

    /**
     * A complaint about this value.
     *
     * @param problem the rest of the sentence
     * @return to be thrown
     */
    public InvalidSettingException wrong(String problem) {
        return new InvalidSettingException(path.isEmpty() ? "The file" : path, problem);
    }

    private void require(boolean holds, String expected) {
        if (holds) {
            return;
        }
        if (node.isMissingNode()) {
            throw path.isEmpty() ? wrong("is empty; take another.") : wrong("is missing; give " + expected + ".");
        }
        String text = node.isContainer() ? (node.isArray() ? "a list" : "an object") : node.toString();
        throw wrong("must be " + expected + ", not " + shown(text, MAX_SHOWN) + ".");
    }
}
