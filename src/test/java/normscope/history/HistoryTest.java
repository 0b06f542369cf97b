package normscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.ArmSnapshot;
import normscope.experiment.Arms;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Measurement;
import normscope.experiment.Shifts;
import normscope.experiment.Snapshot;
import org.junit.jupiter.api.Test;

class HistoryTest {

    /** Takes 2 x 8 x 50 = 800 bytes. */
    private static Snapshot snapshot(long step) {
        ArmSnapshot arm = new ArmSnapshot(new double[40], new double[10], null, List.of());
        return new Snapshot(step, 0.1, null, Shifts.NONE, Arms.of(arm, arm));
    }

    private static Measurement measurement(long step) {
        ArmMeasurement arm = new ArmMeasurement(step, 0, 0, 0, List.of());
        return new Measurement(step, Arms.of(arm, arm));
    }

    private static List<Long> kept(History history, long lastStep) {
        List<Long> steps = new ArrayList<>();
        for (long step = 0; step <= lastStep; step++) {
            if (history.at(step).step() == step) {
                steps.add(step);
            }
        }
        return steps;
    }

    @Test
    void lossesAreKeptForEveryStepAndArm() {
        History history = new History(2);
        for (int i = 0; i < 5000; i++) {
            history.addLosses(i, -i);
        }
        assertThat(history.lastStep()).isEqualTo(5000);
        for (int i = 0; i < 5000; i++) {
            assertThat(history.batchLoss(0, i)).isEqualTo(i);
            assertThat(history.batchLoss(1, i)).isEqualTo(-i);
        }
        assertThat(history.batchLosses(1, 1).min()).containsExactly(-4999);
        assertThat(history.batchLosses(0, 1).max()).containsExactly(4999);
    }

    @Test
    void aMomentBetweenSnapshotsIsTheLastSnapshotBeforeIt() {
        History history = new History(2);
        assertThat(history.at(5)).isNull();
        for (long step : new long[] {0, 10, 20}) {
            history.add(snapshot(step));
        }
        assertThat(history.at(0).step()).isZero();
        assertThat(history.at(9).step()).isZero();
        assertThat(history.at(10).step()).isEqualTo(10);
        assertThat(history.at(19).step()).isEqualTo(10);
        assertThat(history.at(1_000_000).step()).isEqualTo(20);
        assertThat(history.at(-1)).isNull();
    }

    @Test
    void snapshotsThinOutEvenlyWithinTheirBudgetAndTheBeginningStays() {
        long budget = 100 * 800;
        History history = new History(2, budget);
        for (long step = 0; step < 10_000; step++) {
            history.add(snapshot(step));
            assertThat(history.snapshotBytes()).isLessThanOrEqualTo(budget);
        }
        List<Long> kept = kept(history, 9999);
        assertThat(kept).hasSizeBetween(50, 100).startsWith(0L);
        long spacing = kept.get(1);
        assertThat(Long.bitCount(spacing)).isEqualTo(1);
        assertThat(kept).allMatch(step -> step % spacing == 0);
        assertThat(history.snapshotBytes()).isEqualTo(800L * kept.size());
    }

    @Test
    void whatIsKeptDoesNotDependOnTheOrderOfLookingAtIt() {
        History looked = new History(2, 50 * 800);
        History alone = new History(2, 50 * 800);
        RandomGenerator random = new SplittableRandom(3);
        for (long step = 0; step < 3000; step++) {
            looked.add(snapshot(step));
            alone.add(snapshot(step));
            looked.at(random.nextLong(step + 1));
        }
        assertThat(kept(looked, 2999)).isEqualTo(kept(alone, 2999));
    }

    @Test
    void theSameMomentIsKeptOnce() {
        History history = new History(2);
        history.add(snapshot(7));
        history.add(snapshot(7));
        assertThat(history.snapshotBytes()).isEqualTo(800);
    }

    /** One snapshot larger than the budget must not end in an endless search for room. */
    @Test
    void twoSnapshotsAreKeptHoweverSmallTheBudget() {
        History history = new History(2, 1);
        for (long step = 0; step < 100; step++) {
            history.add(snapshot(step));
        }
        assertThat(kept(history, 99)).hasSizeBetween(1, 2).startsWith(0L);
    }

    @Test
    void theLatestSnapshotsAreThereAtAFinerSpacing() {
        History history = new History(2);
        history.add(snapshot(0));
        for (long step = 64; step <= 64 * 20; step += 64) {
            history.addRecent(snapshot(step));
        }
        assertThat(history.at(64 * 20).step()).isEqualTo(64 * 20);
        assertThat(history.at(64 * 13).step()).isEqualTo(64 * 13);
        assertThat(history.at(64 * 12).step()).isZero();
        assertThat(history.snapshotBytes()).isEqualTo(9 * 800);
    }

    @Test
    void recentSnapshotsTakeAQuarterOfTheBudgetAtMost() {
        History history = new History(2, 8 * 800);
        for (long step = 64; step <= 64 * 20; step += 64) {
            history.addRecent(snapshot(step));
        }
        assertThat(history.snapshotBytes()).isEqualTo(2 * 800);
        History small = new History(2, 1);
        small.addRecent(snapshot(64));
        small.addRecent(snapshot(128));
        assertThat(small.at(200).step()).isEqualTo(128);
        assertThat(small.snapshotBytes()).isEqualTo(800);
    }

    @Test
    void measurementsComeInTheirOrderEachMomentOnce() {
        History history = new History(2);
        for (long step : new long[] {0, 1, 2, 2, 1, 4}) {
            history.add(measurement(step));
        }
        assertThat(history.measurements(0)).extracting(Measurement::step).containsExactly(0L, 1L, 2L, 4L);
        assertThat(history.measurements(3)).extracting(Measurement::step).containsExactly(4L);
        assertThat(history.measurements(4)).isEmpty();
        assertThat(history.measurements(99)).isEmpty();
        assertThat(history.isMeasured(4)).isTrue();
        assertThat(history.isMeasured(5)).isFalse();
    }

    @Test
    void aBranchHasThePastAndItsOwnFuture() {
        History history = new History(2);
        for (long step = 0; step <= 300; step++) {
            if (step > 0) {
                history.addLosses(step, 2 * step);
            }
            history.add(snapshot(step));
            history.add(measurement(step));
            if (step % 64 == 0) {
                history.addRecent(snapshot(step));
            }
            if (step % 100 == 0) {
                history.add(new Event(step, new Command.SetLearningRate(0.1 + step)));
            }
        }
        History branch = history.branchBefore(200);
        assertThat(branch.lastStep()).isEqualTo(200);
        assertThat(branch.at(300).step()).isEqualTo(200);
        assertThat(branch.measurements(0)).hasSize(200);
        assertThat(branch.events()).extracting(Event::step).containsExactly(0L, 100L);
        branch.addLosses(-1, -1);
        branch.add(measurement(201));
        assertThat(branch.batchLoss(1, 199)).isEqualTo(400);
        assertThat(branch.batchLoss(1, 200)).isEqualTo(-1);
        assertThat(history.batchLoss(1, 200)).isEqualTo(402);
        assertThat(history.lastStep()).isEqualTo(300);
        assertThat(history.measurements(0)).hasSize(301);
        assertThat(history.events()).hasSize(4);
        assertThat(history.at(300).step()).isEqualTo(300);
    }

    /** At the step of a change there are two moments, and those of the steps lie around them. */
    @Test
    void aChangeHasAMomentBeforeItAndOneAfterIt() {
        History history = new History(2);
        for (long step = 0; step <= 20; step++) {
            if (step > 0) {
                history.addLosses(step, step);
            }
            if (step % 4 == 0) {
                history.add(snapshot(step));
            }
            if (step == 10 || step == 12) {
                history.add(new Event(step, new Command.SetLearningRate(step)), snapshot(step), snapshot(step));
            }
        }
        List<Place> places = new ArrayList<>();
        for (History.Kept kept = history.at(new Place(0, 0)); kept != null; kept = history.next(kept.place())) {
            places.add(kept.place());
        }
        assertThat(places)
                .containsExactly(
                        new Place(0, 0),
                        new Place(4, 0),
                        new Place(8, 0),
                        new Place(10, 0),
                        new Place(10, 1),
                        new Place(12, 1),
                        new Place(12, 2),
                        new Place(16, 2),
                        new Place(20, 2));
        List<Place> back = new ArrayList<>();
        for (History.Kept kept = history.at(history.present()); kept != null; kept = history.previous(kept.place())) {
            back.add(0, kept.place());
        }
        assertThat(back).isEqualTo(places);
        assertThat(history.at(history.before(11)).place()).isEqualTo(new Place(10, 1));
        assertThat(history.before(12)).isEqualTo(new Place(12, 1));
        assertThat(history.after(12)).isEqualTo(new Place(12, 2));
        assertThat(history.copy().next(new Place(9, 0)).place()).isEqualTo(new Place(10, 0));
    }

    @Test
    void whatIsHandedOutDoesNotChangeLater() {
        History history = new History(2);
        history.add(measurement(0));
        history.add(new Event(0, new Command.SetLearningRate(1)));
        List<Measurement> measurements = history.measurements(0);
        List<Event> events = history.events();
        history.add(measurement(1));
        history.add(new Event(1, new Command.SetLearningRate(2)));
        assertThat(measurements).hasSize(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void aReaderSeesWholeStepsWhileAnotherThreadWrites() throws InterruptedException {
        History history = new History(2, 200 * 800);
        Thread writer = new Thread(() -> {
            for (int step = 1; step <= 20_000; step++) {
                history.addLosses(step, step);
                history.add(snapshot(step));
                history.addRecent(snapshot(step));
                history.add(measurement(step));
            }
        });
        writer.start();
        while (writer.isAlive()) {
            long last = history.lastStep();
            if (last > 0) {
                assertThat(history.batchLoss(0, last - 1)).isEqualTo(last);
                assertThat(history.batchLoss(1, last - 1)).isEqualTo(last);
                assertThat(history.batchLosses(1, 100).max()).isNotEmpty();
                assertThat(history.branchBefore(last).lastStep()).isEqualTo(last);
                List<Measurement> measured = history.measurements(0);
                assertThat(measured.size()).isLessThanOrEqualTo((int) history.lastStep());
            }
        }
        writer.join();
        assertThat(history.lastStep()).isEqualTo(20_000);
    }
}
