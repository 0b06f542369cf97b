package normscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the pages of one lesson, in order: what a page may name depends on the pages before it. */
final class PageReader {

    private final ExperimentConfig lessonConfig;
    private final JsonNode lessonExperiment;
    private final int version;
    private final Set<String> known = new HashSet<>();
    private ExperimentConfig config;

    /** Prepares for a lesson, whose experiment it also gets as the file has it. */
    PageReader(ExperimentConfig config, JsonNode experiment, int version) {
        this.lessonConfig = config;
        this.lessonExperiment = experiment;
        this.version = version;
        this.config = config;
    }

    /**
     * Reads the next page. If something is wrong with it, what it measures counts as known all the same, so that later
     * pages are not blamed for it.
     */
    Page read(JsonNode json) {
        try {
            return readPage(json);
        } catch (InvalidSettingException e) {
            for (String list : List.of("measures", "checks")) {
                json.path(list)
                        .forEach(each -> known.add(json.path("id").asString("") + "/"
                                + each.path("name").asString("")));
            }
            throw e;
        }
    }

    private Page readPage(JsonNode json) {
        JsonNode own = json.path("experiment");
        if (own.isObject()) {
            config = experiment((ObjectNode) own);
            ((ObjectNode) json).set("experiment", LessonJson.JSON.tree(config));
        }
        Page page = LessonJson.JSON.bind(json, Page.class);
        InstrumentSettings instrument =
                page.instrument() == null ? null : page.instrument().on(config);
        List<Action> action = each(page.action(), "action", value -> value.on(config));
        InstrumentSettings shown = page.with(instrument, List.of(), action, List.of(), List.of(), List.of())
                .instrumentAfter();
        Page read = page.with(
                instrument,
                each(page.enter(), "enter", value -> value.on(config)),
                action,
                each(page.measures(), "measures", value -> measure(page, value, shown)),
                each(page.checks(), "checks", value -> measure(page, value, shown)),
                each(page.claims(), "claims", value -> value.on(page.id(), known)));
        read.check();
        return read;
    }

    private static <T> List<T> each(List<T> list, String field, UnaryOperator<T> read) {
        List<T> result = new ArrayList<>();
        for (T value : list) {
            result.add(Check.at(field + "[" + result.size() + "]", () -> read.apply(value)));
        }
        return result;
    }

    /** The lesson's experiment with what the page gives put in the place of its fields. */
    ExperimentConfig experiment(ObjectNode changes) {
        if (changes.isEmpty()) {
            return lessonConfig;
        }
        ObjectNode merged = (ObjectNode) lessonExperiment.deepCopy();
        merge(merged, changes, false);
        return Check.at("experiment", () -> ExperimentFile.config(merged, version));
    }

    /**
     * The parts data, network and training are merged field by field; every other value is replaced whole; null takes
     * it out.
     */
    static void merge(ObjectNode into, JsonNode changes, boolean part) {
        for (String name : changes.propertyNames()) {
            JsonNode value = changes.get(name);
            if (value.isNull()) {
                into.remove(name);
            } else if (!part && value instanceof ObjectNode && into.get(name) instanceof ObjectNode old) {
                merge(old, value, true);
            } else {
                into.set(name, value);
            }
        }
    }

    private Measure measure(Page page, Measure measure, InstrumentSettings shown) {
        Check.that(
                known.add(page.id() + "/" + measure.name()),
                "name",
                "\"%s\" is there already on this page; choose another.",
                measure.name());
        return new Measure(measure.name(), measure.quantity().on(config, shown), measure.format());
    }
}
