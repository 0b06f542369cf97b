package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import normscope.experiment.ArmId;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Snapshot;
import normscope.history.Event;
import normscope.history.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trainer thread through its public face: requests go in, the status comes out. */
class RunnerTest {

    private static final ExperimentConfig SMALL = Configs.small();

    /** Four batches: 120 points, half of them for training, 16 a batch. */
    private static final int EPOCH = 4;

    /** Held, so that its level is not forgotten with it. */
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());

    private static final double LAST_RATE = 0.12345;

    private final Runner runner = new Runner(new Session(SMALL));

    @AfterEach
    void close() {
        LOG.setLevel(null);
        runner.close();
    }

    private RunStatus await(String what, Predicate<RunStatus> condition) {
        Await.until(what, () -> condition.test(runner.status()));
        return runner.status();
    }

    /** Waits for a pause at a step. */
    private RunStatus awaitRest(long step) {
        return await("a pause at step " + step, status -> at(status, step));
    }

    private static boolean at(RunStatus status, long step) {
        return !status.playing()
                && !status.busy()
                && status.snapshot().step() == step
                && status.history().lastStep() == step;
    }

    /** Waits for a pause in a later run than a given status shows. */
    private RunStatus awaitRun(RunStatus before, long step) {
        return await("another run at step " + step, status -> status.run() > before.run() && at(status, step));
    }

    private static Session straight(long steps) {
        Session session = new Session(SMALL);
        while (session.experiment().step() < steps) {
            session.advance();
        }
        return session;
    }

    private static void assertIs(Session expected, RunStatus actual) {
        Runs.assertSameMoment(expected.experiment().snapshot(), actual.snapshot());
        Runs.assertSameHistory(expected.history(), actual.history());
    }

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

    /** By counting: in the time that the runner takes for its steps, a clock must have allowed them. */
    @ParameterizedTest
    @ValueSource(doubles = {200, 1000})
    void noMoreStepsAreMadeThanTheSpeedAllows(double stepsPerSecond) {
        runner.setSpeed(stepsPerSecond);
        long start = System.nanoTime();
        runner.playUntil(100);
        awaitRest(100);
        double seconds = (System.nanoTime() - start) / 1e9;
        // The first step is due at once, and a tenth of a second that was lost may be made up for.
        assertThat(100).isLessThanOrEqualTo((int) Math.ceil(1 + (seconds + 0.1) * stepsPerSecond));
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
    void continuingFromAMomentIsExactAndUndoBringsTheLaterStepsBack() {
        runner.step(150);
        RunStatus late = awaitRest(150);
        runner.continueFrom(77);
        RunStatus early = awaitRun(late, 77);
        assertIs(straight(77), early);
        assertThat(early.undoable()).isEqualTo(1);
        runner.step(3);
        awaitRest(80);
        runner.undo();
        assertIs(straight(150), awaitRun(early, 150));
        runner.step(50);
        assertIs(straight(200), awaitRest(200));
    }

    /** Whoever looks on the way must not see the networks at step 0. */
    @Test
    void goingBackShowsNoMomentThatWasNotAskedFor() {
        runner.step(400);
        RunStatus before = awaitRest(400);
        runner.continueFrom(255);
        Await.until("the way back is over", () -> {
            RunStatus now = runner.status();
            assertThat(now.snapshot().step()).isIn(400L, 255L);
            return now.run() > before.run() && !now.busy();
        });
    }

    @Test
    void resettingGivesTheSameRunAgain() {
        runner.apply(new Command.SetLearningRate(0.7));
        runner.step(60);
        RunStatus first = awaitRest(60);
        runner.reset();
        RunStatus reset = awaitRun(first, 0);
        assertThat(reset.snapshot().learningRate()).isEqualTo(SMALL.training().learningRate());
        assertThat(reset.history().events()).isEmpty();
        runner.step(60);
        assertIs(straight(60), awaitRest(60));
    }

    @Test
    void undoBringsTheFormerRunBackBitForBitWithItsHistory() {
        runner.step(40);
        awaitRest(40);
        runner.apply(new Command.SetNormalized(ArmId.WITHOUT, 1, true));
        runner.step(60);
        RunStatus former = awaitRest(100);
        History history = former.history();
        runner.restart(SMALL.withSeed(99));
        runner.step(30);
        RunStatus other = await("the other run", status -> status.config().seed() == 99 && at(status, 30));
        assertThat(other.undoable()).isEqualTo(1);
        runner.undo();
        RunStatus back = awaitRun(other, 100);
        assertThat(back.config()).isEqualTo(SMALL);
        assertThat(back.history()).isSameAs(history);
        assertThat(back.undoable()).isZero();
        Runs.assertSameMoment(former.snapshot(), back.snapshot());
        runner.step(50);
        Session straight = straight(40);
        straight.apply(new Command.SetNormalized(ArmId.WITHOUT, 1, true));
        for (int i = 0; i < 110; i++) {
            straight.advance();
        }
        assertIs(straight, awaitRest(150));
    }

    @Test
    void undoGoesBackThroughSeveralRunsInTheirOrder() {
        for (int i = 1; i <= 3; i++) {
            runner.step(10L * i);
            awaitRest(10L * i);
            runner.restart(SMALL.withSeed(100 + i));
            int seed = 100 + i;
            await("a new run", status -> status.config().seed() == seed);
        }
        for (int i = 3; i >= 1; i--) {
            runner.undo();
            RunStatus status = awaitRest(10L * i);
            assertThat(status.undoable()).isEqualTo(i - 1);
        }
        runner.undo();
        runner.step(1);
        awaitRest(11);
    }

    @Test
    void resettingWhatHasNotBegunLeavesNothingToUndo() {
        RunStatus before = runner.status();
        runner.reset();
        assertThat(awaitRun(before, 0).undoable()).isZero();
    }

    @Test
    void noMoreThanTwentyFormerRunsAreKept() {
        for (int i = 0; i < 30; i++) {
            runner.restart(SMALL.withSeed(1000 + i));
        }
        RunStatus last = await("the last restart", status -> status.config().seed() == 1029);
        assertThat(last.undoable()).isEqualTo(20);
    }

    @Test
    void normalizationChangedWhilePausedIsSeenAtOnce() {
        runner.step(5);
        awaitRest(5);
        runner.apply(new Command.SetNormalized(ArmId.WITHOUT, 2, true));
        await("the layer normalized in the status", status -> normalized(status.snapshot(), ArmId.WITHOUT, 2));
        runner.apply(new Command.SetNormalized(ArmId.WITH, 0, false));
        await("and the other not", status -> !normalized(status.snapshot(), ArmId.WITH, 0));
    }

    private static boolean normalized(Snapshot snapshot, ArmId arm, int layer) {
        LayerSnapshot snapshotOfLayer = snapshot.arm(arm).layers().get(layer);
        return snapshotOfLayer.normalized();
    }

    @Test
    void aFailureIsToldAndContainedAndTrainingCanGoOnExactly() {
        runner.step(70);
        awaitRest(70);
        LOG.setLevel(Level.OFF);
        runner.apply(new Command.SetNormalized(ArmId.WITH, 99, true));
        RunStatus failed = await("the failure", status -> status.failure() != null);
        assertThat(failed.failure()).hasMessageContaining("99");
        assertThat(failed.playing()).isFalse();
        runner.step(30);
        RunStatus after = awaitRest(100);
        assertThat(after.failure()).isNull();
        assertIs(straight(100), after);
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
                        && status.snapshot().with().divergence() != null);
        assertThat(over.snapshot().without().divergence()).isNotNull();
        long step = over.history().lastStep();
        runner.step(5);
        runner.play();
        runner.apply(new Command.SetLearningRate(0.1));
        RunStatus later = await("the rate", status -> status.snapshot().learningRate() == 0.1);
        assertThat(later.playing()).isFalse();
        assertThat(later.history().lastStep()).isEqualTo(step);
    }

    /** Whatever is asked for in whatever order: what came of it is a run that replays bit for bit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyClicksLeaveARunThatItsCommandsGiveAgain(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        runner.setSpeed(Double.POSITIVE_INFINITY);
        for (int i = 0; i < 150; i++) {
            click(random);
        }
        runner.pause();
        runner.apply(new Command.SetLearningRate(LAST_RATE));
        RunStatus status = await("the last command", s -> s.snapshot().learningRate() == LAST_RATE);
        assertThat(at(status, status.history().lastStep())).isTrue();
        assertThat(status.failure()).isNull();
        Session replayed = new Session(status.config());
        List<Event> events = new ArrayList<>(status.history().events());
        while (true) {
            while (!events.isEmpty()
                    && events.get(0).step() == replayed.experiment().step()) {
                replayed.apply(events.remove(0).command());
            }
            if (replayed.experiment().step() == status.snapshot().step()) {
                break;
            }
            replayed.advance();
        }
        assertIs(replayed, status);
    }

    private void click(RandomGenerator random) {
        switch (random.nextInt(10)) {
            case 0 -> runner.play();
            case 1 -> runner.pause();
            case 2 -> runner.step(1 + random.nextInt(20));
            case 3 -> runner.stepEpoch();
            case 4 -> runner.stepBack();
            case 5 -> runner.continueFrom(random.nextInt(60));
            case 6 -> runner.apply(new Command.SetLearningRate(0.01 + 0.1 * random.nextDouble()));
            case 7 ->
                runner.apply(new Command.SetNormalized(
                        ArmId.values()[random.nextInt(2)], random.nextInt(3), random.nextBoolean()));
            case 8 -> runner.wantSnapshot();
            default -> {
                switch (random.nextInt(6)) {
                    case 0 -> runner.reset();
                    case 1 -> runner.restart(SMALL.withSeed(random.nextInt(3)));
                    case 2 -> runner.undo();
                    default -> Thread.yield();
                }
            }
        }
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
