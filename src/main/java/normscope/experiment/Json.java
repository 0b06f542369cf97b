package normscope.experiment;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The one reader and writer of the program's JSON files. What a file holds is a record; a complaint is an
 * {@link InvalidSettingException} of one sentence that begins with the field's path in the file.
 *
 * <p>Reading is strict: every component of a record must be given unless it {@link MayBeAbsent}, nothing else may be
 * given, nothing twice, and no value is turned into one of another type. Constants are written in lower case with
 * dashes. Time and memory are bounded by the length of the text.
 */
public final class Json {

    /** For files without kinds that features bring. */
    public static final Json PLAIN = new Json(mapper());

    private final JsonMapper mapper;

    private Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Marks a component that files may leave out: a number is then 0, a flag false, a list empty, anything else null.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
    @JacksonAnnotationsInside
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @interface MayBeAbsent {}

    /** Marks the index of an arm, which files call by its word. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
    @JacksonAnnotationsInside
    @JsonSerialize(using = ArmWords.Writer.class)
    @JsonDeserialize(using = ArmWords.Reader.class)
    public @interface ArmWord {}

    /** Marks a component whose fields stand in files beside the record's other ones. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Inline {}

    /** A kind without values of its own, which files have as {@code true}. */
    public interface Flag {
        @JsonValue
        default boolean on() {
            return true;
        }
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxNumberLength(400)
                        .maxStringLength(10_000)
                        .maxNameLength(10_000)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        // So that a complaint shows a number as it is written.
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultNullHandling(value -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .withCoercionConfigDefaults(config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        if (shape != CoercionInputShape.Integer) {
                            config.setCoercion(shape, CoercionAction.Fail);
                        }
                    }
                })
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .annotationIntrospector(new JsonRules())
                .addModule(new JsonInlining())
                .build();
    }

    /**
     * The same with kinds that no sealed interface lists.
     *
     * @param kinds records, with their name or with an annotation that names them
     * @param module readers of what no annotation describes
     */
    public Json with(Collection<NamedType> kinds, JacksonModule module) {
        return new Json(mapper.rebuild()
                .registerSubtypes(kinds.toArray(NamedType[]::new))
                .addModule(module)
                .build());
    }

    /** Reads a file, but no more of it than a limit of bytes and one, so that a longer file is noticed. */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /**
     * Reads a file of the user's, which should be {@code what}, such as "an experiment"; one that is larger is refused.
     * If it cannot be read, the message is a sentence for the user.
     */
    public static byte[] whole(Path file, int most, String what) throws IOException {
        byte[] bytes;
        try {
            bytes = bytes(file, most);
        } catch (IOException e) {
            throw new IOException("The file cannot be read; check that it exists and may be read.", e);
        }
        Check.that(
                bytes.length <= most, "The file", "is larger than %d bytes; this is not %s of NormScope.", most, what);
        return bytes;
    }

    /** Parses a text in UTF-8 or UTF-16; what is not one JSON object is refused. */
    public static ObjectNode parse(byte[] text) {
        try {
            JsonNode root = PLAIN.mapper.readTree(FileText.decode(text));
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidSettingException(
                    InvalidSettingException.WHOLE_FILE,
                    root.isMissingNode()
                            ? "is empty; take another."
                            : "must be an object in { }, not " + JsonComplaint.shown(root) + ".");
        } catch (CharacterCodingException e) {
            throw new InvalidSettingException(InvalidSettingException.WHOLE_FILE, FileText.NOT_READABLE);
        } catch (MismatchedInputException e) {
            throw JsonComplaint.ofTwice(e);
        } catch (JacksonException e) {
            throw JsonComplaint.ofSyntax(e);
        }
    }

    /**
     * Takes format and version out of an object, which must be {@code what}, such as "a lesson"; another format, or a
     * version that is not read, is refused.
     */
    public static int takeVersion(ObjectNode root, String format, String what, int newest) {
        JsonNode named = root.path("format");
        if (!named.isString() || !named.asString().equals(format)) {
            throw new InvalidSettingException("format", "is not \"%s\"; this is not %s of NormScope.", format, what);
        }
        long version = PLAIN.bind(root, Version.class).version();
        if (version < 1 || version > newest) {
            throw new InvalidSettingException(
                    "version",
                    "is %d, but this program reads version 1 to %d; "
                            + "open the file with the NormScope that wrote it.",
                    version,
                    newest);
        }
        root.remove(List.of("format", "version"));
        return (int) version;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Version(long version) {}

    /** Turns a value into a record; a field that is missing, unknown or wrong is refused by its name from here on. */
    public <T> T bind(JsonNode value, Class<T> type) {
        if (value.isNull()) {
            throw new JsonComplaint(mapper, value).ofType(type);
        }
        try {
            return mapper.treeToValue(value, type);
        } catch (JacksonException e) {
            throw new JsonComplaint(mapper, value).about(e);
        }
    }

    /** A value as it may stand in a sentence: whatever a file made up, without line breaks and not endless. */
    public static String shown(JsonNode value) {
        return JsonComplaint.shown(value);
    }

    /** Turns a record into an object: an object that {@link #bind} turns into an equal record. */
    public ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** Writes a record as text: JSON with line breaks. */
    public String text(Object value) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    /** {@return how files call the kind of a record} */
    static String kind(Object value) {
        return value.getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** How files call a constant: the name given by an annotation, or the constant's own in lower case with dashes. */
    public static String name(Enum<?> constant) {
        JsonProperty named = field(constant).getAnnotation(JsonProperty.class);
        return named == null ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-') : named.value();
    }

    /** {@return how files call the constants of a class, but for those that files may not have} */
    static List<String> names(Class<?> constants) {
        return Stream.of((Enum<?>[]) constants.getEnumConstants())
                .filter(constant -> !field(constant).isAnnotationPresent(JsonIgnore.class))
                .map(Json::name)
                .toList();
    }

    private static Field field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How files have the index of an arm: as the word that {@link Arms#key} gives it. */
    private static final class ArmWords {

        private ArmWords() {}

        static final class Reader extends ValueDeserializer<Integer> {
            @Override
            public Integer deserialize(JsonParser parser, DeserializationContext context) {
                String word = context.readValue(parser, String.class);
                int arm = Arms.keys(ExperimentConfig.MAX_ARMS).indexOf(word);
                Check.that(
                        arm >= 0,
                        "",
                        "must be one of " + String.join(", ", Arms.keys(2)) + ", or arm-3 and so on, not \"" + word
                                + "\".");
                return arm;
            }
        }

        static final class Writer extends ValueSerializer<Integer> {
            @Override
            public void serialize(Integer arm, JsonGenerator out, SerializationContext context) {
                out.writeString(Arms.key(arm));
            }
        }
    }
}
