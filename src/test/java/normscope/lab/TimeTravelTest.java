package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.InputShift;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.lab.TransportViewModel.Beside;
import normscope.runner.Session;
import normscope.runner.SnapshotScorer;
import normscope.stats.Histogram;
import normscope.stats.Moments;
import org.junit.jupiter.api.Test;

/** Playing, stepping, LIVE and REVIEW: what is shown, and where the networks are. */
class TimeTravelTest extends LabHarness {

    /** The networks of the same experiment, trained on their own. */
    private static Snapshot straight(long step) {
        Experiment experiment = new Experiment(SMALL);
        while (experiment.step() < step) {
            experiment.advance();
        }
        return experiment.snapshot();
    }

    /** Every column of every row is that of the step. */
    private void assertShown(long step) {
        assertThat(transport.stepProperty().get()).isEqualTo(step);
        Snapshot expected = straight(step);
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        for (int layer = 0; layer < 3; layer++) {
            LayerRow row = lab.layers().row(layer);
            LayerSnapshot without = expected.arm(0).layers().get(layer);
            LayerSnapshot with = expected.arm(1).layers().get(layer);
            assertMoments(row.columns().get(0).histogram(), values, without.values(Quantity.Z, values));
            assertMoments(row.columns().get(1).histogram(), values, with.values(Quantity.Z, values));
            assertMoments(row.columns().get(2).histogram(), values, with.values(Quantity.Z_TILDE, values));
        }
    }

    private static void assertMoments(Histogram histogram, double[] values, int length) {
        assertThat(histogram.total()).isEqualTo(length);
        assertThat(histogram.moments()).isEqualTo(Moments.of(values, length));
    }

    @Test
    void liveShowsThePresent() {
        trainTo(37);
        assertShown(37);
        assertThat(transport.reviewingProperty().get()).isFalse();
        assertThat(lab.curves().cursorStep()).isEqualTo(-1);
        assertThat(transport.epochProperty().get()).isEqualTo(9);
    }

    @Test
    void reviewShowsARecordedMomentInEveryPanelAndLiveReturns() {
        trainTo(90);
        transport.review(25);
        lab.pulse();
        assertThat(transport.reviewingProperty().get()).isTrue();
        assertThat(transport.lastStepProperty().get()).isEqualTo(90);
        assertThat(transport.epochProperty().get()).isEqualTo(6);
        assertThat(lab.curves().cursorStep()).isEqualTo(25);
        assertShown(25);
        pulseUntil("the evaluation of step 25", () -> evaluatedStep() == 25);
        Session session = new Session(SMALL);
        assertThat(lab.evaluation().evaluationProperty().get())
                .usingRecursiveComparison()
                .ignoringFields("run")
                .isEqualTo(new SnapshotScorer(SMALL, session.experiment().split()).score(0, straight(25)));
        transport.live();
        lab.pulse();
        assertThat(transport.reviewingProperty().get()).isFalse();
        assertShown(90);
        pulseUntil("the evaluation of the present", () -> evaluatedStep() == 90);
    }

    private long evaluatedStep() {
        var evaluation = lab.evaluation().evaluationProperty().get();
        return evaluation == null ? -1 : evaluation.step();
    }

    /** From step 128 on, every second step is kept. */
    @Test
    void aMomentThatWasNotKeptIsTheOneBeforeItEverywhere() {
        trainTo(200);
        transport.review(151);
        lab.pulse();
        assertShown(150);
        assertThat(lab.curves().cursorStep()).isEqualTo(150);
        lab.continueFromHere();
        awaitRest(150);
        assertShown(150);
    }

    @Test
    void theCursorStaysInTheHistory() {
        trainTo(50);
        transport.review(-7);
        lab.pulse();
        assertShown(0);
        transport.review(1000);
        lab.pulse();
        assertThat(transport.reviewingProperty().get()).as("the end is LIVE").isFalse();
        assertShown(50);
    }

    @Test
    void trainingGoesOnWhileAMomentIsReviewed() {
        transport.speedProperty().set(Double.POSITIVE_INFINITY);
        transport.play();
        pulseUntil("some steps", () -> transport.lastStepProperty().get() > 30);
        transport.review(20);
        long before = transport.lastStepProperty().get();
        pulseUntil("further steps", () -> transport.lastStepProperty().get() > before + 100);
        assertThat(transport.playingProperty().get()).isTrue();
        assertThat(transport.measuredSpeedProperty().get()).isGreaterThanOrEqualTo(0);
        assertShown(20);
        transport.togglePlay();
        pulseUntil("a pause", () -> !transport.playingProperty().get());
        assertShown(20);
    }

    @Test
    void continuingFromAMomentPutsTheNetworksThereAndUndoBringsTheRestBack() {
        trainTo(100);
        transport.review(33);
        lab.pulse();
        lab.continueFromHere();
        awaitRest(33);
        assertThat(transport.reviewingProperty().get()).isFalse();
        assertShown(33);
        assertThat(lab.curves().batchLoss(1, 1000).x()).hasSize(33);
        assertThat(notice()).contains("33").contains("Undo");
        trainTo(40);
        assertShown(40);
        lab.undo();
        awaitRest(100);
        assertShown(100);
        assertThat(lab.curves().batchLoss(1, 1000).x()).hasSize(100);
    }

    /** Step 151 would not be kept but for the change. */
    @Test
    void atTheStepOfAChangeOneIsBeforeItOrAfterItAndGoesOnFromWhatIsShown() {
        trainTo(151);
        lab.runner().apply(new Command.ShiftInputs(new InputShift.Translate(2, 0), 0));
        trainTo(160);
        transport.reviewBefore(0);
        lab.pulse();
        assertShown(151);
        assertThat(transport.besideProperty().get()).isEqualTo(Beside.BEFORE);
        assertThat(transport.moment().snapshot().shifts().isEmpty()).isTrue();
        transport.reviewNeighbour(1);
        lab.pulse();
        assertThat(transport.stepProperty().get()).isEqualTo(151);
        assertThat(transport.besideProperty().get()).isEqualTo(Beside.AFTER);
        assertThat(transport.moment().snapshot().shifts().changes()).hasSize(1);
        transport.reviewNeighbour(1);
        lab.pulse();
        assertThat(transport.stepProperty().get()).isEqualTo(152);
        assertThat(transport.besideProperty().get()).isEqualTo(Beside.NOTHING);
        transport.reviewNeighbour(-1);
        transport.reviewNeighbour(-1);
        lab.pulse();
        lab.continueFromHere();
        awaitRest(151);
        assertShown(151);
        assertThat(notice()).contains("just before: shift 2, 0");
        assertThat(lab.events()).isEmpty();
        lab.runner().apply(new Command.ShiftInputs(new InputShift.Translate(3, 0), 0));
        pulseUntil("the other shift", () -> lab.events().size() == 1);
        assertThat(transport.moment().snapshot().shifts().changes()).hasSize(1);
        transport.reviewNeighbour(-1);
        lab.pulse();
        assertThat(transport.reviewingProperty().get())
                .as("before it, while live is after it")
                .isTrue();
        assertShown(151);
        transport.reviewNeighbour(1);
        assertThat(transport.reviewingProperty().get()).isFalse();
    }

    /** From step 128 on, every second step is kept: none is visited twice, and there is a way on. */
    @Test
    void theArrowsGoFromOneRecordedMomentToTheNext() {
        trainTo(200);
        transport.review(130);
        transport.reviewNeighbour(1);
        lab.pulse();
        assertShown(132);
        transport.reviewNeighbour(-1);
        transport.reviewNeighbour(-1);
        lab.pulse();
        assertShown(128);
        transport.review(0);
        transport.reviewNeighbour(-1);
        lab.pulse();
        assertShown(0);
    }

    /** Both clicks within one frame. */
    @Test
    void continuingIsFromTheMomentUnderTheCursorAlsoBeforeItWasDrawn() {
        trainTo(100);
        transport.review(44);
        lab.continueFromHere();
        pulseUntil("step 44", () -> transport.lastStepProperty().get() == 44);
        assertShown(44);
        assertThat(notice()).contains("44");
    }

    @Test
    void liveThereIsNothingToContinueFrom() {
        trainTo(10);
        lab.continueFromHere();
        trainTo(11);
        assertThat(lab.canUndoProperty().get()).isFalse();
        assertThat(notice()).isEmpty();
    }

    @Test
    void everyWayOfTrainingOnLeavesReview() {
        trainTo(20);
        leavesReview(transport::stepOnce, 21);
        leavesReview(transport::stepEpoch, 24);
        leavesReview(transport::stepBack, 23);
        leavesReview(transport::reset, 0);
    }

    private void leavesReview(Runnable way, long end) {
        transport.review(5);
        lab.pulse();
        assertThat(transport.reviewingProperty().get()).isTrue();
        way.run();
        assertThat(transport.reviewingProperty().get()).isFalse();
        awaitRest(end);
    }

    @Test
    void stepsAndEpochsForwardAndBack() {
        transport.stepOnce();
        awaitRest(1);
        transport.stepEpoch();
        awaitRest(4);
        transport.stepEpoch();
        awaitRest(8);
        transport.stepBack();
        awaitRest(7);
        assertShown(7);
    }

    @Test
    void resetGivesTheSameRunAgain() {
        trainTo(45);
        transport.reset();
        awaitRest(0);
        assertShown(0);
        trainTo(45);
        assertShown(45);
    }
}
