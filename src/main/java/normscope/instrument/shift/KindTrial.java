package normscope.instrument.shift;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import normscope.data.Dataset;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.instrument.Reading;
import normscope.instrument.statistics.Statistics;
import normscope.nn.Mode;

/**
 * What one change does to trained networks, at once and while they learn on. Accuracies and losses are of fresh
 * examples, those of the test set that the change draws; TRAIN is read with the statistics of all training examples
 * that it draws.
 *
 * @param accuracy right after the change, 0 … 1
 * @param loss right after the change
 * @param steps updates until the loss of the training examples drawn now is at most {@link #GOAL}
 *     ({@link ShiftTrial#NEVER} if not within {@link #AFTER})
 * @param evalLater accuracy in EVAL mode after so many updates
 * @param old accuracy on the examples that were drawn before, in the end; EVAL mode
 */
public record KindTrial(
        Map<Reading, Double> accuracy,
        Map<Reading, Double> loss,
        Map<Reading, Long> steps,
        Map<Long, Double> evalLater,
        Map<Reading, Double> old) {

    /** The loss at which the new examples count as learned. */
    public static final double GOAL = 0.1;

    /** How many updates are made after the change. */
    public static final long AFTER = 2000;

    /** The updates at which the accuracy in EVAL mode is noted. */
    public static final List<Long> NOTED = List.of(0L, 1L, 10L, 20L, 30L, 100L, 1000L);

    /** From here on the loss is looked at every {@link #COARSE} updates only. */
    private static final long FINE = 100;

    private static final long COARSE = 25;

    /** Trains, makes the change, and learns on; the seed is that of data, weights and mini-batches. */
    public static KindTrial run(ShiftKind.Setting setting, long seed) {
        Experiment experiment = new Experiment(setting.config().withSeed(seed));
        experiment.keepToOneThread();
        while (experiment.step() < ShiftLab.CHANGE_AT) {
            experiment.advance();
        }
        Dataset oldTest = experiment.world().test();
        setting.changes().forEach(experiment::apply);
        Map<Reading, Double> accuracy = new EnumMap<>(Reading.class);
        Map<Reading, Double> loss = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            Statistics.Score score =
                    score(experiment, reading, experiment.world().test());
            accuracy.put(reading, score.accuracy());
            loss.put(reading, score.loss());
        }
        Map<Reading, Long> steps = new EnumMap<>(Reading.class);
        Map<Long, Double> later = new LinkedHashMap<>();
        for (long step = 0; step <= AFTER; step++) {
            if (step > 0) {
                experiment.advance();
            }
            if (NOTED.contains(step)) {
                later.put(
                        step,
                        score(experiment, Reading.WITH_EVAL, experiment.world().test())
                                .accuracy());
            }
            if (step <= FINE || step % COARSE == 0) {
                for (Reading reading : Reading.values()) {
                    if (!steps.containsKey(reading)
                            && Readings.of(experiment, reading).loss() <= GOAL) {
                        steps.put(reading, step);
                    }
                }
            }
        }
        Map<Reading, Double> old = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            steps.putIfAbsent(reading, ShiftTrial.NEVER);
            old.put(
                    reading,
                    reading == Reading.WITH_TRAIN
                            ? Double.NaN
                            : score(experiment, reading, oldTest).accuracy());
        }
        return new KindTrial(accuracy, loss, steps, later, old);
    }

    /** Of examples that the statistics were not taken from: TRAIN's are those of the training examples drawn now. */
    private static Statistics.Score score(Experiment experiment, Reading reading, Dataset set) {
        int arm = reading.arm(experiment.config());
        if (experiment.divergence(arm) != null) {
            return new Statistics.Score(Double.NaN, Double.NaN);
        }
        if (reading != Reading.WITH_TRAIN) {
            return Readings.score(experiment.network(arm), set, Mode.EVAL);
        }
        Snapshot now = experiment.snapshot();
        experiment.apply(new Command.Reestimate());
        Statistics.Score score = Readings.score(experiment.network(arm), set, Mode.EVAL);
        experiment.restore(now);
        return score;
    }
}
