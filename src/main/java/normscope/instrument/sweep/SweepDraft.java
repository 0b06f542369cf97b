package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.sweep.Axis;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;

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

    /** {@return the values that show something of a setting, as text; empty of none} */
    public static String usual(Setting setting) {
        return setting == null
                ? ""
                : setting.usual().stream().map(Setting::plain).collect(Collectors.joining(", "));
    }

    /**
     * The sweep of an experiment.
     *
     * @throws normscope.experiment.InvalidSettingException if it cannot be
     */
    public Sweep of(ExperimentConfig base) {
        Check.within("seeds", seeds, 1, SweepSettings.MAX_SEEDS);
        List<Axis> axes = new ArrayList<>(List.of(axis(first, firstValues)));
        if (second != null) {
            axes.add(axis(second, secondValues));
        }
        return new Sweep(
                base,
                List.of(),
                axes,
                LongStream.range(base.seed(), base.seed() + seeds).boxed().toList(),
                List.of(steps),
                List.of(metric.measured(base.arms().size())));
    }

    private static Axis axis(Setting setting, String values) {
        return Axis.of(
                setting,
                Arrays.stream(values.split("[,;]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .flatMap(word -> Stream.of(setting.parse(word)))
                        .toList());
    }
}
