package normscope.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import normscope.experiment.OwnData;
import normscope.experiment.OwnTable;
import normscope.lab.SettingsLine;
import normscope.text.Numbers;
import normscope.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All settings of a run as texts, found by walking what its file holds; nothing lists them. What an arm has of its own
 * stands in the place of what all have.
 *
 * @param values by the path in the file, one text an arm; null where that arm has no such setting
 */
record Settings(Map<String, List<String>> values) {

    static final String DATA = "data.kind";

    static final String NORMALIZERS = "normalizers";
    static final String RATE = "training.learningRate";
    static final String BATCH = "training.batchSize";
    static final String SEED = "seed";
    static final String STEPS = "steps";
    private static final String COMMANDS = "events";
    private static final String KIND = "kind";
    /** The part of an experiment that an arm may have its own of. */
    private static final String SHARED = "training";

    static Settings of(KeptRun run) {
        ExperimentConfig config = run.experiment().config();
        ObjectNode all = Json.PLAIN.tree(config);
        all.remove("name");
        OwnData own = config.data().own();
        if (own != null) {
            ObjectNode data = (ObjectNode) all.get("data");
            data.put(KIND, SettingsLine.data(config));
            data.put(
                    "own",
                    own instanceof OwnTable table
                            ? Texts.text("compare.own-table", table.sha256().substring(0, 8), table.inputs())
                            : Texts.text("compare.drawing", Integer.toHexString(own.hashCode())));
        }
        JsonNode arms = all.remove("arms");
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = config.arms().size();
        for (int arm = 0; arm < count; arm++) {
            ObjectNode whole = all.deepCopy();
            ObjectNode shared = (ObjectNode) whole.get(SHARED);
            for (Map.Entry<String, JsonNode> setting : arms.get(arm).properties()) {
                if (!setting.getKey().equals("name")) {
                    (shared.has(setting.getKey()) ? shared : whole).set(setting.getKey(), setting.getValue());
                }
            }
            whole.put(STEPS, run.steps());
            Map<String, String> flat = new LinkedHashMap<>();
            flatten(whole, "", flat);
            if (!run.experiment().events().isEmpty()) {
                flat.put(COMMANDS, commands(run));
            }
            for (Map.Entry<String, String> entry : flat.entrySet()) {
                values.computeIfAbsent(entry.getKey(), path -> new ArrayList<>(Collections.nCopies(count, null)))
                        .set(arm, entry.getValue());
            }
        }
        return new Settings(values);
    }

    private static String commands(KeptRun run) {
        return run.experiment().events().stream()
                .map(event -> command(event, run.experiment().config()))
                .collect(Collectors.joining(", "));
    }

    private static String command(Event event, ExperimentConfig config) {
        return Texts.text("settings.changed", SettingsLine.change(event.command(), config), event.step());
    }

    private static void flatten(JsonNode node, String path, Map<String, String> into) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isObject()) {
                flatten(field.getValue(), name, into);
            } else {
                into.put(name, text(field.getValue()));
            }
        }
        if (node.has(KIND) && node.size() == 2) {
            // A single constant belongs to its kind: normal 1.
            into.put(path + "." + KIND, kind(node));
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return list(value);
        }
        if (value.isObject()) {
            return kind(value);
        }
        if (value.isBoolean()) {
            return Texts.text(value.asBoolean() ? "compare.on" : "compare.off");
        }
        if (value.isIntegralNumber()) {
            return Numbers.grouped(value.asLong());
        }
        return value.isNumber() ? Numbers.exact(value.asDouble()) : value.asString();
    }

    /** What something is, with its constants: of switches only those that are off are worth a word. */
    private static String kind(JsonNode value) {
        String kind = value.path(KIND).asString("");
        String name = Texts.has("compare.kind." + kind) ? Texts.text("compare.kind." + kind) : kind;
        String others = value.properties().stream()
                .filter(field -> !field.getKey().equals(KIND))
                .filter(field ->
                        !field.getValue().isBoolean() || !field.getValue().asBoolean())
                .map(field -> field.getValue().isBoolean()
                        ? field.getKey() + " " + text(field.getValue())
                        : text(field.getValue()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? name : name + " " + others;
    }

    /** Alike entries are counted; of alike kinds, one a layer, the layers' widths tell the number. */
    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(text(value)));
        boolean alike = !texts.isEmpty() && texts.stream().distinct().count() == 1;
        if (alike && values.get(0).isObject()) {
            return texts.get(0);
        }
        return alike && texts.size() > 1
                ? texts.size() + Texts.text("compare.times") + texts.get(0)
                : String.join(", ", texts);
    }

    /** {@return the text of a setting of an arm, or null} */
    String of(String path, int arm) {
        List<String> ofArms = values.get(path);
        return ofArms == null || arm >= ofArms.size() ? null : ofArms.get(arm);
    }

    /** {@return a setting of all arms: one text if they are alike} */
    String joined(String path) {
        List<String> ofArms = values.getOrDefault(path, List.of());
        return ofArms.stream().distinct().count() == 1
                ? said(ofArms.get(0))
                : ofArms.stream().map(Settings::said).collect(Collectors.joining(" | "));
    }

    static String said(String value) {
        return value == null ? "–" : value;
    }

    /** {@return what people call a setting} */
    static String label(String path) {
        String key = "compare.setting." + path;
        return Texts.has(key) ? Texts.text(key) : path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether a setting is a constant of a kind that differs itself: then the kind says it all. */
    static boolean isWithin(String path, Collection<String> differing) {
        int dot = path.lastIndexOf('.');
        String kind = dot < 0 ? null : path.substring(0, dot) + "." + KIND;
        return kind != null && !path.equals(kind) && !kind.equals(DATA) && differing.contains(kind);
    }

    /** {@return the paths of all settings that occur, in the order of the files, but the seed last} */
    static List<String> paths(List<Settings> of) {
        return of.stream()
                .flatMap(settings -> settings.values.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(SEED::equals))
                .toList();
    }

    /** What most runs, the earliest first, have. Of values that are equally common, that of the earliest run. */
    static Usual usual(List<Settings> of) {
        Map<Place, Map<String, Integer>> counts = new HashMap<>();
        for (Settings settings : of) {
            settings.values.forEach((path, values) -> {
                for (int arm = 0; arm < values.size(); arm++) {
                    counts.computeIfAbsent(new Place(path, arm), place -> new LinkedHashMap<>())
                            .merge(said(values.get(arm)), 1, Integer::sum);
                }
            });
        }
        Map<Place, String> usual = new HashMap<>();
        counts.forEach((place, values) -> {
            Map.Entry<String, Integer> most = values.entrySet().stream()
                    .max(Comparator.comparing(Map.Entry::getValue))
                    .orElseThrow();
            // max takes the last of equal ones: the first has the smaller place.
            String first = values.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(most.getValue()))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            int absent = of.size()
                    - values.values().stream().mapToInt(Integer::intValue).sum();
            usual.put(place, absent > most.getValue() ? said(null) : first);
            if (place.path().equals(STEPS) && most.getValue() == 1) {
                // Runs that were paused by hand: that no two have as many steps says nothing.
                usual.remove(place);
            }
        });
        return new Usual(usual);
    }

    private record Place(String path, int arm) {}

    /** What most runs have, by setting and arm. */
    record Usual(Map<Place, String> values) {

        boolean differs(Settings settings, String path, int arm) {
            String usual = values.get(new Place(path, arm));
            return usual != null && !usual.equals(said(settings.of(path, arm)));
        }

        /** {@return the paths in which any arm is not as usual} */
        List<String> differing(Settings settings) {
            return settings.values.keySet().stream()
                    .filter(path -> IntStream.range(0, settings.values.get(path).size())
                            .anyMatch(arm -> differs(settings, path, arm)))
                    .toList();
        }
    }

    /** {@return the paths in which not all of these arms are alike; a kind's constants only where the kinds are} */
    static List<String> differing(List<Settings> of, List<Integer> arms) {
        List<String> differing = paths(of).stream()
                .filter(path -> IntStream.range(0, of.size())
                                .mapToObj(i ->
                                        Objects.requireNonNullElse(of.get(i).of(path, arms.get(i)), ""))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return differing.stream().filter(path -> !isWithin(path, differing)).toList();
    }
}
