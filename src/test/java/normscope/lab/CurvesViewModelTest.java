package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.ArmSnapshot;
import normscope.experiment.Arms;
import normscope.experiment.Configs;
import normscope.experiment.Divergence;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.experiment.Quantity;
import normscope.experiment.Shifts;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.history.Series.Curve;
import normscope.lab.CurvesViewModel.Metric;
import normscope.runner.Evaluation;
import normscope.runner.Session;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurvesViewModelTest {

    private static final double NAN = Double.NaN;

    private final History history = new History(2);
    private final CurvesViewModel curves = new CurvesViewModel();

    @BeforeEach
    void begin() {
        curves.begin(history, 2);
    }

    private static ArmMeasurement measured(double base) {
        Moments none = new Moments(0, 1);
        LayerStats first = new LayerStats(none, none, base - 1, base, base + 1);
        LayerStats second = new LayerStats(none, none, NAN, NAN, NAN);
        return new ArmMeasurement(base, base + 0.1, base + 0.2, base + 0.3, List.of(first, second));
    }

    private static Snapshot present(long step, Divergence without) {
        ArmSnapshot arm = new ArmSnapshot(new double[0], new double[0], null, List.of());
        ArmSnapshot other = new ArmSnapshot(new double[0], new double[0], without, List.of());
        return new Snapshot(step, 0.1, null, Shifts.NONE, Arms.of(other, arm));
    }

    private static Evaluation evaluated(long step, double base) {
        Evaluation.Arm arm =
                new Evaluation.Arm(base, base + 0.4, base + 0.1, base + 0.2, base + 0.3, null, new int[2][2]);
        return new Evaluation(0, step, null, null, null, Arms.of(arm, arm));
    }

    private void record() {
        for (long step : new long[] {0, 10, 20}) {
            history.add(new Measurement(step, Arms.of(measured(step), measured(step == 10 ? NAN : -step))));
        }
        curves.update(present(25, null), -1);
    }

    @Test
    void wholeSetCurvesAreTheMeasurementsWithoutGaps() {
        record();
        Curve loss = curves.wholeSet(0, Metric.TRAIN_LOSS);
        assertThat(loss.x()).containsExactly(0, 10, 20);
        assertThat(loss.mean()).containsExactly(0, 10, 20);
        assertThat(curves.wholeSet(0, Metric.TEST_LOSS).mean()).containsExactly(0.1, 10.1, 20.1);
        assertThat(curves.wholeSet(0, Metric.TRAIN_ACCURACY).mean()).containsExactly(0.2, 10.2, 20.2);
        assertThat(curves.wholeSet(0, Metric.TEST_ACCURACY).mean()).containsExactly(0.3, 10.3, 20.3);
        assertThat(curves.wholeSet(1, Metric.TRAIN_LOSS).x()).containsExactly(0, 20);
    }

    @Test
    void theEvaluationOfThePresentEndsTheCurveOneOfThePastDoesNot() {
        record();
        curves.setPresent(evaluated(24, 7));
        assertThat(curves.wholeSet(1, Metric.TEST_LOSS).x()).containsExactly(0, 20, 24);
        assertThat(curves.wholeSet(1, Metric.TEST_LOSS).mean()).endsWith(7.1);
        curves.setPresent(evaluated(15, 7));
        assertThat(curves.wholeSet(1, Metric.TEST_LOSS).x()).containsExactly(0, 20);
        curves.setPresent(evaluated(24, NAN));
        assertThat(curves.wholeSet(1, Metric.TEST_LOSS).x()).containsExactly(0, 20);
    }

    @Test
    void bandsAreTheRecordedPercentilesOfTheLayer() {
        record();
        curves.update(present(20, null), -1);
        CurvesViewModel.Bands bands = curves.bands(0, 0);
        assertThat(bands.x()).containsExactly(0, 10, 20);
        assertThat(bands.p15()).containsExactly(-1, 9, 19);
        assertThat(bands.p50()).containsExactly(0, 10, 20);
        assertThat(bands.p85()).containsExactly(1, 11, 21);
        assertThat(curves.bands(0, 1).x()).isEmpty();
    }

    @Test
    void bandsReachThePresentMoment() {
        Session session = new Session(ExperimentConfig.defaults());
        while (session.history().isMeasured(session.experiment().step())) {
            session.advance();
        }
        CurvesViewModel living = new CurvesViewModel();
        living.begin(session.history(), 4);
        living.update(session.experiment().snapshot(), -1);
        CurvesViewModel.Bands bands = living.bands(1, 2);
        LayerStats expected = session.experiment().measure().arm(1).layers().get(2);
        int last = bands.x().length - 1;
        assertThat(bands.x()[last]).isEqualTo(session.experiment().step());
        assertThat(bands.p15()[last]).isCloseTo(expected.p15(), within(1e-5));
        assertThat(bands.p50()[last]).isCloseTo(expected.p50(), within(1e-5));
        assertThat(bands.p85()[last]).isCloseTo(expected.p85(), within(1e-5));
    }

    @Test
    void bandsOfAUnitComeFromTheRecordedMomentsAndEndAtThePresent() {
        Experiment experiment = new Experiment(Configs.small());
        experiment.keepToOneThread();
        for (int step = 0; step < 12; step++) {
            if (step % 5 == 0) {
                history.add(experiment.snapshot());
            }
            experiment.advance();
        }
        Snapshot now = experiment.snapshot();
        curves.update(now, -1);
        CurvesViewModel.Bands bands = curves.bands(1, 1, 2);
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        int n = now.arm(1).layers().get(1).values(Quantity.Z_TILDE, 2, values);

        assertThat(bands.x()).containsExactly(0, 5, 10, 12);
        assertThat(bands.p15()[3]).isEqualTo(Percentiles.of(values, n, 15));
        assertThat(bands.p85()[3]).isEqualTo(Percentiles.of(values, n, 85));
    }

    @Test
    void everyMeasurementIsTakenInOnce() {
        record();
        curves.update(present(30, null), -1);
        history.add(new Measurement(30, Arms.of(measured(3), measured(3))));
        curves.update(present(30, null), -1);
        assertThat(curves.wholeSet(0, Metric.TRAIN_LOSS).x()).containsExactly(0, 10, 20, 30);
    }

    @Test
    void miniBatchLossesAreTheHistorys() {
        for (int i = 0; i < 1000; i++) {
            history.addLosses(i, 2 * i);
        }
        assertThat(curves.batchLoss(1, 10).mean())
                .isEqualTo(history.batchLosses(1, 10).mean());
        assertThat(curves.batchLoss(0, 2000).x()).hasSize(1000);
    }

    @Test
    void theBandsAreOfTheLastLayerUntilTheUserChooses() {
        assertThat(curves.bandLayerProperty().get()).isEqualTo(1);
        curves.bandLayerProperty().set(0);
        curves.begin(history, 5);
        assertThat(curves.bandLayerProperty().get()).isZero();
        curves.bandLayerProperty().set(4);
        curves.begin(history, 2);
        assertThat(curves.bandLayerProperty().get()).isEqualTo(1);
    }

    @Test
    void anotherRunBeginsWithoutTheCurvesOfTheFormer() {
        record();
        curves.setPresent(evaluated(24, 7));
        curves.begin(new History(2), 2);
        assertThat(curves.wholeSet(1, Metric.TRAIN_LOSS).x()).isEmpty();
    }

    @Test
    void cursorAndDivergenceAreThoseOfTheLastUpdate() {
        curves.update(present(9, new Divergence(4, 1)), 3);
        assertThat(curves.cursorStep()).isEqualTo(3);
        assertThat(curves.divergence(0)).isEqualTo(new Divergence(4, 1));
        assertThat(curves.divergence(1)).isNull();
    }
}
