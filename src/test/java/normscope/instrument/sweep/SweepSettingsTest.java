package normscope.instrument.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.nn.Init;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import org.junit.jupiter.api.Test;

class SweepSettingsTest {

    private static SweepSettings rates(int seeds, long steps, Metric metric, Double... rates) {
        ExperimentConfig base = ExperimentConfig.defaults()
                .withNetwork(ExperimentConfig.defaults().network().withHiddenUnits(List.of(16, 16)));
        return new SweepSettings(base, Setting.LEARNING_RATE, List.of(rates), seeds, steps, metric);
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
        Sweep sweep =
                new SweepSettings(spiral, Setting.LEARNING_RATE, List.of(3.0), 3, 800, Metric.TRAIN_ACCURACY).sweep();
        SweepResult result = SweepResult.none(sweep).with(sweep.runAll());
        Place place = new Place(0, 0);

        assertThat(result.cell(new Shown(0, 0), 0, place).diverged()).isEqualTo(3);
        assertThat(result.cell(new Shown(0, 0), 1, place).diverged()).isZero();
        assertThat(result.run(0).divergedAt()[0]).isBetween(0L, 100L);
        assertThat(result.cell(new Shown(0, 0), 1, place).median()).isGreaterThan(90);
    }

    @Test
    void theBatchLossIsTheMeanOfTheLastEpochs() {
        Sweep sweep = rates(1, 10, Metric.BATCH_LOSS, 0.1).sweep();
        Experiment experiment = new Experiment(sweep.config(0));
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            experiment.advance();
            losses.add(experiment.batchLoss(1));
        }
        int epoch = experiment.stepsPerEpoch();

        assertThat(epoch).isBetween(2, 9);
        assertThat(sweep.run(0, () -> false).values()[0][1][0])
                .isCloseTo(
                        losses.subList(10 - epoch, 10).stream()
                                .mapToDouble(v -> v)
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void settingsNameTheFieldThatIsWrong() {
        assertThatThrownBy(() -> rates(3, 10, Metric.TEST_LOSS, 0.1, 0.1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("values[1] ");
        assertThatThrownBy(() -> rates(3, 10, Metric.TEST_LOSS, 0.0))
                .hasMessage("values[0] must be more than 0 and at most 1000, not 0.");
        assertThatThrownBy(() -> rates(0, 10, Metric.TEST_LOSS, 0.1)).hasMessageStartingWith("seeds ");
        assertThatThrownBy(() -> new SweepSettings(
                        ExperimentConfig.defaults(), Setting.BATCH_SIZE, List.of(2.5), 1, 1, Metric.TEST_LOSS))
                .hasMessageStartingWith("values[0] ");
        assertThatThrownBy(() -> new SweepSettings(
                        ExperimentConfig.defaults(), Setting.NORMALIZER, List.of(1.0), 1, 1, Metric.TEST_LOSS))
                .hasMessageStartingWith("setting ");
    }
}
