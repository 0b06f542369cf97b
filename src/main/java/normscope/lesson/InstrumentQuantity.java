package normscope.lesson;

import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.ArmId;
import normscope.experiment.Experiment;
import normscope.history.History;
import normscope.instrument.Badge;
import normscope.instrument.Contours;
import normscope.instrument.ContoursSettings;
import normscope.instrument.Descent;
import normscope.instrument.Finding;
import normscope.instrument.NoiseBench;
import normscope.instrument.NoiseBenchSettings;
import normscope.instrument.NoiseResult;
import normscope.instrument.ProofChecks;
import normscope.instrument.Replica;
import normscope.instrument.RunningStatistics;
import normscope.instrument.Statistics;
import normscope.instrument.Sweep;
import normscope.instrument.SweepResult;
import normscope.instrument.SweepSettings;

/** What the instruments measure, by the instruments' own models, of the experiment that runs. */
final class InstrumentQuantity {

    /** The share of the possible improvement at which descent has arrived. */
    private static final double ARRIVED = 0.99;

    private InstrumentQuantity() {}

    /** What is told of least squares. */
    enum OfContours {
        /** The condition number. */
        CONDITION,
        /** Steps to 99 % of the possible improvement; infinite if descent diverges. */
        STEPS,
        /** The loss after some steps. */
        LOSS
    }

    /**
     * Least squares with two inputs, the examples drawn from the experiment's seed.
     *
     * @param kind what is told
     * @param inputs how the inputs are treated
     * @param rateTimesLambdaMax the learning rate
     * @param points the number of examples
     * @param steps of the loss
     */
    record OfLeastSquares(
            OfContours kind, ContoursSettings.Inputs inputs, double rateTimesLambdaMax, int points, long steps)
            implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            long seed = experiment.config().seed();
            Contours contours = new Contours(new ContoursSettings(inputs, rateTimesLambdaMax, points, seed));
            return switch (kind) {
                case CONDITION -> contours.conditionNumber();
                case STEPS -> {
                    long needed = contours.stepsToImprovement(ARRIVED);
                    yield needed == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : needed;
                }
                case LOSS -> {
                    Descent descent = contours.descent();
                    descent.advance(steps);
                    yield descent.loss();
                }
            };
        }
    }

    /** What is told of the noise of random batches. */
    enum OfNoise {
        /** The slope of ln sd over ln m, over the units of the layer. */
        SLOPE,
        /** The noise with the smallest of the batch sizes, over the units of the layer. */
        SD
    }

    /**
     * How the first training example's z_norm varies with the rest of the batch.
     *
     * @param kind what is told
     * @param settings how batches are drawn, and the layer
     */
    record Noise(OfNoise kind, NoiseBenchSettings settings) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            NoiseBench bench = new NoiseBench(
                    settings,
                    experiment.config(),
                    experiment.snapshot(),
                    experiment.world().train());
            NoiseResult result = bench.run(0, 0, share -> {}, () -> false);
            return kind == OfNoise.SLOPE ? result.layerSlope() : result.layerSd(0);
        }
    }

    /**
     * The number of values of a setting with which an arm ends at an accuracy or above, whatever the seed.
     *
     * @param arm which arm
     * @param settings the sweep; its base is replaced by the experiment that runs
     * @param bound the accuracy, 0 … 1
     */
    record Working(ArmId arm, SweepSettings settings, double bound) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Sweep sweep = new Sweep(settings.withBase(experiment.config()));
            SweepResult result = sweep.run(made -> {}, () -> false);
            List<Double> values = settings.values();
            return IntStream.range(0, values.size())
                    .filter(value -> result.everySeedWithin(arm, value, bound))
                    .count();
        }
    }

    /**
     * A property of batch normalization, checked on the network that runs.
     *
     * @param item what is measured
     */
    record Proved(Finding.Item item) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            ProofChecks checks = new ProofChecks(Replica.of(experiment));
            return checks.run(List.of(Badge.of(item))).finding(item).measured();
        }
    }

    /**
     * How the arm with batch normalization does on the training set with exact statistics of the whole of it.
     *
     * @param kind loss, or accuracy in percent
     */
    record WithExactStatistics(Quantity.ScoreKind kind) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Statistics.Score exact =
                    new RunningStatistics(Replica.of(experiment)).measure().exact();
            return kind == Quantity.ScoreKind.LOSS ? exact.loss() : 100 * exact.accuracy();
        }
    }
}
