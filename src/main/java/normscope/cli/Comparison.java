package normscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a replay has written with what a fixture expects: |a - b| / (1 + max(|a|, |b|)) of every number, and
 * the layout both ways.
 */
final class Comparison {

    private final double tolerance;
    private final List<String> problems = new ArrayList<>();
    private int numbers;

    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    int numbers() {
        return numbers;
    }

    /** {@return what differs, each with its place} */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            numbers++;
            double a = expected.asDouble();
            double b = actual.asDouble();
            if (!(Math.abs(a - b) <= tolerance * (1 + Math.max(Math.abs(a), Math.abs(b))))) {
                problems.add(String.format(Locale.ROOT, "%s is %s, not %s", path, b, a));
            }
        } else if (expected.isObject() && actual.isObject()) {
            List<String> names = names(expected);
            if (!names.equals(names(actual))) {
                problems.add(path + " has " + names(actual) + ", not " + names);
                return;
            }
            names.forEach(name -> compare(path + "." + name, expected.get(name), actual.get(name)));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (!expected.equals(actual)) {
            problems.add(path + " has another layout");
        }
    }

    private static List<String> names(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }
}
