package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.experiment.Measurement;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Shown ACCURACY = new Shown(0, 1);
    private static final Shown LOSS = new Shown(1, 1);

    @Test
    void aRunIsTheExperimentItself() {
        Sweep sweep = Sweeps.grid();
        int index = sweep.index(1, 0, 1);
        SweepRun run = sweep.run(index, () -> false);
        Experiment experiment = new Experiment(sweep.config(index));
        for (int step : new int[] {5, 20}) {
            while (experiment.step() < step) {
                experiment.advance();
            }
            Measurement measured = experiment.measure();
            for (int arm = 0; arm < 2; arm++) {
                double[] values = run.values()[step == 5 ? 0 : 1][arm];
                assertThat(values[0]).isEqualTo(100 * measured.arm(arm).testAccuracy());
                assertThat(values[1]).isEqualTo(measured.arm(arm).trainLoss());
            }
        }

        assertThat(sweep.config(index).training().learningRate()).isEqualTo(0.3);
        assertThat(sweep.config(index).training().batchSize()).isEqualTo(5);
        assertThat(sweep.config(index).seed()).isEqualTo(4);
        assertThat(IntStream.range(0, 8).map(i -> sweep.index(sweep.x(i), sweep.y(i), sweep.seed(i))))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void commandsAreGivenAtTheirSteps() {
        String setting = "[{\"setting\": \"l2\", \"values\": [0]}]";
        Sweep plain = Sweeps.of(setting, "\"seeds\": 1, \"steps\": [10, 30]");
        Sweep changed = Sweeps.of(
                setting,
                "\"seeds\": 1, \"steps\": [10, 30],"
                        + "\"events\": [{\"step\": 20, \"command\": {\"shift\": {\"move\": [3, 3]}}}]");
        Sweep atOnce = Sweeps.of(
                setting,
                "\"seeds\": 1, \"steps\": [10, 30],"
                        + "\"events\": [{\"step\": 10, \"command\": {\"shift\": {\"move\": [3, 3]}}}]");

        double[][][] none = plain.run(0, () -> false).values();
        assertThat(changed.run(0, () -> false).values()[0]).isDeepEqualTo(none[0]);
        assertThat(changed.run(0, () -> false).values()[1][1][1]).isNotEqualTo(none[1][1][1]);
        assertThat(atOnce.run(0, () -> false).values()[0][0][1])
                .as("measured after the command of its step")
                .isNotEqualTo(none[0][0][1]);
    }

    @Test
    void aDivergenceIsAValue() {
        Sweep sweep = Sweeps.of(
                "[{\"setting\": \"learning-rate\", \"values\": [0.1, 900]}, {\"setting\": \"l2\", \"values\": [9]}]",
                "\"seeds\": 1, \"steps\": [0, 300]");
        SweepResult result = SweepResult.none(sweep).with(sweep.runAll());
        SweepRun run = result.run(1);

        assertThat(run.divergedAt()[0]).isBetween(1L, 300L);
        assertThat(run.diverged(0, 0)).isFalse();
        assertThat(run.values()[1][0][0]).isZero();
        assertThat(run.values()[1][0][1]).isInfinite();
        assertThat(result.cell(ACCURACY, 0, new Place(1, 0)).diverged()).isEqualTo(1);
        assertThat(result.cell(ACCURACY, 0, new Place(1, 0)).mean()).isNaN();
        assertThat(result.best(ACCURACY, 0)).isEqualTo(new Place(0, 0));
    }

    /** Values of four seeds at two rates by arm, as the first measure in percent and the second as a loss. */
    private static SweepResult made(double[][] without, double[][] with) {
        Sweep sweep = Sweeps.of(
                "[{\"setting\": \"learning-rate\", \"values\": [0.5, 2]}]", "\"seeds\": 4, \"steps\": [1, 2]");
        SweepResult result = SweepResult.none(sweep);
        for (int x = 0; x < without.length; x++) {
            for (int seed = 0; seed < without[x].length; seed++) {
                double[] arms = {without[x][seed], with[x][seed]};
                long[] diverged = {Double.isNaN(arms[0]) ? 2 : -1, Double.isNaN(arms[1]) ? 2 : -1};
                double[][] values = {{arms[0], arms[0]}, {arms[1], arms[1]}};
                result = result.with(
                        List.of(new SweepRun(sweep.index(x, 0, seed), diverged, new double[][][] {values, values})));
            }
        }
        return result;
    }

    private static final double NO = Double.NaN;

    @Test
    void aCellIsOfTheSeedsThatDidNotDiverge() {
        SweepResult result = made(new double[][] {{3, NO, 1, 2.5}}, new double[][] {{7, 7, 7, 7}});
        Cell cell = result.cell(LOSS, 0, new Place(0, 0));

        assertThat(cell.median()).isEqualTo(2.5);
        assertThat(cell.min()).isEqualTo(1);
        assertThat(cell.max()).isEqualTo(3);
        assertThat(cell.mean()).isEqualTo(6.5 / 3);
        assertThat(cell.sd()).isEqualTo(Math.sqrt(13.0 / 12), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(cell.diverged()).isEqualTo(1);
        assertThat(cell.complete()).isTrue();
        assertThat(result.cell(LOSS, 0, new Place(1, 0)).made()).isZero();
        assertThat(result.cell(LOSS, 0, new Place(1, 0)).median()).isNaN();
        assertThat(result.complete()).isFalse();
    }

    @Test
    void bestAgainstBestIsOneSentence() {
        double[][] without = {{96, 96.4, 96, 96}, {97, 97.4, 97, 97}};
        double[][] with = {{97.4, 97.8, 97.6, 97.6}, {99, NO, 99, 99}};

        assertThat(SweepWords.best(made(without, with), ACCURACY))
                .isEqualTo("Best learning rate of each: 2 and 0.5; 97.1 ± 0.2 and 97.6 ± 0.2\u00a0%.");
        assertThat(SweepWords.best(made(new double[][] {without[0]}, new double[][] {with[0]}), LOSS))
                .isEqualTo("Best learning rate of each so far: 0.5 and 0.5; 96.1 ± 0.200 and 97.6 ± 0.163.");
        assertThat(SweepWords.best(made(new double[][] {{1}}, new double[][] {{1}}), ACCURACY))
                .isEmpty();
    }

    @Test
    void numbersDoNotDependOnThreadsOrOrder() throws InterruptedException {
        Sweep sweep = Sweeps.grid();
        RunsCsv table = new RunsCsv(sweep);
        String inOrder = table.text(sweep.runAll().stream());
        SweepJob job = new SweepJob(SweepResult.none(sweep), run -> true, run -> {});
        job.start(5).await(0);
        SweepRun[] backwards = new SweepRun[sweep.runs()];
        for (int run = sweep.runs() - 1; run >= 0; run--) {
            backwards[run] = sweep.run(run, () -> false);
        }

        assertThat(table.text(job.result().runs())).isEqualTo(inOrder);
        assertThat(table.text(List.of(backwards).stream())).isEqualTo(inOrder);
    }
}
