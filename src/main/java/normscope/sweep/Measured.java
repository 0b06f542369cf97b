package normscope.sweep;

import normscope.experiment.Arms;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sweep measures of each arm.
 *
 * @param name heads its column; unique in the sweep
 * @param what the quantity as lessons have it, without an arm for each arm's own
 */
public record Measured(String name, ObjectNode what, Arms<Measurable> ofArms) {

    /** Reads an object with a name beside the quantity; {@link InvalidSettingException} if it is none. */
    public static Measured of(ObjectNode json, ExperimentConfig config, Measurable.Reader reader) {
        Check.that(json.path("name").isString(), "name", "is missing or no text; give what heads the column.");
        String name = json.get("name").asString();
        Check.that(
                !name.isBlank() && name.chars().noneMatch(c -> c == ',' || c == '"' || c < ' '),
                "name",
                "must be a text without commas and quotes.");
        ObjectNode what = json.deepCopy();
        what.remove("name");
        return new Measured(name, what, arms(what, config, reader));
    }

    private static Arms<Measurable> arms(ObjectNode what, ExperimentConfig config, Measurable.Reader reader) {
        int arms = config.arms().size();
        if (!what.has("arm")) {
            try {
                Measurable shared = reader.read(what, config);
                return Arms.make(arms, arm -> shared);
            } catch (InvalidSettingException e) {
                if (!e.field().equals("arm")) {
                    throw e;
                }
                return Arms.make(arms, arm -> reader.read(what.deepCopy().put("arm", Arms.key(arm)), config));
            }
        }
        Measurable one = reader.read(what, config);
        return Arms.make(arms, arm -> one);
    }

    /** {@return as files have it} */
    ObjectNode json() {
        ObjectNode json = what.objectNode();
        json.put("name", name);
        json.setAll(what);
        return json;
    }

    /** {@return which values are the good ones} */
    public Measurable.Better better() {
        return ofArms.get(0).better();
    }

    public boolean percent() {
        return ofArms.get(0).percent();
    }
}
