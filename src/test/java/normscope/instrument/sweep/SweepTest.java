package normscope.instrument.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.experiment.Arms;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.instrument.sweep.SweepSettings.Setting;
import normscope.nn.Init;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static SweepSettings rates(int seeds, long steps, Metric metric, Double... rates) {
        ExperimentConfig base = ExperimentConfig.defaults()
                .withNetwork(ExperimentConfig.defaults().network().withHiddenUnits(List.of(16, 16)));
        return new SweepSettings(base, Setting.LEARNING_RATE, List.of(rates), seeds, steps, metric);
    }

    @Test
    void aRunIsTheExperimentItself() {
        Sweep sweep = new Sweep(rates(2, 120, Metric.TEST_ACCURACY, 0.03, 0.3));
        SweepResult result = sweep.run(made -> {}, () -> false);
        Experiment experiment = new Experiment(sweep.config(3));
        for (int i = 0; i < 120; i++) {
            experiment.advance();
        }

        assertThat(sweep.config(3).training().learningRate()).isEqualTo(0.3);
        assertThat(sweep.config(3).seed()).isEqualTo(sweep.settings().base().seed() + 1);
        assertThat(result.run(1, 1).arm(1).value())
                .isEqualTo(experiment.measure().arm(1).testAccuracy());
        assertThat(result.run(1, 1).arm(0).value())
                .isEqualTo(experiment.measure().arm(0).testAccuracy());
    }

    @Test
    void theResultDoesNotDependOnTheOrderOrTheThreads() {
        Sweep sweep = new Sweep(rates(3, 60, Metric.TRAIN_LOSS, 0.01, 0.1, 1.0));
        SweepResult inOrder = sweep.run(made -> {}, () -> false);
        SweepRun[] parallel = new SweepRun[sweep.runs()];
        IntStream.range(0, sweep.runs())
                .parallel()
                .forEach(i -> parallel[sweep.runs() - 1 - i] = sweep.run(sweep.runs() - 1 - i, () -> false));

        for (int value = 0; value < 3; value++) {
            for (int seed = 0; seed < 3; seed++) {
                assertThat(parallel[inOrder.index(value, seed)]).isEqualTo(inOrder.run(value, seed));
            }
        }
    }

    @Test
    void medianAndRangeAreOfTheSeedsThatDidNotDiverge() {
        SweepResult result = SweepResult.none(new Sweep(rates(4, 1, Metric.TEST_LOSS, 0.1)))
                .with(0, run(3, -1))
                .with(1, run(Double.NaN, 17))
                .with(2, run(1, -1))
                .with(3, run(2.5, -1));

        assertThat(result.median(0, 0)).isEqualTo(2.5);
        assertThat(result.min(0, 0)).isEqualTo(1);
        assertThat(result.max(0, 0)).isEqualTo(3);
        assertThat(result.diverged(0, 0)).isEqualTo(1);
        assertThat(result.diverged(1, 0)).isZero();
        assertThat(result.median(1, 0)).isEqualTo(7);
        assertThat(result.everySeedWithin(1, 0, 7)).isTrue();
        assertThat(result.everySeedWithin(1, 0, 6.9)).isFalse();
        assertThat(result.everySeedWithin(0, 0, 100)).isFalse();
        assertThat(result.complete()).isTrue();
    }

    private static SweepRun run(double without, long divergedAt) {
        return new SweepRun(
                Arms.of(new SweepRun.Outcome(without, divergedAt), new SweepRun.Outcome(7, SweepRun.NOT_DIVERGED)));
    }

    @Test
    void withoutRunsThereIsNoMedian() {
        SweepResult none = SweepResult.none(new Sweep(rates(2, 1, Metric.TEST_LOSS, 0.1)));

        assertThat(none.median(1, 0)).isNaN();
        assertThat(none.made()).isZero();
        assertThat(none.everySeedWithin(1, 0, 0)).isFalse();
    }

    /** The lesson's spiral, shortened: without batch norm a rate of 3 diverges, with it the spiral is learned. */
    @Test
    void batchNormBearsRatesAtWhichThePlainNetworkDiverges() {
        ExperimentConfig config = ExperimentConfig.defaults();
        ExperimentConfig spiral = config.withData(
                        config.data().withKind(DataKind.SPIRAL).withNoise(0.05))
                .withNetwork(config.network()
                        .withHiddenUnits(List.of(32, 32, 32, 32, 32, 32))
                        .withInit(new Init.He()));
        Sweep sweep = new Sweep(
                new SweepSettings(spiral, Setting.LEARNING_RATE, List.of(3.0), 3, 800, Metric.TRAIN_ACCURACY));
        SweepResult result = sweep.run(made -> {}, () -> false);

        assertThat(result.diverged(0, 0)).isEqualTo(3);
        assertThat(result.diverged(1, 0)).isZero();
        assertThat(result.run(0, 0).arm(0).divergedAt()).isBetween(0L, 100L);
        assertThat(result.median(1, 0)).isGreaterThan(0.9);
    }

    @Test
    void everySettingIsVaried() {
        ExperimentConfig base = ExperimentConfig.defaults();
        assertThat(Setting.INIT_SD.apply(base, 0.01).network().init()).isEqualTo(new Init.Normal(0.01));
        assertThat(Setting.BATCH_SIZE.apply(base, 16).training().batchSize()).isEqualTo(16);
        assertThat(Setting.LEARNING_RATE.apply(base, 0.7).training().learningRate())
                .isEqualTo(0.7);
    }

    @Test
    void theBatchLossIsTheMeanOfTheLastEpochs() {
        Sweep sweep = new Sweep(rates(1, 10, Metric.BATCH_LOSS, 0.1));
        Experiment experiment = new Experiment(sweep.config(0));
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            experiment.advance();
            losses.add(experiment.batchLoss(1));
        }
        int epoch = experiment.stepsPerEpoch();

        assertThat(epoch).isBetween(2, 9);
        assertThat(sweep.run(0, () -> false).arm(1).value())
                .isCloseTo(
                        losses.subList(10 - epoch, 10).stream()
                                .mapToDouble(v -> v)
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void progressIsToldAndCancellingStopsAtOnce() {
        Sweep sweep = new Sweep(rates(2, 20, Metric.TEST_LOSS, 0.1, 0.2));
        List<Integer> told = new ArrayList<>();
        sweep.run(told::add, () -> false);
        assertThat(told).containsExactly(1, 2, 3, 4);

        AtomicInteger asked = new AtomicInteger();
        assertThat(sweep.run(made -> {}, () -> asked.incrementAndGet() > 30)).isNull();
        assertThat(asked.get()).isEqualTo(31);
    }

    @Test
    void settingsNameTheFieldThatIsWrong() {
        assertThatThrownBy(() -> rates(3, 10, Metric.TEST_LOSS, 0.1, 0.1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("values[1] ");
        assertThatThrownBy(() -> rates(0, 10, Metric.TEST_LOSS, 0.1)).hasMessageStartingWith("seeds ");
        assertThatThrownBy(() -> new SweepSettings(
                        ExperimentConfig.defaults(), Setting.BATCH_SIZE, List.of(2.5), 1, 1, Metric.TEST_LOSS))
                .hasMessageStartingWith("values[0] ");
    }
}
