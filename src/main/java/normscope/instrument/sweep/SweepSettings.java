package normscope.instrument.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import normscope.experiment.Check;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.TrainingConfig;
import normscope.nn.Init;

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

    /** The most values. */
    public static final int MAX_VALUES = 24;

    /** The most seeds. */
    public static final int MAX_SEEDS = 20;

    /** The most updates of a run. */
    public static final long MAX_STEPS = 1_000_000;

    /** What is varied. */
    public enum Setting {
        /** The learning rate. */
        LEARNING_RATE,
        /** The standard deviation of the normally distributed first weights. */
        INIT_SD,
        /** Examples a mini-batch. */
        BATCH_SIZE;

        /**
         * Sets this in an experiment.
         *
         * @param config the experiment. Not modified.
         * @param value the value; a whole number for the batch size
         * @return the changed copy
         * @throws InvalidSettingException if the experiment cannot have the value
         */
        public ExperimentConfig apply(ExperimentConfig config, double value) {
            TrainingConfig training = config.training();
            return switch (this) {
                case LEARNING_RATE ->
                    config.withArmsAlike(arm -> arm.withLearningRate(null))
                            .withTraining(training.withLearningRate(value));
                case INIT_SD -> config.withNetwork(config.network().withInit(new Init.Normal(value)));
                case BATCH_SIZE -> config.withTraining(training.withBatchSize((int) value));
            };
        }
    }

    /** What is measured at the end of a run. */
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

        /** Whether this is a share of right answers. */
        public boolean isAccuracy() {
            return this == TRAIN_ACCURACY || this == TEST_ACCURACY;
        }
    }

    /** Checks every value and copies the list. */
    public SweepSettings {
        Check.present("base", base);
        Check.present("setting", setting);
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
        double max = switch (setting) {
            case LEARNING_RATE -> 1000;
            case INIT_SD -> 100;
            case BATCH_SIZE -> DataConfig.MAX_POINTS;
        };
        Check.above(field, value, i == 0 ? 0 : values.get(i - 1), max);
        if (setting == Setting.BATCH_SIZE && value != Math.rint(value)) {
            throw new InvalidSettingException(field, "must be a whole number of examples.");
        }
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

    /**
     * The same of another experiment.
     *
     * @param value the experiment of which one setting is varied
     * @return the changed copy
     */
    public SweepSettings withBase(ExperimentConfig value) {
        return new SweepSettings(value, setting, values, seeds, steps, metric);
    }
}
