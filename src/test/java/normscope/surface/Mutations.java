package normscope.surface;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be wrong in a JSON file: each field taken out, of another type, out of range, misspelled; and fields that
 * are not known. A place is named by the fields that lead to it, with the kind of the objects on the way, as in
 * {@code pages[*].checks[*]{loss}.arm}.
 */
public final class Mutations {

    /** The numbers that every number is replaced by: the limits of the formats, and a little beyond. */
    public static final List<String> NUMBERS = List.of(
            ("-1e300 -1001 -1000 -361 -360 -101 -100 -1 -0.5 0 1e-300 0.04 0.05 0.1 0.5 0.9 0.95 1 1.5 2 3 4 5 6"
                            + " 7 8 9 10 11 20 100 101 120 121 128 129 360 361 1000 1001 1797 1798 5000 5001 10000"
                            + " 10001 100000 100001 1000000 1000001 1000000000 1e300")
                    .split(" "));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode NUMBER = JSON.readTree("5");
    private static final JsonNode TEXT = JSON.readTree("\"text\"");
    private static final JsonNode NULL = JSON.readTree("null");

    private final ObjectNode root;
    private final BiConsumer<String, JsonNode> places;

    /**
     * Prepares a walk.
     *
     * @param root a file; it is changed and restored on the way
     * @param places is told every place and what stands there, and may ask for {@link #mutations} of it
     */
    public Mutations(ObjectNode root, BiConsumer<String, JsonNode> places) {
        this.root = root;
        this.places = places;
    }

    /** Puts another value where the walk stands now. */
    @FunctionalInterface
    private interface Place {
        void put(JsonNode value);
    }

    private Place at;
    private JsonNode original;

    public void walk() {
        fields("", root);
    }

    private void fields(String path, ObjectNode object) {
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode value = object.get(name);
            visit(path + (path.isEmpty() ? "" : ".") + name, value, replacement -> {
                if (replacement == null) {
                    object.remove(name);
                } else {
                    object.set(name, replacement);
                }
            });
        }
    }

    private void elements(String path, ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            if (i == 0 || list.get(i).isObject()) {
                visit(path + "[*]", list.get(i), replacement -> list.set(index, replacement));
            }
        }
    }

    private void visit(String path, JsonNode value, Place place) {
        String name = path + kindOf(path, value);
        at = place;
        original = value;
        places.accept(name, value);
        place.put(value);
        if (value instanceof ObjectNode object) {
            fields(name, object);
        } else if (value instanceof ArrayNode list) {
            elements(path, list);
        }
    }

    private static String kindOf(String path, JsonNode value) {
        for (String field : path.endsWith("optimizer") ? List.of("kind", "name") : List.of("kind", "what")) {
            if (value.path(field).isString()) {
                return "{" + value.get(field).asString() + "}";
            }
        }
        return "";
    }

    /** {@return the whole file with another value at the place where the walk stands, null for none} */
    public String with(JsonNode value) {
        at.put(value);
        String text = JSON.writeValueAsString(root);
        at.put(original);
        return text;
    }

    /** {@return the changes to try at the place where the walk stands, by what they do; null takes the field out} */
    public Map<String, JsonNode> mutations(String path) {
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        if (!path.replaceAll("\\{[^}]*}$", "").endsWith("[*]")) {
            changes.put("removed", null);
        }
        changes.put("null", NULL);
        if (original.isString()) {
            changes.put("number", NUMBER);
            changes.put("misspelled", JSON.valueToTree(original.asString() + "x"));
            changes.put("empty", JSON.valueToTree(""));
        } else if (original.isNumber()) {
            changes.put("text", TEXT);
            changes.put("negative", JSON.readTree("-1"));
            changes.put("fraction", JSON.readTree("1.5"));
            changes.put("huge", JSON.readTree("1e300"));
        } else if (original.isBoolean()) {
            changes.put("text", TEXT);
            changes.put("number", NUMBER);
        } else if (original instanceof ArrayNode list) {
            changes.put("number", NUMBER);
            changes.put("empty", JSON.createArrayNode());
            changes.put(
                    "one more",
                    list.isEmpty() ? list.deepCopy().add(5) : list.deepCopy().add(list.get(0)));
        } else if (original instanceof ObjectNode object) {
            changes.put("number", NUMBER);
            changes.put("empty", JSON.createObjectNode());
            changes.put("unknown field", object.deepCopy().put("surplus", 1));
        }
        return changes;
    }
}
