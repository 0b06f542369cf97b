package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** Turns Jackson's complaint about a value into one sentence that begins with the field's path in the file. */
final class JsonComplaint {

    private static final int MAX_SHOWN = 40;
    private static final int MAX_PATH = 80;

    private final JsonMapper mapper;
    /** Where the complaint is about: the value, its path, and the record whose component is inlined there, or null. */
    private JsonNode at;

    private String path = "";
    private Class<?> inlining;

    /** Prepares for what a mapper complains about in a value. */
    JsonComplaint(JsonMapper mapper, JsonNode root) {
        this.mapper = mapper;
        this.at = root;
    }

    /** A field that is there a second time; a second value after the object is merely malformed. */
    static InvalidSettingException ofTwice(MismatchedInputException e) {
        String path = e.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
        return path.isEmpty()
                ? ofSyntax(e)
                : new InvalidSettingException(
                        shown(path.substring(1).replace('/', '.'), MAX_PATH), "is there twice; take one out.");
    }

    static InvalidSettingException ofSyntax(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        String where = place == null
                ? ""
                : String.format(Locale.ROOT, " at line %d, column %d", place.getLineNr(), place.getColumnNr());
        return new InvalidSettingException(
                "The file", "is not complete and correct JSON" + where + "; mend it or take another.");
    }

    /** A value as it may stand in a sentence. */
    static String shown(JsonNode value) {
        return value.isArray() ? "a list" : value.isObject() ? "an object" : shown(value.toString(), MAX_SHOWN);
    }

    /** What a file made up, as it may stand in a sentence: without line breaks and the like, and not endless. */
    private static String shown(String text, int most) {
        String clean = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() > most ? clean.substring(0, most) + "…" : clean;
    }

    InvalidSettingException about(JacksonException e) {
        e.getPath().forEach(this::enter);
        JacksonException.Reference last =
                e.getPath().isEmpty() ? null : e.getPath().get(e.getPath().size() - 1);
        if (cause(e) instanceof IllegalArgumentException own) {
            if (e instanceof ValueInstantiationException created) {
                enterKind(created.getType().getRawClass());
            }
            return ofRecord(own);
        }
        if (e instanceof PropertyBindingException) {
            return unknown();
        }
        if (e instanceof InvalidTypeIdException kind) {
            return ofKind(kind.getBaseType().getRawClass());
        }
        Class<?> type = targetOf(e);
        if (type.isAnnotationPresent(JsonTypeInfo.class) && type.isInterface() && at.isObject()) {
            return ofKind(type);
        }
        enterKind(type);
        // Of an element of an array of numbers Jackson says the type of the array.
        if (type.isArray() && at.isObject()) {
            // The list is the value of the member that tells a kind.
            List<String> beside = inlining == null ? List.of() : JsonInlining.beside(inlining);
            at.propertyNames().stream()
                    .filter(member -> !beside.contains(member))
                    .findFirst()
                    .ifPresent(this::enterMember);
        }
        if (last != null && isArm(last)) {
            return expected("one of " + String.join(", ", Arms.keys(2)));
        }
        boolean element = type.isArray() && last != null && last.from().getClass() == type;
        return ofType(element ? type.getComponentType() : valueOf(type));
    }

    private static Throwable cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || cause instanceof IllegalArgumentException ? cause : cause(cause);
    }

    /** A record's own complaint; one of another package begins with the name of the component. */
    private InvalidSettingException ofRecord(IllegalArgumentException own) {
        if (own instanceof InvalidSettingException setting) {
            return at.isObject() ? setting.within(path) : wrong(setting.problem());
        }
        String[] words = own.getMessage().split(" ", 2);
        if (at.has(words[0])) {
            return new InvalidSettingException(words[0], words[1]).within(path);
        }
        return wrong("is not possible: " + own.getMessage());
    }

    private static Class<?> targetOf(JacksonException e) {
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mismatch.getTargetType();
        }
        // What else goes wrong with a single value is a number beyond the range of its type.
        return e instanceof InputCoercionException coercion ? coercion.getTargetType() : double.class;
    }

    private void enter(JacksonException.Reference step) {
        Class<?> from =
                step.from() instanceof Class<?> type ? type : step.from().getClass();
        String name = step.getPropertyName();
        enterKind(from);
        if (name == null && at.isObject()) {
            // The list is the value of the member that tells a kind.
            at.propertyNames().stream()
                    .filter(member -> at.get(member).isArray())
                    .findFirst()
                    .ifPresent(member -> enter("." + member, at.get(member)));
        }
        if (name == null) {
            enter("[" + step.getIndex() + "]", at.path(step.getIndex()));
        } else if (JsonInlining.inline(from).filter(name::equals).isPresent()) {
            inlining = from;
        } else {
            enterMember(name);
        }
    }

    private void enter(String step, JsonNode value) {
        path += step;
        at = value;
        inlining = null;
    }

    /** Enters the value of a member that tells a kind by its name, as Jackson's path does not. */
    private void enterKind(Class<?> type) {
        bases(type)
                .filter(JsonComplaint::isWrapped)
                .forEach(base -> kinds(base).forEach((name, kind) -> {
                    if (kind == type
                            && !at.has(name)
                            && at.size() == 1
                            && at.iterator().next().has(name)) {
                        // The value of another kind.
                        at.propertyNames().stream().findFirst().ifPresent(this::enterMember);
                    }
                    if (kind == type && at.has(name)) {
                        enterMember(name);
                    }
                }));
    }

    private static Stream<Class<?>> bases(Class<?> type) {
        return Stream.of(type.getInterfaces()).flatMap(base -> Stream.concat(Stream.of(base), bases(base)));
    }

    private void enterMember(String name) {
        enter((path.isEmpty() ? "" : ".") + name, at.path(name));
    }

    private static boolean isWrapped(Class<?> base) {
        JsonTypeInfo info = base.getAnnotation(JsonTypeInfo.class);
        return info != null && info.include() == JsonTypeInfo.As.WRAPPER_OBJECT;
    }

    private Map<String, Class<?>> kinds(Class<?> base) {
        AnnotatedClass annotated =
                AnnotatedClassResolver.resolveWithoutSuperTypes(mapper.deserializationConfig(), base);
        Collection<NamedType> kinds = mapper.deserializationConfig()
                .getSubtypeResolver()
                .collectAndResolveSubtypesByTypeId(mapper.deserializationConfig(), annotated);
        Map<String, Class<?>> byName = new TreeMap<>();
        kinds.stream()
                .filter(NamedType::hasName)
                .filter(kind -> !kind.getType().isAnnotationPresent(JsonIgnoreType.class))
                .forEach(kind -> byName.put(kind.getName(), kind.getType()));
        return byName;
    }

    private InvalidSettingException ofKind(Class<?> base) {
        if (!at.isObject()) {
            return ofType(base);
        }
        Collection<String> names = kinds(base).keySet();
        if (!isWrapped(base)) {
            String property = base.getAnnotation(JsonTypeInfo.class).property();
            enterMember(property);
            return expected("one of " + String.join(", ", names));
        }
        List<String> beside = inlining == null ? List.of() : JsonInlining.beside(inlining);
        for (String name : at.propertyNames()) {
            if (!names.contains(name) && !beside.contains(name)) {
                enterMember(name);
                return unknown();
            }
        }
        return wrong("must have one of " + String.join(", ", names) + ".");
    }

    private InvalidSettingException unknown() {
        return new InvalidSettingException(
                shown(path, MAX_PATH), "is not known here; take it out or correct its name.");
    }

    private static boolean isArm(JacksonException.Reference step) {
        return step.from() instanceof Class<?> record
                && Stream.of(record.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(step.getPropertyName())
                                && field.isAnnotationPresent(Json.ArmWord.class));
    }

    /** The type of the value that stands for a record in a file. */
    private static Class<?> valueOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods(), type.getMethods())
                .flatMap(Arrays::stream)
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .<Class<?>>map(Method::getReturnType)
                .findFirst()
                .orElse(type);
    }

    /** A value that is not of a type, such as null. */
    InvalidSettingException ofType(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return expected(wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE));
        } else if (type == long.class || type == Long.class) {
            return expected(wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));
        } else if (type == double.class || type == Double.class) {
            return expected("a finite number");
        } else if (type == boolean.class || type == Boolean.class) {
            return expected("true or false");
        } else if (type == String.class) {
            return expected("a text in quotes");
        } else if (type.isEnum()) {
            return expected("one of " + String.join(", ", Json.names(type)));
        }
        boolean list = type.isArray()
                || Collection.class.isAssignableFrom(type)
                || type == ArrayNode.class
                || type == DrawnPoints.Point.class;
        return expected(list ? "a list in [ ]" : "an object in { }");
    }

    private String wholeNumber(long least, long most) {
        if (at.isIntegralNumber()) {
            return String.format(Locale.ROOT, "a whole number from %d to %d", least, most);
        }
        return at.isNumber() ? "a whole number, without a point or an exponent" : "a whole number";
    }

    private InvalidSettingException expected(String what) {
        return at instanceof MissingNode
                ? wrong("is missing; give " + what + ".")
                : wrong("must be " + what + ", not " + shown(at) + ".");
    }

    private InvalidSettingException wrong(String problem) {
        return new InvalidSettingException(
                path.isEmpty() ? InvalidSettingException.WHOLE_FILE : shown(path, MAX_PATH), problem);
    }
}
