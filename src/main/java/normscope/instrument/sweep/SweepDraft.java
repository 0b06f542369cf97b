package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.sweep.Axis;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.text.Texts;

/**
 * A sweep as the user writes it down.
 *
 * @param first what is varied
 * @param firstValues its values with commas between them
 * @param second what else is varied; null for nothing
 * @param secondValues its values
 * @param seeds the number of seeds, from the experiment's own on
 * @param steps updates of every run
 * @param metric what is measured at the end of every run
 */
public record SweepDraft(
        Setting first,
        String firstValues,
        Setting second,
        String secondValues,
        int seeds,
        long steps,
        SweepSettings.Metric metric) {

    /** The fields of settings in a sweep's file. */
    private static final Pattern FIELD = Pattern.compile("settings\\[(\\d)\\](?:\\.values\\[(\\d+)\\].*|.*)");

    /** Rates by batch sizes, three seeds, test accuracy. */
    public static SweepDraft usual() {
        return new SweepDraft(
                Setting.LEARNING_RATE,
                usual(Setting.LEARNING_RATE),
                Setting.BATCH_SIZE,
                usual(Setting.BATCH_SIZE),
                3,
                800,
                SweepSettings.Metric.TEST_ACCURACY);
    }

    SweepDraft withRuns(int otherSeeds, long otherSteps) {
        return new SweepDraft(first, firstValues, second, secondValues, otherSeeds, otherSteps, metric);
    }

    /** {@return the values that show something of a setting, as text; empty of none} */
    public static String usual(Setting setting) {
        return setting == null
                ? ""
                : setting.usual().stream().map(Setting::plain).collect(Collectors.joining(", "));
    }

    /** {@return the sweep of an experiment; refuses one that cannot be} */
    public Sweep of(ExperimentConfig base) {
        Check.within("seeds", seeds, 1, SweepSettings.MAX_SEEDS);
        List<Axis> axes = new ArrayList<>(List.of(axis(0, first, firstValues)));
        if (second != null) {
            axes.add(axis(1, second, secondValues));
        }
        return new Sweep(
                base,
                List.of(),
                axes,
                LongStream.range(base.seed(), base.seed() + seeds).boxed().toList(),
                List.of(steps),
                List.of(metric.measured(base.arms().size())));
    }

    private static Axis axis(int which, Setting setting, String values) {
        List<Object> parsed = Arrays.stream(values.split("[,;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Stream.of(setting.parse(word)))
                .toList();
        try {
            return Axis.of(setting, parsed);
        } catch (InvalidSettingException e) {
            throw e.within(String.format(Locale.ROOT, "settings[%d]", which));
        }
    }

    /** {@return a complaint about this, with the form's words for the fields} */
    String complaint(InvalidSettingException wrong) {
        Matcher field = FIELD.matcher(wrong.field());
        String problem = wrong.problem().replaceFirst("^makes \\S+ ", "");
        if (!field.matches()) {
            String word = wrong.field().replaceFirst("\\W.*", "");
            return Texts.has("sweep." + word)
                    ? Texts.text("sweep.wrong", Texts.text("sweep." + word), problem)
                    : wrong.getMessage();
        }
        String setting = Texts.text("sweep.setting." + (field.group(1).equals("0") ? first : second));
        if (field.group(2) != null) {
            return Texts.text("sweep.wrong.value", setting, Integer.parseInt(field.group(2)) + 1, problem);
        }
        return Texts.text(
                wrong.field().contains("number of values") ? "sweep.wrong.count" : "sweep.wrong", setting, problem);
    }
}
