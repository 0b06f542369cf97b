package normscope.instrument.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.ArmConfig;
import normscope.instrument.OverSteps.Known;
import normscope.instrument.statistics.RunningStatisticsViewModel.Answers;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.Test;

/** The statistics over the steps are complete after a while, and the example is answered where it is. */
class RunningStatisticsViewModelTest extends LabHarness {

    @Test
    void everyRecordedStepIsMeasuredInTheEnd() {
        try (RunningStatisticsViewModel statistics = new RunningStatisticsViewModel(lab)) {
            statistics.configure(RunningStatisticsSettings.defaults());
            trainTo(60);
            Known<Boolean, Statistics> timeline = awaitComplete(statistics, 60);
            assertThat(timeline.past()).extracting(Statistics::step).hasSize(61).isSorted();
            assertThat(timeline.shown().step()).isEqualTo(60);
            transport.review(20);
            pulseUntil("the reviewed step", () -> {
                statistics.pulse();
                return statistics.timelineProperty().get().shown().step() == 20;
            });
        }
    }

    @Test
    void aLongRunIsMeasuredSparsely() {
        try (RunningStatisticsViewModel statistics = new RunningStatisticsViewModel(lab)) {
            statistics.configure(RunningStatisticsSettings.defaults());
            trainTo(900);
            assertThat(awaitComplete(statistics, 900).past()).hasSizeBetween(60, 162);
        }
    }

    @Test
    void aloneTheUnitIsBetaWhereverTheExampleIsDragged() {
        try (RunningStatisticsViewModel statistics = new RunningStatisticsViewModel(lab)) {
            statistics.configure(new RunningStatisticsSettings(1, 2));
            trainTo(30);
            Answers here = awaitAnswers(statistics, 0.3, 0.1);
            Answers there = awaitAnswers(statistics, -1.1, 0.9);
            assertThat(here.layer()).isEqualTo(1);
            assertThat(here.unit()).isEqualTo(2);
            assertThat(here.alone().zTilde())
                    .isEqualTo(here.beta())
                    .isEqualTo(there.alone().zTilde());
            assertThat(here.running().zTilde()).isNotEqualTo(there.running().zTilde());
        }
    }

    @Test
    void withoutBatchNormThereIsNothing() {
        try (RunningStatisticsViewModel statistics = new RunningStatisticsViewModel(lab)) {
            statistics.configure(RunningStatisticsSettings.defaults());
            lab.edit(SMALL.withArm(1, ArmConfig.batchNorm(List.of(false, false, false))));
            pulseUntil("nothing", () -> {
                statistics.pulse();
                Known<Boolean, Statistics> timeline =
                        statistics.timelineProperty().get();
                return timeline != null
                        && timeline.shown() == null
                        && statistics.answersProperty().get() == null;
            });
        }
    }

    private Known<Boolean, Statistics> awaitComplete(RunningStatisticsViewModel statistics, long step) {
        pulseUntil("all statistics up to step " + step, () -> {
            statistics.pulse();
            Known<Boolean, Statistics> timeline = statistics.timelineProperty().get();
            return timeline != null
                    && timeline.complete()
                    && timeline.shown() != null
                    && timeline.shown().step() == step;
        });
        return statistics.timelineProperty().get();
    }

    private Answers awaitAnswers(RunningStatisticsViewModel statistics, double x, double y) {
        Answers before = statistics.answersProperty().get();
        statistics.xProperty().set(x);
        statistics.yProperty().set(y);
        pulseUntil("the answers", () -> {
            statistics.pulse();
            Answers now = statistics.answersProperty().get();
            return now != null
                    && now != before
                    && (before == null || now.running().z() != before.running().z())
                    && now.beta() != 0;
        });
        return statistics.answersProperty().get();
    }
}
