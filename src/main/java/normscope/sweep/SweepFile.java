package normscope.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import normscope.experiment.Check;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a sweep: JSON. */
public final class SweepFile {

    /** The value of the field {@code version} that this program writes. */
    public static final int VERSION = 1;

    private static final String FORMAT = "normscope-sweep";
    private static final int MAX_BYTES = 1_000_000;

    private SweepFile() {}

    /**
     * What stands in the file.
     *
     * @param base an experiment, or the path of an experiment's file from the sweep's folder
     * @param seeds the number of seeds, from the base's own on, or a list of them
     * @param events in the place of those of the base's file
     */
    private record Content(
            JsonNode base,
            List<Axis> settings,
            JsonNode seeds,
            List<Long> steps,
            List<JsonNode> measure,
            @Json.MayBeAbsent List<Event> events) {}

    /**
     * Reads a sweep's file; an exception's message is one sentence for the user, and names the field if one is wrong.
     */
    public static Sweep read(Path file, Measurable.Reader reader) throws IOException {
        byte[] bytes = Json.whole(file, MAX_BYTES, "a sweep");
        return read(bytes, file.toAbsolutePath().getParent(), reader);
    }

    /**
     * Reads a sweep's text; the path of a base goes from the folder. One sentence names the field that is missing,
     * unknown or wrong.
     */
    public static Sweep fromText(String text, Path folder, Measurable.Reader reader) {
        return read(text.getBytes(StandardCharsets.UTF_8), folder, reader);
    }

    private static Sweep read(byte[] text, Path folder, Measurable.Reader reader) {
        ObjectNode root = Json.parse(text);
        Json.takeVersion(root, FORMAT, "a sweep", VERSION);
        Content content = Json.PLAIN.bind(root, Content.class);
        ExperimentFile base = experiment(content.base, "base", folder);
        List<Measured> measures = new ArrayList<>();
        for (int i = 0; i < content.measure.size(); i++) {
            measures.add(measured(content.measure.get(i), i, base.config(), reader));
        }
        return new Sweep(
                base.config(),
                root.has("events") ? content.events : base.events(),
                content.settings,
                seeds(content.seeds, base.config().seed()),
                content.steps,
                measures);
    }

    /** An experiment in another file's field, whole or as a path from a folder. */
    public static ExperimentFile experiment(JsonNode base, String name, Path folder) {
        try {
            if (!base.isString()) {
                Check.that(base.isObject(), "", "must be an experiment or the path of its file.");
                return new ExperimentFile(ExperimentFile.config(base, ExperimentFile.VERSION));
            }
            return ExperimentFile.read(folder.resolve(base.asString()));
        } catch (InvalidSettingException e) {
            throw e.within(name);
        } catch (IOException e) {
            throw new InvalidSettingException(name, "names a file that cannot be read: " + base.asString() + ".");
        }
    }

    private static Measured measured(JsonNode json, int index, ExperimentConfig base, Measurable.Reader reader) {
        try {
            Check.that(json.isObject(), "", "must be an object in { }.");
            return Measured.of((ObjectNode) json, base, reader);
        } catch (InvalidSettingException e) {
            throw e.within(String.format(Locale.ROOT, "measure[%d]", index));
        }
    }

    private record Listed(List<Long> seeds) {}

    private record Counted(int seeds) {}

    /** {@return the seeds of a field that lists them, or says how many there are from the first on} */
    public static List<Long> seeds(JsonNode json, long first) {
        ObjectNode alone = Json.parse("{}".getBytes(StandardCharsets.UTF_8));
        alone.set("seeds", json);
        if (json.isArray()) {
            return Json.PLAIN.bind(alone, Listed.class).seeds();
        }
        int count = Json.PLAIN.bind(alone, Counted.class).seeds();
        Check.whole("seeds", count, 1, 1000);
        return LongStream.range(first, first + count).boxed().toList();
    }

    /** Writes a sweep as text, its base in it: JSON that {@link #fromText} reads back to the same runs. */
    public static String toText(Sweep sweep) {
        ObjectNode root = Json.PLAIN.tree(sweep.base()).objectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.set("base", Json.PLAIN.tree(sweep.base()));
        ArrayNode settings = root.putArray("settings");
        sweep.axes().forEach(axis -> settings.add(json(axis)));
        ArrayNode seeds = root.putArray("seeds");
        sweep.seeds().forEach(seeds::add);
        ArrayNode steps = root.putArray("steps");
        sweep.steps().forEach(steps::add);
        ArrayNode measure = root.putArray("measure");
        sweep.measures().forEach(measured -> measure.add(measured.json()));
        ArrayNode events = root.putArray("events");
        sweep.events().forEach(event -> events.add(Json.PLAIN.tree(event)));
        return Json.PLAIN.text(root);
    }

    private static ObjectNode json(Axis axis) {
        ObjectNode json = Json.PLAIN.tree(axis);
        json.remove(axis.paired().isEmpty() ? "paired" : "values");
        return json;
    }
}
