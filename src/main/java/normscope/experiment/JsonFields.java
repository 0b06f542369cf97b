package normscope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of one JSON object strictly: each must be there, of the right kind, and none may be left over. Every
 * complaint is one sentence that names the field by its path.
 */
public final class JsonFields {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(400)
                            .maxStringLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MAX_PATH = 80;
    private static final int MAX_VALUE = 40;

    private final String path;
    private final JsonNode node;
    private final Set<String> read = new LinkedHashSet<>();

    private JsonFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /**
     * Parses a text that must be one JSON object.
     *
     * @param text the JSON text
     * @return its fields
     * @throws InvalidSettingException if it is not JSON or not an object
     */
    public static JsonFields parse(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root == null || !root.isObject()) {
                throw new InvalidSettingException(
                        "The text", "is not a JSON object; it must begin with { and end with }.");
            }
            return new JsonFields("", root);
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
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return new InvalidSettingException("The text", "is not complete and correct JSON" + where + ".");
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What a file made up, as it may stand in a sentence: without line breaks and the like, and not endless. */
    private static String shown(String text, int most) {
        String clean = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() > most ? clean.substring(0, most) + "…" : clean;
    }

    private JsonNode required(String name) {
        read.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new InvalidSettingException(pathOf(name), "is missing.");
        }
        return value;
    }

    private InvalidSettingException wrong(String name, String expected, JsonNode value) {
        return new InvalidSettingException(
                pathOf(name), "must be " + expected + ", not " + shown(value.toString(), MAX_VALUE) + ".");
    }

    /**
     * Whether a field is there.
     *
     * @param name the field
     * @return true if it is there, even if it is null
     */
    public boolean has(String name) {
        return node.has(name);
    }

    /**
     * An object field.
     *
     * @param name the field
     * @return its fields
     */
    public JsonFields object(String name) {
        JsonNode value = required(name);
        if (!value.isObject()) {
            throw wrong(name, "an object in { }", value);
        }
        return new JsonFields(pathOf(name), value);
    }

    /**
     * A number field.
     *
     * @param name the field
     * @return a finite number
     */
    public double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        // An integer of 350 digits is a number to JSON but not to Java.
        double number = value.asDouble(Double.NaN);
        if (!Double.isFinite(number)) {
            throw wrong(name, "a smaller number", value);
        }
        return number;
    }

    /**
     * A whole number field.
     *
     * @param name the field
     * @return the number
     */
    public long integer(String name) {
        return integer(name, required(name));
    }

    private long integer(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number", value);
        }
        return value.asLong();
    }

    /**
     * A whole number field that fits 32 bits; larger ones are cut to the largest, for the range check to refuse.
     *
     * @param name the field
     * @return the number
     */
    public int smallInteger(String name) {
        return clamp(integer(name));
    }

    private static int clamp(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /**
     * A text field.
     *
     * @param name the field
     * @return the text
     */
    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw wrong(name, "a text in quotes", value);
        }
        return value.asString();
    }

    /**
     * A field that is true or false.
     *
     * @param name the field
     * @return its value
     */
    public boolean flag(String name) {
        return flag(name, required(name));
    }

    private boolean flag(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.asBoolean();
    }

    /**
     * A field that names one of some constants in lower case.
     *
     * @param <E> the enumeration
     * @param name the field
     * @param allowed the constants that it may name
     * @return the constant
     */
    public <E extends Enum<E>> E choice(String name, List<E> allowed) {
        JsonNode value = required(name);
        for (E constant : allowed) {
            if (value.isString() && textOf(constant).equals(value.asString())) {
                return constant;
            }
        }
        String all = allowed.stream().map(JsonFields::textOf).collect(Collectors.joining(", "));
        throw wrong(name, "one of " + all, value);
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
     * A field that is a list of whole numbers.
     *
     * @param name the field
     * @return the numbers
     */
    public List<Integer> integers(String name) {
        List<Integer> result = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            result.add(clamp(integer(name + "[" + i + "]", list.get(i))));
        }
        return result;
    }

    /**
     * A field that is a list of true and false.
     *
     * @param name the field
     * @return the flags
     */
    public List<Boolean> flags(String name) {
        List<Boolean> result = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            result.add(flag(name + "[" + i + "]", list.get(i)));
        }
        return result;
    }

    private JsonNode list(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "a list in [ ]", value);
        }
        return value;
    }

    /**
     * Says that all fields of this object have been asked for.
     *
     * @throws InvalidSettingException if there are others
     */
    public void end() {
        for (String name : node.propertyNames()) {
            if (!read.contains(name)) {
                throw new InvalidSettingException(
                        shown(pathOf(name), MAX_PATH), "is not known here; take it out or correct its name.");
            }
        }
    }
}
