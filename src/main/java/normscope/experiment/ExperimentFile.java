package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an experiment file holds: JSON with a format name and a version, the fields of the configuration, and the
 * commands of the run. Files of version 1 are read as well.
 *
 * @param events the commands with their steps, in the order in which they are given; may be left out
 */
public record ExperimentFile(
        @Json.Inline ExperimentConfig config,

        @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Event> events) {

    /** The value of the field {@code version} that this program writes. */
    public static final int VERSION = 2;

    private static final String FORMAT = "normscope-experiment";

    /** No experiment file is nearly as large; larger ones are refused unread. */
    private static final int MAX_BYTES = 1_000_000;

    /** Where the normalizers of version 1 stood, and where they stand now. */
    private static final List<String> FLAGS = List.of("normalizedWithout", "normalizedWith");

    public ExperimentFile {
        Check.present("config", config);
        long step = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Check.whole("events[" + i + "].step", event.step(), step, Long.MAX_VALUE);
            step = event.step();
            Check.at("events[" + i + "].command", () -> event.command().check(config));
        }
        events = List.copyOf(events);
    }

    public ExperimentFile(ExperimentConfig config) {
        this(config, List.of());
    }

    /** The experiment, for what does not give the commands of a file: refused if there are any. */
    public ExperimentConfig withoutEvents() {
        Check.that(events.isEmpty(), "events", "cannot be given by this program yet; take them out.");
        return config;
    }

    /** Writes the file as text: JSON that {@link #fromText} reads back to an equal file. */
    public String toText() {
        ObjectNode root = Json.PLAIN.tree(this).objectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.setAll(Json.PLAIN.tree(this));
        return Json.PLAIN.text(root);
    }

    /** The same with its table of the user's in another place. */
    public ExperimentFile withTableAt(String place) {
        return with(table -> table.withFile(place));
    }

    /** The same as it stands in a folder: a table of the user's that lies below is told by its path from there on. */
    public String textIn(Path folder) {
        return with(table -> table.to(folder)).toText();
    }

    /**
     * Reads a file's text, JSON of any version. What is missing, unknown or wrong is refused in one sentence that names
     * the field.
     */
    public static ExperimentFile fromText(String text) {
        return fromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what somebody has copied, with words around it as it may be: what stands between the first and the last
     * brace.
     */
    public static ExperimentFile fromCopy(String text) {
        String copy = text == null ? "" : text;
        int from = copy.indexOf('{');
        int to = copy.lastIndexOf('}');
        Check.that(from >= 0 && from < to, "The text", "is no experiment; copy one as text first.");
        Check.that(to - from < MAX_BYTES, "The text", "is longer than any experiment.");
        return fromText(copy.substring(from, to + 1));
    }

    private static ExperimentFile fromBytes(byte[] text) {
        ObjectNode root = Json.parse(text);
        int version = Json.takeVersion(root, FORMAT, "an experiment", VERSION);
        return bind(root, version, ExperimentFile.class);
    }

    /** Reads an experiment that stands in another file, in the layout of a version; refused as by {@link #fromText}. */
    public static ExperimentConfig config(JsonNode root, int version) {
        return bind(root, version, ExperimentConfig.class);
    }

    private static <T> T bind(JsonNode root, int version, Class<T> type) {
        if (version > 1 || !(root.path("network") instanceof ObjectNode)) {
            return Json.PLAIN.bind(root, type);
        }
        ObjectNode current = root.deepCopy().asObject();
        ObjectNode network = (ObjectNode) current.get("network");
        ArrayNode arms = current.putArray("arms");
        for (String name : FLAGS) {
            ArrayNode normalizers = arms.addObject().put("name", "").putArray("normalizers");
            List<Boolean> flags = flags(network, name);
            flags.forEach(on -> normalizers.addObject().put("kind", on ? "batch" : "none"));
            network.remove(name);
        }
        try {
            return Json.PLAIN.bind(current, type);
        } catch (InvalidSettingException e) {
            // As the file calls it.
            for (int arm = 0; arm < FLAGS.size(); arm++) {
                if (e.field().equals(String.format(Locale.ROOT, "arms[%d].normalizers", arm))) {
                    throw new InvalidSettingException("network." + FLAGS.get(arm), e.problem());
                }
            }
            throw e;
        }
    }

    /** Version 1 had, for each of two arms, one flag a hidden layer in the network. */
    private record Flags(List<Boolean> of) {}

    private static List<Boolean> flags(ObjectNode network, String name) {
        ObjectNode alone = network.objectNode();
        if (network.has(name)) {
            alone.set("of", network.get(name));
        }
        try {
            return Json.PLAIN.bind(alone, Flags.class).of();
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException("network." + name + e.field().substring("of".length()), e.problem());
        }
    }

    /**
     * Reads an experiment file, and the user's own data that it names; refused as by {@link #fromText}.
     *
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    public static ExperimentFile read(Path file) throws IOException {
        ExperimentFile read = unchecked(file);
        if (read.config.data().own() != null) {
            read.config.data().own().examples();
        }
        return read;
    }

    /**
     * Reads a file that will not stay, as of a pack: its table is looked for beside it and nowhere else, whatever path
     * it says, and is called by its name alone.
     *
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    public static ExperimentFile readCopy(Path file) throws IOException {
        byte[] bytes = Json.whole(file, MAX_BYTES, "an experiment");
        return fromBytes(bytes).with(table -> {
            if (table.fromProgram()) {
                return table;
            }
            table.withFile(folder(file).resolve(table.name()).toString()).examples();
            return table.withFile(table.name());
        });
    }

    /** The same without a look at the user's own data, which may take a while. */
    public static ExperimentFile unchecked(Path file) throws IOException {
        byte[] bytes = Json.whole(file, MAX_BYTES, "an experiment");
        return fromBytes(bytes).with(table -> table.from(folder(file)));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private ExperimentFile with(UnaryOperator<OwnTable> place) {
        return config.data().own() instanceof OwnTable table
                ? new ExperimentFile(config.withData(config.data().withPlace(place.apply(table))), events)
                : this;
    }

    /**
     * Writes the file: beside it first, then renamed, so that a crash leaves the old file or the new one. The user's
     * own table is told by its path from the file's folder on, if it lies below.
     */
    public void write(Path file) throws IOException {
        WholeFile.write(textIn(folder(file)), file);
    }
}
