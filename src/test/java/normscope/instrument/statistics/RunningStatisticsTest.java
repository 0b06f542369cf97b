package normscope.instrument.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Measurement;
import normscope.instrument.Replica;
import normscope.instrument.statistics.RunningStatistics.Answer;
import normscope.instrument.statistics.RunningStatistics.Source;
import normscope.nn.Activation;
import normscope.nn.BatchStatistics;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;

/** The three ways to normalize: each by a second computation, and the lesson of the slow running average. */
class RunningStatisticsTest {

    private final ExperimentConfig config = Configs.small();

    @Test
    void theFirstLayersExactStatisticsAreThoseOfItsWeightsOverTheTrainingSet() {
        Experiment experiment = trained(config, 40);
        Statistics.OfLayer first = measure(experiment).layers().get(0);
        Layer layer = experiment.network(1).layer(0);
        BatchStatistics statistics = layer.normalizer().statistics().orElseThrow();
        var x = experiment.split().train().x();

        for (int unit = 0; unit < layer.units(); unit++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < x.numRows; row++) {
                double z = x.get(row, 0) * layer.w().get(0, unit)
                        + x.get(row, 1) * layer.w().get(1, unit);
                sum += z;
                squares += z * z;
            }
            double mean = sum / x.numRows;
            assertThat(first.exactMean()[unit]).isCloseTo(mean, within(1e-12));
            assertThat(first.exactVar()[unit]).isCloseTo(squares / x.numRows - mean * mean, within(1e-12));
            assertThat(first.runningMean()[unit]).isEqualTo(statistics.runningMean()[unit]);
        }
    }

    @Test
    void theRunningAverageIsThatOfTheBatchesOnTheWay() {
        double decay = config.network().runningDecay();
        Experiment experiment = trained(config, 0);
        double running = 0;
        for (int step = 0; step < 30; step++) {
            Statistics.OfLayer layer = measure(experiment).layers().get(1);
            assertThat(layer.runningMean()[2]).isCloseTo(running, within(1e-12));
            Replica replica = Replica.of(experiment);
            replica.network(1).forward(replica.x(), Mode.TRAIN);
            running = decay * running + (1 - decay) * batchMean(replica);
            experiment.advance();
        }
    }

    private static double batchMean(Replica replica) {
        return replica.network(1)
                .layer(1)
                .normalizer()
                .statistics()
                .orElseThrow()
                .batchMean()[2];
    }

    /** Lesson 7: without decay the line is that of the latest batch, but for the update that followed it. */
    @Test
    void withoutDecayTheLineMeetsTheDots() {
        Experiment experiment = trained(config.withNetwork(config.network().withRunningDecay(0)), 20);
        double apart = 0;
        double scattered = 0;
        for (int step = 0; step < 30; step++) {
            Statistics.OfLayer layer = measure(experiment).layers().get(1);
            apart += Math.abs(layer.batchMean()[2] - layer.runningMean()[2]);
            scattered += Math.abs(layer.batchMean()[2] - layer.exactMean()[2]);
            experiment.advance();
        }
        assertThat(apart).isLessThan(0.3 * scattered);
    }

    @Test
    void theRunningLossIsTheOneThatIsMeasuredOfTheRun() {
        Experiment experiment = trained(config, 60);
        Measurement measured = experiment.measure();
        Statistics statistics = measure(experiment);

        assertThat(statistics.step()).isEqualTo(60);
        assertThat(statistics.running().loss()).isEqualTo(measured.arm(1).trainLoss());
        assertThat(statistics.running().accuracy()).isEqualTo(measured.arm(1).trainAccuracy());
    }

    /** With the whole set as mini-batch, the batch's statistics are the exact ones. */
    @Test
    void ofOneBatchOfAllExamplesBatchAndExactAreTheSame() {
        ExperimentConfig whole = config.withTraining(config.training().withBatchSize(0));
        Statistics statistics = measure(trained(whole, 25));

        assertThat(statistics.batch().loss()).isCloseTo(statistics.exact().loss(), within(1e-12));
        assertThat(statistics.batch().accuracy()).isEqualTo(statistics.exact().accuracy());
        assertThat(statistics.layers().get(2).batchVar()[1])
                .isCloseTo(statistics.layers().get(2).exactVar()[1], within(1e-12));
    }

    /** Lesson 7: decay 0.999 needs thousands of steps to forget that it began at mean 0 and variance 1. */
    @Test
    void aSlowRunningAverageSpoilsEvalModeOnly() {
        ExperimentConfig spiral = config.withSeed(1)
                .withData(
                        config.data().withKind(DataKind.SPIRAL).withPoints(1000).withNoise(0))
                .withNetwork(
                        config.network().withHiddenUnits(List.of(32, 32, 32)).withActivation(Activation.RELU))
                .withTraining(config.training().withBatchSize(32));
        Statistics slow = measure(trained(spiral.withNetwork(spiral.network().withRunningDecay(0.999)), 500));
        Statistics usual = measure(trained(spiral.withNetwork(spiral.network().withRunningDecay(0.9)), 500));

        assertThat(slow.batch()).isEqualTo(usual.batch());
        assertThat(slow.exact()).isEqualTo(usual.exact());
        assertThat(slow.running().loss()).isGreaterThan(10 * slow.exact().loss());
        assertThat(slow.running().accuracy()).isLessThan(0.75);
        assertThat(usual.running().loss()).isLessThan(slow.running().loss() / 4);
    }

    @Test
    void oneExampleAloneIsBetaWhereverItLies() {
        Replica replica = Replica.of(trained(config, 50));
        RunningStatistics model = new RunningStatistics(replica);
        double beta = replica.network(1).layer(1).normalizer().beta()[3];

        Answer here = model.ask(new double[] {0.3, -1}, Source.ALONE, null, 1, 3);
        Answer there = model.ask(new double[] {-50, 7}, Source.ALONE, null, 1, 3);

        assertThat(here.zTilde()).isEqualTo(beta).isEqualTo(there.zTilde());
        assertThat(here.probabilities()).isEqualTo(there.probabilities());
    }

    @Test
    void theRunningAndExactAnswersAreNormalizedWithJustThose() {
        Replica replica = Replica.of(trained(config, 50));
        RunningStatistics model = new RunningStatistics(replica);
        Statistics statistics = model.measure();
        Statistics.OfLayer of = statistics.layers().get(0);
        Layer layer = replica.network(1).layer(0);
        double[] x = {0.3, -1};
        double z = x[0] * layer.w().get(0, 4) + x[1] * layer.w().get(1, 4);
        double epsilon = config.network().epsilon();

        Answer running = model.ask(x, Source.RUNNING, statistics, 0, 4);
        assertThat(running.z()).isCloseTo(z, within(1e-12));
        assertThat(running.zTilde())
                .isCloseTo(
                        layer.normalizer().gamma()[4]
                                        * (z - of.runningMean()[4])
                                        / Math.sqrt(of.runningVar()[4] + epsilon)
                                + layer.normalizer().beta()[4],
                        within(1e-12));
        Answer exact = model.ask(x, Source.EXACT, statistics, 0, 4);
        assertThat(exact.zTilde())
                .isCloseTo(
                        layer.normalizer().gamma()[4] * (z - of.exactMean()[4]) / Math.sqrt(of.exactVar()[4] + epsilon)
                                + layer.normalizer().beta()[4],
                        within(1e-12));
        assertThat(model.ask(x, Source.RUNNING, statistics, 0, 4))
                .usingRecursiveComparison()
                .isEqualTo(running);
    }

    @Test
    void inABatchTheOthersDecideToo() {
        Experiment experiment = trained(config, 50);
        double[] x = {0.3, -1};
        Replica replica = Replica.of(experiment);
        Answer now = new RunningStatistics(replica).ask(x, Source.IN_BATCH, null, 2, 0);
        // The same parameters with the next step's batch.
        replica.batches().moveTo(51);
        var other = replica.batches().x().copy();
        replica.batches().moveTo(50);
        assertThat(other.data).isNotEqualTo(replica.x().data);
        assertThat(now.probabilities()[0] + now.probabilities()[1]).isCloseTo(1, within(1e-12));
        assertThat(now.probabilities())
                .isNotEqualTo(new RunningStatistics(replica)
                        .ask(x, Source.ALONE, null, 2, 0)
                        .probabilities());
    }

    @Test
    void aLayerWithoutBatchNormHasNoStatistics() {
        ExperimentConfig partly = config.withArm(1, ArmConfig.batchNorm(List.of(true, false, true)));
        Experiment experiment = trained(partly, 5);
        assertThat(measure(experiment).layers().get(1)).isNull();

        experiment.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.None()));
        experiment.apply(new Command.SetNormalizer(1, 2, new NormalizerSpec.None()));
        assertThat(new RunningStatistics(Replica.of(experiment)).exist()).isFalse();
    }

    private static Statistics measure(Experiment experiment) {
        RunningStatistics model = new RunningStatistics(Replica.of(experiment));
        assertThat(model.exist()).isTrue();
        return model.measure();
    }

    private static Experiment trained(ExperimentConfig config, long steps) {
        Experiment experiment = new Experiment(config);
        while (experiment.step() < steps) {
            experiment.advance();
        }
        return experiment;
    }
}
