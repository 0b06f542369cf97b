package normscope.lesson;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import normscope.experiment.ConfigJson;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.JsonValue;
import normscope.instrument.InstrumentSettings;
import normscope.nn.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the pages of one lesson, in order: what a page may name depends on the pages before it. */
final class PageReader {

    private final ExperimentConfig lessonConfig;
    private final JsonNode lessonExperiment;
    private final Set<String> known = new HashSet<>();
    private ExperimentConfig config;

    PageReader(ExperimentConfig config, JsonNode experiment) {
        this.lessonConfig = config;
        this.lessonExperiment = experiment;
        this.config = config;
    }

    Page read(JsonValue json) {
        json.requireOnly(
                "id",
                "mode",
                "panels",
                "lit",
                "zoom",
                "instrument",
                "experiment",
                "enter",
                "formula",
                "prediction",
                "action",
                "measures",
                "checks",
                "claims",
                "hidden");
        String id = Fields.id(json.get("id"));
        ExperimentConfig own = experiment(json.get("experiment"));
        config = own == null ? config : own;
        List<Panel> panels = Fields.list(json.get("panels"), value -> Fields.choice(value, Panel.values()));
        ActionReader actions = new ActionReader(config);
        List<Action> enter = Fields.list(json.get("enter"), actions::read);
        if (enter.stream().anyMatch(Action.Start.class::isInstance)) {
            throw json.get("enter").wrong("cannot start an instrument; give it in \"instrument\".");
        }
        List<Action> action = Fields.list(json.get("action"), actions::read);
        JsonValue given = json.get("instrument");
        InstrumentSettings instrument = given.isAbsent() ? null : new InstrumentReader(config).read(given);
        for (int i = 0; i < action.size(); i++) {
            checkStart(action.get(i), instrument, json.get("action").get(i));
        }
        QuantityReader quantities = new QuantityReader(config, shownAfter(action, instrument));
        List<Measure> measures = Fields.list(json.get("measures"), value -> measure(value, id, quantities));
        List<Measure> checks = Fields.list(json.get("checks"), value -> measure(value, id, quantities));
        if (panels.contains(Panel.INSTRUMENT) == given.isAbsent()) {
            throw given.wrong("and the panel \"instrument\" go together; give both or neither.");
        }
        return new Page(
                id,
                Fields.choice(json.get("mode"), Mode.values(), null),
                panels,
                shown(json.get("lit"), panels),
                json.get("zoom").isAbsent() ? null : shownOne(json.get("zoom"), panels),
                instrument,
                own,
                enter,
                json.get("formula").isAbsent()
                        ? null
                        : new Formula(json.get("formula").text()),
                json.get("prediction").isAbsent() ? null : prediction(json.get("prediction")),
                action,
                measures,
                checks,
                Fields.list(json.get("claims"), value -> claim(value, id)),
                controls(json.get("hidden")));
    }

    /** How the instrument is set up once the action is done. */
    private static InstrumentSettings shownAfter(List<Action> actions, InstrumentSettings before) {
        InstrumentSettings settings = before;
        for (Action action : actions) {
            settings = action instanceof Action.Start start && start.settings() != null ? start.settings() : settings;
        }
        return settings;
    }

    private static void checkStart(Action action, InstrumentSettings instrument, JsonValue json) {
        if (action instanceof Action.Start start) {
            if (instrument == null) {
                throw json.wrong("starts an instrument, but the page has none.");
            }
            if (start.settings() != null && start.settings().getClass() != instrument.getClass()) {
                throw json.wrong("sets up another instrument than the page's.");
            }
        }
    }

    /** The lesson's experiment with what the page gives put in the place of its fields; null where it gives nothing. */
    private ExperimentConfig experiment(JsonValue json) {
        if (json.isAbsent()) {
            return null;
        }
        json.requireObject();
        if (json.node().isEmpty()) {
            return lessonConfig;
        }
        ObjectNode merged = (ObjectNode) lessonExperiment.deepCopy();
        merge(merged, json.node(), false);
        return ConfigJson.read(new JsonValue(json.path(), merged));
    }

    /** The parts data, network and training are merged field by field; every other value is replaced whole. */
    private static void merge(ObjectNode into, JsonNode changes, boolean part) {
        for (String name : changes.propertyNames()) {
            JsonNode value = changes.get(name);
            if (!part && value instanceof ObjectNode && into.get(name) instanceof ObjectNode old) {
                merge(old, value, true);
            } else {
                into.set(name, value);
            }
        }
    }

    private static Panel shownOne(JsonValue json, List<Panel> panels) {
        Panel panel = Fields.choice(json, Panel.values());
        if (!panels.contains(panel)) {
            throw json.wrong("is not among the page's panels; add it there.");
        }
        return panel;
    }

    private static Set<Panel> shown(JsonValue json, List<Panel> panels) {
        Set<Panel> lit = EnumSet.noneOf(Panel.class);
        lit.addAll(Fields.list(json, value -> shownOne(value, panels)));
        return lit;
    }

    private static Set<Control> controls(JsonValue json) {
        Set<Control> hidden = EnumSet.noneOf(Control.class);
        hidden.addAll(Fields.list(json, value -> Fields.choice(value, Control.values())));
        return hidden;
    }

    private static Prediction prediction(JsonValue json) {
        json.requireOnly("answers", "right");
        List<String> answers = Fields.list(json.get("answers"), Fields::id);
        if (answers.size() < 2 || answers.size() > 4 || Set.copyOf(answers).size() < answers.size()) {
            throw json.get("answers").wrong("must be 2 to 4 different names.");
        }
        String right = json.get("right").choice(answers.toArray(String[]::new));
        return new Prediction(answers, right);
    }

    private Measure measure(JsonValue json, String page, QuantityReader quantities) {
        json.requireObject();
        String name = Fields.id(json.get("name"));
        if (TextCheck.SPANS.contains(name)) {
            throw json.get("name")
                    .wrong(String.format(Locale.ROOT, "\"%s\" is a colour in texts; choose another.", name));
        }
        if (!known.add(page + "/" + name)) {
            throw json.get("name")
                    .wrong(String.format(Locale.ROOT, "\"%s\" is there already on this page; choose another.", name));
        }
        String format =
                json.get("format").isAbsent() ? "%.2f" : json.get("format").text();
        try {
            String first = String.format(Locale.ROOT, format, 1.0);
            if (first.equals(String.format(Locale.ROOT, format, 2.0))) {
                throw json.get("format").wrong("must show the number, as \"%.2f\" does.");
            }
        } catch (IllegalFormatException e) {
            throw json.get("format").wrong("must be a format for one number, such as \"%.2f\".");
        }
        return new Measure(name, quantities.read(json), format);
    }

    private Claim claim(JsonValue json, String page) {
        json.requireOnly("id", "value", "minus", "over", "at-most", "at-least", "equals", "tolerance", "seeds");
        Claim.Comparison comparison = null;
        for (Claim.Comparison candidate : Claim.Comparison.values()) {
            if (!json.get(Fields.textOf(candidate)).isAbsent()) {
                if (comparison != null) {
                    throw json.wrong("must have only one of at-most, at-least and equals.");
                }
                comparison = candidate;
            }
        }
        if (comparison == null) {
            throw json.wrong("must have one of at-most, at-least and equals.");
        }
        boolean equals = comparison == Claim.Comparison.EQUALS;
        if (equals == json.get("tolerance").isAbsent()) {
            throw json.get("tolerance").wrong("and equals go together; give both or neither.");
        }
        return new Claim(
                Fields.id(json.get("id")),
                measured(json.get("value"), page),
                json.get("minus").isAbsent() ? null : measured(json.get("minus"), page),
                json.get("over").isAbsent() ? null : measured(json.get("over"), page),
                comparison,
                json.get(Fields.textOf(comparison)).number(),
                equals ? json.get("tolerance").magnitude() : 0,
                Fields.choice(json.get("seeds"), Claim.Seeds.values(), Claim.Seeds.EACH_SEED));
    }

    /** The full name, page/name, of a measure of this page or of one before it. */
    private String measured(JsonValue json, String page) {
        String text = json.text();
        String name = text.contains("/") ? text : page + "/" + text;
        if (!known.contains(name)) {
            throw json.wrong(String.format(
                    Locale.ROOT, "is \"%s\", but nothing of that name is measured up to this page.", text));
        }
        return name;
    }
}
