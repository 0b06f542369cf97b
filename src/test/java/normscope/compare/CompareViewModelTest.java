package normscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.ArmConfig;
import normscope.experiment.ArmSnapshot;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.Snapshot;
import normscope.lab.LabHarness;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are kept when they end, told apart, and gone on with exactly. */
class CompareViewModelTest extends LabHarness {

    @TempDir
    private Path folder;

    private CompareViewModel compare;

    @BeforeEach
    void openStore() {
        compare = new CompareViewModel(lab, RunStore.in(folder));
    }

    @AfterEach
    void closeStore() {
        compare.close();
    }

    /** Trains and looks at it as the window does every frame. */
    private void train(long step) {
        trainTo(step);
        compare.watch(0);
    }

    private void awaitRuns(Integer... steps) {
        compare.keepNow();
        Await.until("runs of " + Arrays.toString(steps) + " steps", () -> {
            compare.pulse();
            return steps().equals(List.of(steps));
        });
    }

    /** A row by its run's age, the earliest first. */
    private RunRow row(int age) {
        return compare.shown().get(compare.shown().size() - 1 - age);
    }

    private List<Integer> steps() {
        return compare.shown().stream().map(row -> (int) row.run().steps()).toList();
    }

    private void edit(ExperimentConfig config) {
        lab.edit(config);
        awaitRest(0);
        compare.watch(0);
    }

    /** All bits that decide how a run goes on. */
    private static long digest(Snapshot snapshot) {
        long hash = 17;
        for (ArmSnapshot arm : snapshot.arms()) {
            hash = 31 * hash + Arrays.hashCode(arm.networkState());
            hash = 31 * hash + Arrays.hashCode(arm.optimizerState());
        }
        return hash;
    }

    private long digest() {
        return digest(lab.runner().status().snapshot());
    }

    @Test
    void everyRunIsKeptWhenItEnds() {
        train(30);
        edit(SMALL.withSeed(11));
        train(20);
        transport.reset();
        awaitRest(0);
        compare.watch(0);
        train(25);

        awaitRuns(25, 20, 30);

        assertThat(compare.shown()).extracting(RunRow::name).containsExactly("Run 3", "Run 2", "Run 1");
        KeptRun first = row(0).run();
        assertThat(first.experiment().config()).isEqualTo(SMALL);
        assertThat(first.arms()).hasSize(2).allSatisfy(arm -> {
            assertThat(arm.last().testAccuracy()).isBetween(0.0, 1.0);
            assertThat(arm.best().trainLoss()).isLessThanOrEqualTo(arm.last().trainLoss());
            assertThat(arm.loss()).hasSize(KeptRun.POINTS);
            assertThat(arm.boundary()).hasSize(KeptRun.CELLS * KeptRun.CELLS);
        });
    }

    @Test
    void aRunWithoutAStepIsNotKeptAndALivingOneOnce() {
        edit(SMALL.withSeed(3));
        train(10);
        awaitRuns(10);
        train(15);
        transport.stepBack();
        awaitRest(14);
        compare.watch(0);
        train(40);

        awaitRuns(40);
    }

    @Test
    void whatIsLeftByGoingBackIsKept() {
        train(200);
        transport.review(100);
        lab.pulse();
        long back = transport.stepProperty().get();
        lab.continueFromHere();
        awaitRest(back);
        compare.watch(0);
        lab.apply(new Command.SetLearningRate(0.5));
        train(back + 50);

        awaitRuns((int) back + 50, 200);
    }

    @Test
    void closingKeepsTheRunInProgress() {
        train(30);
        compare.close();

        compare = new CompareViewModel(lab, RunStore.in(folder));
        Await.until("the kept run", () -> {
            compare.pulse();
            return steps().equals(List.of(30));
        });
    }

    @Test
    void aRunOpenedInTheLabGoesOnAsIfItHadNeverBeenLeft() {
        ExperimentConfig config = SMALL.withTraining(SMALL.training()
                        .withDropout(0.2)
                        .withOptimizer(new OptimizerSpec.Adam())
                        .withLearningRate(0.01))
                .withArm(0, ArmConfig.of(new NormalizerSpec.BatchRenorm(), 3).withDropout(0.4));
        edit(config);
        train(37);
        lab.apply(new Command.KickLayer(1, new Kick.ScaleWeights(3)));
        train(61);
        lab.apply(new Command.SetLearningRate(0.02));
        lab.apply(new Command.ShiftInputs(new InputShift.Translate(0.5, 0.2), 20));
        train(90);
        lab.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.None()));
        lab.apply(new Command.Reestimate());
        compare.keepNow();
        train(190);
        long never = digest();
        edit(SMALL.withSeed(5));
        train(12);
        awaitRuns(12, 190);
        compare.close();
        compare = new CompareViewModel(lab, RunStore.in(folder));
        awaitRuns(12, 190);
        RunRow row = row(0);
        KeptRun shorter =
                new KeptRun("a", 9, "", 0, 90, row.run().experiment(), row.run().arms());
        boolean[] shown = new boolean[1];
        compare.setShowLab(() -> shown[0] = true);

        compare.open(new RunRow(shorter, row.settings(), row.usual(), "", ""));
        awaitRest(90);
        transport.step(100);
        awaitRest(190);

        assertThat(shown[0]).isTrue();
        assertThat(digest()).isEqualTo(never);
        this.lab.undo();
        awaitRest(12);
    }

    @Test
    void settingsThatDifferAreFoundByThemselves() {
        train(10);
        edit(SMALL.withSeed(8));
        train(10);
        edit(SMALL.withNetwork(SMALL.network().withRunningDecay(0.5))
                .withArm(1, SMALL.arms().get(1).withDropout(0.3)));
        train(10);
        awaitRuns(10, 10, 10);

        List<RunRow> rows = List.of(row(0), row(1), row(2));
        assertThat(rows.get(0).also()).isEmpty();
        assertThat(rows.get(1).also()).isEmpty();
        assertThat(rows.get(1).differs(Settings.SEED, 0)).isTrue();
        assertThat(rows.get(2).also()).isEqualTo("decay 0.5 · dropout 0 | 0.3");
        assertThat(IntStream.range(0, 3).mapToObj(i -> rows.get(i).differs(Settings.BATCH, 0)))
                .containsOnly(false);
    }

    @Test
    void aDrawingIsAShortMarkAndAnotherOneDiffers() {
        ExperimentConfig drawn = Configs.drawn(3, 60);
        edit(drawn);
        train(5);
        edit(Configs.drawn(3, 63).withSeed(drawn.seed()));
        train(5);
        awaitRuns(5, 5);

        assertThat(List.of(row(0), row(1))).extracting(RunRow::data).containsOnly("Drawn");
        assertThat(row(0).settings().of("data.own", 0)).hasSizeLessThan(20);
        assertThat(row(1).also()).contains("drawing ");
    }

    @Test
    void chosenArmsAreNamedByWhatTellsThemApart() {
        train(10);
        edit(withRate(SMALL, 0.3).withSeed(8));
        train(10);
        awaitRuns(10, 10);

        compare.toggle(row(0), 1);
        compare.toggleAll(row(1));
        Await.until("the curves", () -> {
            compare.pulse();
            return compare.overlayProperty().get().stream().allMatch(arm -> arm.curves() != null);
        });

        List<OverlayArm> arms = compare.overlayProperty().get();
        assertThat(arms).extracting(OverlayArm::label).containsExactly("batch, rate 0.1, seed 7", "none", "batch");
        assertThat(arms).extracting(OverlayArm::variant).containsExactly(0, 0, 1);
        assertThat(arms.get(0).curves().arms().get(1).testLoss()).hasSizeGreaterThan(5);
    }

    @Test
    void noMoreThanSixArmsAreChosen() {
        for (int i = 0; i < 4; i++) {
            edit(SMALL.withSeed(20 + i));
            train(10);
        }
        awaitRuns(10, 10, 10, 10);

        compare.shown().forEach(compare::toggleAll);

        assertThat(compare.overlayProperty().get()).hasSize(CompareViewModel.MOST_TICKS);
        assertThat(compare.toldProperty().get()).contains("6");
    }

    @Test
    void runsAreFilteredRenamedDeletedAndBroughtBack() {
        train(10);
        edit(SMALL.withSeed(8));
        train(20);
        awaitRuns(20, 10);

        compare.rename(row(1), " my run ");
        Await.until("the name", () -> {
            compare.pulse();
            return row(1).name().equals("my run");
        });
        compare.filterProperty().set("MY");
        assertThat(steps()).containsExactly(20);
        compare.toggle(row(0), 0);
        compare.filterProperty().set("");

        compare.delete(List.of(row(1)));
        Await.until("the deletion", () -> {
            compare.pulse();
            return steps().equals(List.of(10)) && compare.canUndoProperty().get();
        });
        assertThat(compare.overlayProperty().get()).isEmpty();
        compare.undo();
        Await.until("both", () -> {
            compare.pulse();
            return steps().equals(List.of(20, 10));
        });
        assertThat(row(1).name()).isEqualTo("my run");
    }
}
