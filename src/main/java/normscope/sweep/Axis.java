package normscope.sweep;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.experiment.Arms;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.text.Texts;
import tools.jackson.databind.JsonNode;

/**
 * One setting of a sweep with the values that it goes through.
 *
 * @param arm the one arm of which it is varied, from 0; null for all alike
 * @param values the values, as {@link Setting} has them in files
 * @param paired in the place of values: at each, one value an arm
 */
public record Axis(
        Setting setting,

        @Json.MayBeAbsent @Json.ArmWord Integer arm,

        @Json.MayBeAbsent List<JsonNode> values,

        @Json.MayBeAbsent List<List<JsonNode>> paired) {

    public static final int MOST = 100;

    /** Checks that there are values of the setting, and no two alike; copies the lists. */
    public Axis {
        Check.present("setting", setting);
        values = values == null ? List.of() : List.copyOf(values);
        paired = paired == null ? List.of() : paired.stream().map(List::copyOf).toList();
        Check.that(values.isEmpty() != paired.isEmpty(), "", "must have one of values, paired.");
        Check.that(
                paired.isEmpty() || arm == null, "arm", "and paired do not go together; paired has a value for each.");
        Check.that(
                setting.isOfArms() || arm == null && paired.isEmpty(),
                arm == null ? "paired" : "arm",
                "is for what an arm has of its own; " + Json.name(setting) + " is alike in all arms.");
        int size = values.size() + paired.size();
        Check.within((paired.isEmpty() ? "values" : "paired") + ": the number of values", size, 1, MOST);
        for (int i = 0; i < values.size(); i++) {
            int place = i;
            Object value = value(setting, values.get(i), String.format(Locale.ROOT, "values[%d]", i));
            Check.that(
                    values.subList(0, i).stream()
                            .noneMatch(before -> setting.value(before).equals(value)),
                    String.format(Locale.ROOT, "values[%d]", place),
                    "is there already; give each value once.");
        }
        for (int i = 0; i < paired.size(); i++) {
            for (int k = 0; k < paired.get(i).size(); k++) {
                value(setting, paired.get(i).get(k), String.format(Locale.ROOT, "paired[%d][%d]", i, k));
            }
        }
    }

    private static Object value(Setting setting, JsonNode json, String field) {
        try {
            return setting.value(json);
        } catch (InvalidSettingException e) {
            throw e.within(field);
        }
    }

    /** All arms alike at these values, of the setting's type. */
    public static Axis of(Setting setting, List<?> values) {
        return new Axis(setting, null, values.stream().map(Setting::json).toList(), null);
    }

    public int size() {
        return values.size() + paired.size();
    }

    /**
     * Puts a value into an experiment; {@link InvalidSettingException}, with the field's path in this, if it cannot
     * have it.
     */
    public ExperimentConfig apply(ExperimentConfig config, int index) {
        String field = String.format(Locale.ROOT, paired.isEmpty() ? "values[%d]" : "paired[%d]", index);
        if (arm != null) {
            Check.arm("arm", arm, config);
        }
        if (!paired.isEmpty()) {
            int arms = config.arms().size();
            Check.that(
                    paired.get(index).size() == arms,
                    field,
                    String.format(
                            Locale.ROOT,
                            "has %d values but there are %d arms; give one an arm.",
                            paired.get(index).size(),
                            arms));
        }
        try {
            if (paired.isEmpty()) {
                Object value = value(index);
                return arm == null ? setting.apply(config, value) : setting.apply(config, arm, value);
            }
            ExperimentConfig changed = config;
            for (int k = 0; k < paired.get(index).size(); k++) {
                changed = setting.apply(changed, k, value(index, k));
            }
            return changed;
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(field, "makes " + e.getMessage());
        }
    }

    /** {@return a value of the setting's type; of pairs, the first arm's} */
    public Object value(int index) {
        return value(index, 0);
    }

    /** {@return the value that an arm has at a place} */
    public Object value(int index, int ofArm) {
        return setting.value(
                paired.isEmpty()
                        ? values.get(index)
                        : paired.get(index)
                                .get(Math.min(ofArm, paired.get(index).size() - 1)));
    }

    /** {@return the values as numbers; null if they are none, or if arms have different ones} */
    public double[] numbers() {
        return setting.isNumber() && paired.isEmpty()
                ? IntStream.range(0, size())
                        .mapToDouble(i -> ((Number) value(i)).doubleValue())
                        .toArray()
                : null;
    }

    /** {@return what heads its column in tables for machines: learning-rate, or learning-rate of with} */
    public String plainName() {
        return Json.name(setting) + (arm == null ? "" : " of " + Arms.key(arm));
    }

    /** {@return a value for machines; of pairs, those of the arms with a bar between them} */
    public String plain(int index) {
        return joined(index, Setting::plain, "|");
    }

    private String joined(int index, Function<Object, String> text, String bar) {
        int count = paired.isEmpty() ? 1 : paired.get(index).size();
        return IntStream.range(0, count)
                .mapToObj(k -> text.apply(value(index, k)))
                .collect(Collectors.joining(bar));
    }

    /** {@return what it is called to people} */
    public String name() {
        return Texts.text("sweep.setting." + setting);
    }

    /** {@return what it is called where there is little room} */
    public String shortName() {
        return Texts.text("sweep.setting." + setting + ".short");
    }

    /** {@return a value for people; of pairs, those of the arms with a bar between them} */
    public String read(int index) {
        return joined(index, setting::read, "\u00a0|\u00a0");
    }

    /** {@return the value that an arm has at a place, for people} */
    public String read(int index, int ofArm) {
        return setting.read(value(index, ofArm));
    }
}
