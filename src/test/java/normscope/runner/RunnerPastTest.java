package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.history.History;
import normscope.history.Place;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going back, beginning anew, undo and failures: what becomes of the past of a run. */
class RunnerPastTest extends RunnerHarness {

    /** Held, so that its level is not forgotten with it. */
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());

    private static final double LAST_RATE = 0.12345;

    @Test
    void continuingFromAMomentIsExactAndUndoBringsTheLaterStepsBack() {
        runner.step(150);
        RunStatus late = awaitRest(150);
        runner.continueFrom(new Place(77, 0));
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

    /**
     * Back across a shift, another shift there, and undo: the recorded run again, and it goes on as if nothing had
     * been.
     */
    @Test
    void undoAfterAnotherShiftBringsTheShiftedRunBackBitForBit() {
        Command first = new Command.ShiftInputs(new InputShift.Translate(3, -1), 0);
        Command other = new Command.ShiftInputs(new InputShift.Rotate(90), 25);
        runner.step(60);
        awaitRest(60);
        runner.apply(first);
        runner.step(60);
        RunStatus recorded = awaitRest(120);

        runner.continueFrom(new Place(40, 0));
        RunStatus early = awaitRun(recorded, 40);
        assertIs(straight(40), early);
        runner.apply(other);
        runner.step(50);
        RunStatus branch = awaitRest(90);
        Session shiftedOtherwise = straight(40);
        shiftedOtherwise.apply(other);
        advanceTo(shiftedOtherwise, 90);
        assertIs(shiftedOtherwise, branch);

        runner.undo();
        runner.undo();
        RunStatus back = awaitRun(branch, 120);
        Session shifted = straight(60);
        shifted.apply(first);
        advanceTo(shifted, 120);
        assertIs(shifted, back);
        assertThat(back.snapshot().shifts()).isEqualTo(recorded.snapshot().shifts());
        runner.step(30);
        advanceTo(shifted, 150);
        assertIs(shifted, awaitRest(150));
    }

    @Test
    void undoTakesOneChangeBackAloneAndRedoBringsItBack() {
        Command drift = new Command.ShiftInputs(new InputShift.Translate(3, -1), 20);
        Command rate = new Command.SetLearningRate(0.3);
        runner.step(60);
        awaitRest(60);
        runner.apply(drift);
        runner.step(30);
        awaitRest(90);
        runner.apply(rate);
        runner.step(10);
        RunStatus both = awaitRest(100);
        assertThat(both.nextUndone()).isEqualTo(new Event(90, rate));

        runner.undo();
        RunStatus one = awaitRun(both, 100);
        Session drifted = straight(60);
        drifted.apply(drift);
        advanceTo(drifted, 100);
        assertIs(drifted, one);
        runner.undo();
        RunStatus none = awaitRun(one, 100);
        assertIs(straight(100), none);
        assertThat(none.undoable()).isZero();
        assertThat(none.redoable()).isEqualTo(2);

        runner.redo();
        assertIs(drifted, awaitRun(none, 100));
        runner.redo();
        RunStatus again = await("both changes", status -> status.redoable() == 0 && at(status, 100));
        assertThat(again.history()).isSameAs(both.history());
        assertThat(again.undoable()).isEqualTo(2);
        runner.undo();
        assertIs(drifted, awaitRun(again, 100));
    }

    @Test
    void whatIsUndoneIsLostToRedoOnceSomethingIsChanged() {
        runner.step(10);
        awaitRest(10);
        runner.apply(new Command.SetLearningRate(0.3));
        runner.undo();
        await("something to redo", status -> status.redoable() == 1);
        runner.apply(new Command.SetLearningRate(0.4));
        RunStatus changed = await("nothing to redo", status -> status.redoable() == 0);
        assertThat(changed.undoable()).isEqualTo(1);
        assertThat(changed.history().events()).hasSize(1);
    }

    /** A reset in between: first the change after it, then the run before it, then that one's change. */
    @Test
    void changesAndRunsAreUndoneInTheirOrder() {
        Command first = new Command.ShiftInputs(new InputShift.Translate(1, 0), 0);
        runner.step(20);
        awaitRest(20);
        runner.apply(first);
        runner.step(5);
        awaitRest(25);
        runner.reset();
        await("the reset", status -> at(status, 0));
        runner.step(8);
        awaitRest(8);
        runner.apply(new Command.KickLayer(0, new Kick.AddToZ(1)));
        RunStatus last = await("the kick", status -> status.undoable() == 3);
        runner.undo();
        RunStatus plain = awaitRun(last, 8);
        assertIs(straight(8), plain);
        runner.undo();
        RunStatus former = awaitRun(plain, 25);
        assertThat(former.history().events()).extracting(Event::command).containsExactly(first);
        runner.undo();
        RunStatus begin = awaitRun(former, 25);
        assertIs(straight(25), begin);
        runner.redo();
        assertThat(awaitRun(begin, 25).history().events()).hasSize(1);
    }

    /** At the step of a change one goes on from before it or from after it, whichever is meant. */
    @Test
    void goingOnFromRightBeforeAChangeLeavesNoTraceOfIt() {
        Command shift = new Command.ShiftInputs(new InputShift.Translate(3, -1), 0);
        runner.step(150);
        awaitRest(150);
        runner.apply(shift);
        runner.step(37);
        RunStatus shifted = awaitRest(187);
        runner.continueFrom(new Place(150, 0));
        RunStatus before = awaitRun(shifted, 150);
        assertIs(straight(150), before);
        runner.undo();
        RunStatus back = awaitRun(before, 187);
        runner.continueFrom(new Place(150, 1));
        Session after = straight(150);
        after.apply(shift);
        assertIs(after, awaitRun(back, 150));
    }

    private static void advanceTo(Session session, long step) {
        while (session.experiment().step() < step) {
            session.advance();
        }
    }

    /** Whoever looks on the way must not see the networks at step 0. */
    @Test
    void goingBackShowsNoMomentThatWasNotAskedFor() {
        runner.step(400);
        RunStatus before = awaitRest(400);
        runner.continueFrom(new Place(255, 0));
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
        assertThat(reset.snapshot().learningRate())
                .as("what was set by hand stays")
                .isEqualTo(0.7);
        assertThat(reset.history().events()).isEmpty();
        runner.step(60);
        Session again = new Session(SMALL.withTraining(SMALL.training().withLearningRate(0.7)));
        advanceTo(again, 60);
        assertIs(again, awaitRest(60));
    }

    @Test
    void undoBringsTheFormerRunBackBitForBitWithItsHistory() {
        runner.step(40);
        awaitRest(40);
        runner.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        runner.step(60);
        RunStatus former = awaitRest(100);
        History history = former.history();
        runner.restart(SMALL.withSeed(99));
        runner.step(30);
        RunStatus other = await("the other run", status -> status.config().seed() == 99 && at(status, 30));
        assertThat(other.undoable())
                .as("the change of the normalizer, and the restart")
                .isEqualTo(2);
        runner.undo();
        RunStatus back = awaitRun(other, 100);
        assertThat(back.config()).isEqualTo(SMALL);
        assertThat(back.history()).isSameAs(history);
        assertThat(back.undoable()).as("the change of the normalizer").isEqualTo(1);
        Runs.assertSameMoment(former.snapshot(), back.snapshot());
        runner.step(50);
        Session straight = straight(40);
        straight.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
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
    void aFailureIsToldAndContainedAndTrainingCanGoOnExactly() {
        runner.step(70);
        awaitRest(70);
        LOG.setLevel(Level.OFF);
        runner.apply(new Command.SetNormalizer(1, 99, new NormalizerSpec.Batch()));
        RunStatus failed = await("the failure", status -> status.failure() != null);
        LOG.setLevel(null);
        assertThat(failed.failure()).hasMessageContaining("99");
        assertThat(failed.playing()).isFalse();
        runner.step(30);
        RunStatus after = awaitRest(100);
        assertThat(after.failure()).isNull();
        assertIs(straight(100), after);
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
            case 5 -> runner.continueFrom(new Place(random.nextInt(60), random.nextInt(9)));
            case 6 -> runner.apply(new Command.SetLearningRate(0.01 + 0.1 * random.nextDouble()));
            case 7 ->
                runner.apply(new Command.SetNormalizer(
                        random.nextInt(2),
                        random.nextInt(3),
                        random.nextBoolean() ? new NormalizerSpec.Batch() : new NormalizerSpec.None()));
            case 8 -> runner.wantSnapshot();
            default -> {
                switch (random.nextInt(6)) {
                    case 0 -> runner.reset();
                    case 1 -> runner.restart(SMALL.withSeed(random.nextInt(3)));
                    case 2 -> runner.undo();
                    case 3 -> runner.redo();
                    default -> Thread.yield();
                }
            }
        }
    }
}
