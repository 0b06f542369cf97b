package normscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import normscope.experiment.JsonValue;

/** How the fields of lesson files are read, beyond what {@link JsonValue} does. */
final class Fields {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private Fields() {}

    /** How a constant is written in lesson files: in lower case, with dashes. */
    static String textOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of the constants of an enumeration. */
    static <E extends Enum<E>> E choice(JsonValue json, E[] constants) {
        String text = json.choice(Stream.of(constants).map(Fields::textOf).toArray(String[]::new));
        return Stream.of(constants)
                .filter(constant -> textOf(constant).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** One of the constants, or another where the field is absent. */
    static <E extends Enum<E>> E choice(JsonValue json, E[] constants, E otherwise) {
        return json.isAbsent() ? otherwise : choice(json, constants);
    }

    /** The elements of a list, which is empty where the field is absent. */
    static <T> List<T> list(JsonValue json, Function<JsonValue, T> element) {
        List<T> result = new ArrayList<>();
        if (!json.isAbsent()) {
            json.elements().forEach(value -> result.add(element.apply(value)));
        }
        return result;
    }

    /** A name of lower-case letters, digits and dashes. */
    static String id(JsonValue json) {
        String text = json.text();
        if (!text.matches(ID)) {
            throw json.wrong(String.format(
                    Locale.ROOT, "must be lower-case letters, digits and single dashes, not \"%s\".", text));
        }
        return text;
    }

    /** The name of the one member that tells the kind, in an object such as {@code {"run": 100}}. */
    static String only(JsonValue json, List<String> beside, String... names) {
        json.requireOnly(Stream.concat(beside.stream(), Stream.of(names)).toArray(String[]::new));
        List<String> present =
                Stream.of(names).filter(name -> !json.get(name).isAbsent()).toList();
        if (present.size() != 1) {
            throw json.wrong("must have one of " + String.join(", ", names) + ".");
        }
        return present.get(0);
    }
}
