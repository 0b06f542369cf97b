package normscope.instrument.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import normscope.experiment.Arms;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.quantity.Quantity;
import normscope.instrument.quantity.Quantity.OfSet;
import normscope.nn.Mode;
import normscope.sweep.Axis;
import normscope.sweep.Measured;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.text.Texts;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A grid of runs over one setting and several seeds, each with both arms.
 *
 * @param base the experiment of which one setting is varied
 * @param setting what is varied
 * @param values its values in ascending order, 1 … 24
 * @param seeds the number of seeds, 1 … 20: the base's own and those after it
 * @param steps updates of every run, 1 … 1,000,000
 * @param metric what is measured at the end of every run
 */
public record SweepSettings(
        @JsonIgnore ExperimentConfig base, Setting setting, List<Double> values, int seeds, long steps, Metric metric)
        implements InstrumentSettings {

    public static final int MAX_VALUES = 24;

    public static final int MAX_SEEDS = 20;

    public static final long MAX_STEPS = Sweep.MOST_STEPS;

    public enum Metric {
        /** Share of the training set answered correctly, EVAL mode. */
        TRAIN_ACCURACY,
        /** Share of the test set answered correctly, EVAL mode. */
        TEST_ACCURACY,
        /** Loss of the training set, EVAL mode. */
        TRAIN_LOSS,
        /** Loss of the test set, EVAL mode. */
        TEST_LOSS,
        /** Mean loss of the mini-batches of the last epoch, each before its update, TRAIN mode. */
        BATCH_LOSS;

        /** Whether this is how much is answered correctly, in percent. */
        public boolean isAccuracy() {
            return this == TRAIN_ACCURACY || this == TEST_ACCURACY;
        }

        /** {@return what is measured, of so many arms} */
        Measured measured(int arms) {
            return new Measured(
                    Texts.text("sweep.metric." + this),
                    JsonNodeFactory.instance.objectNode(),
                    Arms.make(arms, this::quantity));
        }

        private Quantity quantity(int arm) {
            OfSet set = this == TRAIN_ACCURACY || this == TRAIN_LOSS ? OfSet.TRAIN : OfSet.TEST;
            Quantity.Scored scored = new Quantity.Scored(arm, set, Mode.EVAL, false);
            return this == BATCH_LOSS
                    ? new Quantity.BatchLoss(arm, Quantity.BatchLoss.When.LAST, null)
                    : isAccuracy() ? new Quantity.Accuracy(scored) : new Quantity.Loss(scored);
        }
    }

    public SweepSettings {
        Check.present("base", base);
        Check.present("setting", setting);
        Check.that(setting.isNumber(), "setting", "must be one whose values are numbers.");
        Check.present("values", values);
        Check.present("metric", metric);
        Check.within("values: the number of values", values.size(), 1, MAX_VALUES);
        for (int i = 0; i < values.size(); i++) {
            checkValue(setting, values, i);
        }
        Check.within("seeds", seeds, 1, MAX_SEEDS);
        Check.within("steps", steps, 1, MAX_STEPS);
        values = List.copyOf(values);
    }

    /** From a file, which does not have the experiment. */
    @JsonCreator
    static SweepSettings of(
            @JsonProperty("setting") Setting setting,
            @JsonProperty("values") List<Double> values,
            @JsonProperty("seeds") int seeds,
            @JsonProperty("steps") long steps,
            @JsonProperty("metric") Metric metric) {
        return new SweepSettings(ExperimentConfig.defaults(), setting, values, seeds, steps, metric);
    }

    @Override
    public InstrumentSettings on(ExperimentConfig config) {
        return withBase(config);
    }

    private static void checkValue(Setting setting, List<Double> values, int i) {
        String field = String.format(Locale.ROOT, "values[%d]", i);
        Check.present(field, values.get(i));
        double value = values.get(i);
        Check.that(
                !setting.isWhole() || value == Math.rint(value), field, "must be a whole number, not " + value + ".");
        try {
            setting.apply(ExperimentConfig.defaults(), setting.value(value));
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(field, e.problem());
        }
        Check.that(i == 0 || value > values.get(i - 1), field, "must be more than the value before it.");
    }

    public Sweep sweep() {
        Axis axis = Axis.of(setting, values.stream().map(setting::value).toList());
        List<Long> ofRuns =
                LongStream.range(base.seed(), base.seed() + seeds).boxed().toList();
        return new Sweep(
                base,
                List.of(),
                List.of(axis),
                ofRuns,
                List.of(steps),
                List.of(metric.measured(base.arms().size())));
    }

    /** The learning rate of the program's first experiment from 0.001 to 10, three seeds, test accuracy. */
    public static SweepSettings defaults() {
        return new SweepSettings(
                ExperimentConfig.defaults(),
                Setting.LEARNING_RATE,
                List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0),
                3,
                500,
                Metric.TEST_ACCURACY);
    }

    public SweepSettings withBase(ExperimentConfig value) {
        return new SweepSettings(value, setting, values, seeds, steps, metric);
    }

    SweepSettings withValues(Setting varied, List<Double> ascending) {
        return new SweepSettings(base, varied, ascending, seeds, steps, metric);
    }

    SweepSettings withRuns(int newSeeds, long newSteps) {
        return new SweepSettings(base, setting, values, newSeeds, newSteps, metric);
    }

    SweepSettings withMetric(Metric value) {
        return new SweepSettings(base, setting, values, seeds, steps, value);
    }
}
