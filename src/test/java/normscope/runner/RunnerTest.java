package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.LearnFrom;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trainer thread through its public face: requests go in, the status comes out. */
class RunnerTest extends RunnerHarness {

    @Test
    void theFirstStatusIsThereAtOnce() {
        RunStatus status = runner.status();
        assertThat(at(status, 0)).isTrue();
        assertThat(status.config()).isEqualTo(SMALL);
        assertThat(status.stepsPerEpoch()).isEqualTo(EPOCH);
        assertThat(status.undoable()).isZero();
        assertThat(status.failure()).isNull();
        assertThat(status.stepsPerSecond()).isZero();
    }

    @Test
    void stepsMadeOneByOneAreThoseOfTheStraightRun() {
        for (int i = 1; i <= 5; i++) {
            runner.step(1);
            awaitRest(i);
        }
        runner.step(95);
        assertIs(straight(100), awaitRest(100));
    }

    /** Faster than the thread looks at its queue: none may be lost. */
    @Test
    void everyStepAskedForInQuickSuccessionIsMade() {
        for (int i = 0; i < 50; i++) {
            runner.step(1);
        }
        runner.step(10);
        runner.step(20);
        assertIs(straight(80), awaitRest(80));
    }

    @Test
    void aCommandGivenAfterAStepComesAfterIt() {
        runner.step(1);
        runner.apply(new Command.SetLearningRate(0.5));
        runner.step(1);
        runner.apply(new Command.SetLearningRate(0.25));
        RunStatus status = await("the second rate", s -> s.snapshot().learningRate() == 0.25);
        assertThat(status.history().events())
                .containsExactly(
                        new Event(1, new Command.SetLearningRate(0.5)),
                        new Event(2, new Command.SetLearningRate(0.25)));
    }

    /** The picture has a frame for each step, so the curve has a point for it; the record stays that of any speed. */
    @Test
    void atSlowSpeedsEveryStepIsMeasuredForWhoeverWatches() {
        runner.step(600);
        awaitRest(600);
        runner.setSpeed(Pacer.EACH_SEEN);
        runner.playUntil(612);
        RunStatus slow = awaitRest(612);
        Set<Long> seen = Stream.concat(slow.history().watched().stream(), slow.history().measurements(0).stream())
                .map(Measurement::step)
                .collect(Collectors.toSet());
        assertThat(seen).containsAll(LongStream.rangeClosed(601, 612).boxed().toList());
        assertIs(straight(612), slow);
        Experiment same = straight(607).experiment();
        assertThat(slow.history().watched()).contains(same.measure());
        runner.setSpeed(1000);
        runner.playUntil(640);
        assertThat(awaitRest(640).history().watched()).isEqualTo(slow.history().watched());
    }

    @Test
    void aCommandThatIsRefusedLeavesTheRunAlone() {
        runner.step(30);
        awaitRest(30);
        var before = runner.apply(new Command.SetLearnFrom(new LearnFrom(false, 0, true)));
        await("the refusal", status -> before.isCompletedExceptionally());
        runner.step(10);
        RunStatus after = awaitRest(40);
        assertThat(after.failure()).isNull();
        assertThat(after.undoable()).isZero();
        assertIs(straight(40), after);
    }

    @Test
    void steppingAnEpochEndsAtItsLastBatchFromWhereverItBegins() {
        runner.step(1);
        runner.stepEpoch();
        awaitRest(EPOCH);
        runner.stepEpoch();
        runner.stepEpoch();
        awaitRest(3 * EPOCH);
    }

    @Test
    void playingGoesOnUntilPaused() {
        runner.setSpeed(Double.POSITIVE_INFINITY);
        runner.play();
        await("a hundred steps", status -> {
            runner.wantSnapshot();
            return status.playing() && status.snapshot().step() > 100;
        });
        runner.pause();
        RunStatus rest = await("a pause", status -> !status.playing());
        assertThat(rest.snapshot().step()).isEqualTo(rest.history().lastStep()).isGreaterThan(100);
        assertThat(rest.stepsPerSecond()).isZero();
        assertIs(straight(rest.snapshot().step()), rest);
    }

    @Test
    void playingUntilAStepEndsThere() {
        runner.setSpeed(Double.POSITIVE_INFINITY);
        runner.playUntil(321);
        assertIs(straight(321), awaitRest(321));
    }

    /** However slow the machine is, the time that went by must have allowed the steps that were made. */
    @ParameterizedTest
    @ValueSource(doubles = {200, 1000})
    void noMoreStepsAreMadeThanTheSpeedAllows(double stepsPerSecond) {
        runner.setSpeed(stepsPerSecond);
        long start = System.nanoTime();
        runner.playUntil(100);
        awaitRest(100);
        double seconds = (System.nanoTime() - start) / 1e9;
        // The first step is due at once, the last 99 intervals later.
        assertThat(seconds * stepsPerSecond).isGreaterThan(98.99);
    }

    @Test
    void aSlowSpeedDoesNotDelayWhatIsAskedForMeanwhile() {
        runner.setSpeed(1e-3);
        runner.play();
        await("the first step", status -> status.history().lastStep() == 1);
        runner.apply(new Command.SetLearningRate(0.3));
        await("the rate", status -> status.snapshot().learningRate() == 0.3);
        runner.step(2);
        awaitRest(3);
        runner.play();
        await("a step after the pause", status -> status.history().lastStep() == 4);
        runner.setSpeed(Double.POSITIVE_INFINITY);
        await("steps at another speed", status -> status.history().lastStep() > 20);
    }

    @Test
    void steppingBackIsExactAndForgetsTheLastStep() {
        runner.step(200);
        RunStatus before = awaitRest(200);
        for (int i = 199; i >= 190; i--) {
            runner.stepBack();
            before = awaitRun(before, i);
        }
        assertIs(straight(190), before);
        runner.step(30);
        assertIs(straight(220), awaitRest(220));
    }

    @Test
    void steppingBackFromTheStartChangesNothing() {
        runner.stepBack();
        runner.step(1);
        assertIs(straight(1), awaitRest(1));
    }

    @Test
    void normalizationChangedWhilePausedIsSeenAtOnce() {
        runner.step(5);
        awaitRest(5);
        runner.apply(new Command.SetNormalizer(0, 2, new NormalizerSpec.Batch()));
        await("the layer normalized in the status", status -> normalized(status.snapshot(), 0, 2));
        runner.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.None()));
        await("and the other not", status -> !normalized(status.snapshot(), 1, 0));
    }

    private static boolean normalized(Snapshot snapshot, int arm, int layer) {
        LayerSnapshot snapshotOfLayer = snapshot.arm(arm).layers().get(layer);
        return snapshotOfLayer.normalized();
    }

    @Test
    void trainingEndsWhenBothArmsHaveDiverged() {
        // Each step multiplies the weights by 1 - 1000 * 10, whatever the gradient is.
        ExperimentConfig wild =
                SMALL.withTraining(SMALL.training().withLearningRate(1000).withL2(10));
        runner.restart(wild);
        runner.setSpeed(Double.POSITIVE_INFINITY);
        runner.play();
        RunStatus over = await(
                "the end of both arms",
                status -> status.config().equals(wild)
                        && !status.playing()
                        && status.snapshot().arm(1).divergence() != null);
        assertThat(over.snapshot().arm(0).divergence()).isNotNull();
        long step = over.history().lastStep();
        runner.step(5);
        runner.play();
        runner.apply(new Command.SetLearningRate(0.1));
        RunStatus later = await("the rate", status -> status.snapshot().learningRate() == 0.1);
        assertThat(later.playing()).isFalse();
        assertThat(later.history().lastStep()).isEqualTo(step);
    }

    @Test
    void closingEndsTheThreadEvenWhileItPlays() {
        List<Thread> before = trainers();
        Runner another = new Runner(new Session(SMALL));
        List<Thread> started = trainers();
        started.removeAll(before);
        assertThat(started).hasSize(1);
        another.play();
        another.close();
        Await.until("the end of the thread", () -> !started.get(0).isAlive());
    }

    private static List<Thread> trainers() {
        List<Thread> trainers = new ArrayList<>(Thread.getAllStackTraces().keySet());
        trainers.removeIf(thread -> !thread.getName().equals("trainer"));
        return trainers;
    }
}
