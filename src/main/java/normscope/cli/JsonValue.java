package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON value that knows its path, such as {@code spec.batches[2].x[0]}, and reads itself strictly. Every complaint is
 * one {@link InvalidFixtureException} sentence that begins with the path.
 *
 * @param path where the value stands in the file
 * @param node the value; a missing node when there is none
 */
record JsonValue(String path, JsonNode node) {

    private static final int SHOWN = 40;

    /** Takes null, which Jackson gives for what is not there, as a missing node. */
    JsonValue {
        node = node == null ? MissingNode.getInstance() : node;
    }

    /** A member of this object, which may be missing or null. */
    JsonValue get(String name) {
        requireObject();
        return new JsonValue(path.isEmpty() ? name : path + "." + name, node.get(name));
    }

    /** An element of this list. */
    JsonValue get(int index) {
        return new JsonValue(path + "[" + index + "]", node.get(index));
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    void requireObject() {
        require(node.isObject(), "an object in { }");
    }

    /** The length of this list. */
    int size() {
        require(node.isArray(), "a list in [ ]");
        return node.size();
    }

    List<JsonValue> elements() {
        List<JsonValue> result = new ArrayList<>(size());
        for (int i = 0; i < node.size(); i++) {
            result.add(get(i));
        }
        return result;
    }

    double number() {
        // An integer of 350 digits is a number to JSON but not to Java.
        double value = node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        require(Double.isFinite(value), "a finite number");
        return value;
    }

    double numberWithin(double min, double max) {
        double value = number();
        require(value >= min && value <= max, "a number from " + min + " to " + max);
        return value;
    }

    /** A number of at least 0. */
    double magnitude() {
        double value = number();
        require(value >= 0, "a number of at least 0");
        return value;
    }

    int integerWithin(int min, int max) {
        require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number from " + min + " to " + max);
        int value = node.asInt();
        require(value >= min && value <= max, "a whole number from " + min + " to " + max);
        return value;
    }

    /** A class number, which may be written as 1 or 1.0. */
    int label(int classes) {
        double value = number();
        require(
                value == Math.rint(value) && value >= 0 && value < classes,
                "a class number from 0 to " + (classes - 1));
        return (int) value;
    }

    /** One of some texts. */
    String choice(String... texts) {
        require(
                node.isString() && Arrays.asList(texts).contains(node.asString()),
                "one of " + String.join(", ", texts));
        return node.asString();
    }

    double[] vector(int length, String meaning) {
        if (size() != length) {
            throw wrong("has %d entries; give %d, %s.".formatted(size(), length, meaning));
        }
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            result[i] = get(i).number();
        }
        return result;
    }

    /** A list of rows. */
    DMatrixRMaj matrix(int rows, String rowMeaning, int columns, String columnMeaning) {
        if (size() != rows) {
            throw wrong("has %d rows; give %d, %s.".formatted(size(), rows, rowMeaning));
        }
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(get(i).vector(columns, columnMeaning), 0, result.data, i * columns, columns);
        }
        return result;
    }

    InvalidFixtureException wrong(String problem) {
        return new InvalidFixtureException(path.isEmpty() ? "The file" : path, problem);
    }

    private void require(boolean holds, String expected) {
        if (holds) {
            return;
        }
        if (node.isMissingNode()) {
            throw wrong("is missing; give " + expected + ".");
        }
        String text = node.isContainer() ? (node.isArray() ? "a list" : "an object") : node.toString();
        throw wrong("must be " + expected + ", not " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                + ".");
    }
}
