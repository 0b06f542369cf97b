package normscope.surface;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import normscope.app.SurfaceAdapter.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a format refuses, found by changing valid files at every place. Each place is tried once, in the first file that
 * has it.
 */
public final class Refusals {

    /** What reads a file of the format. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] text) throws IOException, Refused;
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String format;
    private final List<String> words;
    private final Set<String> tried = new HashSet<>();

    private final List<String> outcomes = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final Set<String> places = new TreeSet<>();

    /**
     * Begins with no file.
     *
     * @param format its name, with which every line begins
     * @param words what every text is replaced by; none to leave this out
     */
    public Refusals(String format, List<String> words) {
        this.format = format;
        this.words = words;
    }

    /**
     * Changes a file at each of its places.
     *
     * @param file a valid file
     * @param name how the file itself is named
     * @param reader what reads it
     */
    public void of(byte[] file, String name, Reader reader) {
        String message = refusal(file, reader);
        outcomes.add(
                String.format(Locale.ROOT, "%s file %s: %s", format, name, message == null ? "accepted" : "refused"));
        if (message != null) {
            messages.add(String.format(Locale.ROOT, "%s file %s: %s", format, name, message));
            return;
        }
        Mutations[] walk = new Mutations[1];
        walk[0] = new Mutations((ObjectNode) JSON.readTree(file), (path, value) -> {
            places.add(format + " " + path);
            if (tried.add(shared(path))) {
                place(walk[0], path, value, reader);
            }
        });
        walk[0].walk();
    }

    /** In a lesson, experiments are as in their own files, and checks have what measures have. */
    private String shared(String path) {
        return format.equals("lesson")
                ? path.replaceAll("data\\{[^}]*}", "data").replace("measures[*]{", "checks[*]{")
                : path;
    }

    /**
     * Reads a text that is no changed file.
     *
     * @param text the whole text
     * @param reader what reads it
     */
    public void text(String text, Reader reader) {
        String message = refusal(text, reader);
        String shown = text.strip().replaceAll("\\s+", " ");
        String name = shown.length() > 60
                ? String.format(Locale.ROOT, "%s… (%s characters)", shown.substring(0, 60), text.length())
                : shown;
        outcomes.add(
                String.format(Locale.ROOT, "%s text %s: %s", format, name, message == null ? "accepted" : "refused"));
        messages.add(String.format(Locale.ROOT, "%s text %s: %s", format, name, message));
    }

    /** {@return which changes of which place are accepted and which are refused} */
    public List<String> outcomes() {
        return outcomes;
    }

    /** {@return which numbers and which words each place accepts} */
    public List<String> values() {
        return values;
    }

    /** {@return what the refusals say} */
    public List<String> messages() {
        return messages;
    }

    /** {@return every place that the files have} */
    public Set<String> places() {
        return places;
    }

    private void place(Mutations walk, String path, JsonNode value, Reader reader) {
        String place = format + " " + path;
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, JsonNode> change : walk.mutations(path).entrySet()) {
            String message = refusal(walk.with(change.getValue()), reader);
            (message == null ? accepted : refused).add(change.getKey());
            if (message != null) {
                messages.add(String.format(
                        Locale.ROOT, "%s %s: %s", format, change.getKey(), message.replaceAll("\\[\\d+]", "[*]")));
            }
        }
        outcomes.add(String.format(Locale.ROOT, "%s: refused %s; accepted %s", place, refused, accepted));
        if (value.isNumber()) {
            values.add(place + ": " + accepted(walk, place, Mutations.NUMBERS, reader));
        } else if (value.isString() && !words.isEmpty() && refused.contains("misspelled")) {
            values.add(place + ": " + accepted(walk, place, words, reader));
        }
    }

    /**
     * Which values a place accepts. All are tried when the kept file is written; else those that it accepted, those
     * beside them, and the first and the last.
     */
    private String accepted(Mutations walk, String place, List<String> all, Reader reader) {
        List<String> before = KeptFile.values(format + "-values.txt", place);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String value = all.get(i);
            boolean was = before.contains(value);
            boolean tried = KeptFile.WRITES || i == 0 || i == all.size() - 1;
            if (all == words) {
                tried |= was;
            } else {
                tried |= was != before.contains(all.get(i - 1 < 0 ? 0 : i - 1))
                        || i + 1 < all.size() && was != before.contains(all.get(i + 1));
            }
            JsonNode json = all == words ? JSON.valueToTree(value) : JSON.readTree(value);
            if (tried ? refusal(walk.with(json), reader) == null : was) {
                accepted.add(value);
            }
        }
        return String.join(" ", accepted);
    }

    private static String refusal(String text, Reader reader) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), reader);
    }

    /** {@return what is said of a file; null if it is accepted} */
    public static String refusal(byte[] text, Reader reader) {
        try {
            reader.read(text);
            return null;
        } catch (Refused e) {
            return e.getMessage().replace("\n", " / ");
        } catch (IOException | RuntimeException e) {
            return "FAILS with " + e;
        }
    }
}
