package normscope.instrument.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.Snapshot;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.statistics.Statistics;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private static final ExperimentConfig CONFIG = Configs.small();

    /** A rate, a shift to be looked at, and another rate while it is followed. */
    private static final List<Event> EVENTS = List.of(
            new Event(30, new Command.SetLearningRate(0.05)),
            new Event(50, new Command.ShiftInputs(new InputShift.Translate(1, 1), 0)),
            new Event(60, new Command.SetLearningRate(0.2)));

    private static Experiment run(List<Event> events, long steps) {
        Experiment experiment = new Experiment(CONFIG);
        apply(experiment, events);
        while (experiment.step() < steps) {
            experiment.advance();
            apply(experiment, events);
        }
        return experiment;
    }

    private static void apply(Experiment experiment, List<Event> events) {
        events.stream().filter(e -> e.step() == experiment.step()).forEach(e -> experiment.apply(e.command()));
    }

    @Test
    void followsTheRunAndTheOneWithoutTheEventExactly() {
        Snapshot start = run(List.of(), 20).snapshot();
        Aftermath aftermath = new Aftermath(CONFIG, start, EVENTS, 1);
        aftermath.advanceTo(300, EVENTS, () -> false);
        Aftermath.Course course = aftermath.course();

        List<Event> without = new ArrayList<>(EVENTS);
        without.remove(1);
        assertThat(course.eventStep()).isEqualTo(50);
        assertThat(course.reachedStep()).isEqualTo(300);
        assertThat(course.before()).isEqualTo(Readings.of(run(without, 50)));
        for (Aftermath.Point point : course.happened()) {
            if (point.step() % 25 == 0) {
                assertThat(point.readings()).isEqualTo(Readings.of(run(EVENTS, point.step())));
            }
        }
        for (Aftermath.Point point : course.not()) {
            if (point.step() % 25 == 0) {
                assertThat(point.readings()).isEqualTo(Readings.of(run(without, point.step())));
            }
        }
        assertThat(course.happened().get(1).step()).isEqualTo(51);
    }

    @Test
    void recoveryIsWhatATrialOfTheSameChangeGives() {
        Experiment trained = run(List.of(), 200);
        Command change = new Command.ShiftInputs(new InputShift.Rotate(25), 0);
        var trial = ShiftTrial.run(trained, change, 400);
        Aftermath aftermath = new Aftermath(CONFIG, trained.snapshot(), List.of(new Event(200, change)), 0);
        aftermath.advanceTo(600, List.of(new Event(200, change)), () -> false);
        for (Reading reading : Reading.values()) {
            RecoveryWatch.Outcome outcome = aftermath.course().recovered().get(reading);
            assertThat(outcome.recovered() ? outcome.steps() : ShiftTrial.NEVER)
                    .isEqualTo(trial.get(reading).steps());
        }
    }

    /** At the beginning of a drift nothing has happened: that is no recovery, and what it cost is told. */
    @Test
    void aDriftIsCountedFromWhenItIsCompleteAndItsWorstLossIsTold() {
        Experiment trained = run(List.of(), 200);
        List<Event> drift = List.of(new Event(200, new Command.ShiftInputs(new InputShift.Translate(6, 0), 100)));
        Aftermath aftermath = new Aftermath(CONFIG, trained.snapshot(), drift, 0);
        aftermath.advanceTo(299, drift, () -> false);
        assertThat(aftermath.course().recovered().values())
                .extracting(RecoveryWatch.Outcome::state)
                .containsOnly(RecoveryWatch.State.DRIFTING);
        aftermath.advanceTo(2000, drift, () -> false);
        RecoveryWatch.Outcome plain = aftermath.course().recovered().get(Reading.WITHOUT);
        double before = aftermath.course().before().plain().loss();
        double worst = aftermath.course().happened().stream()
                .filter(point -> point.step() <= 300)
                .mapToDouble(point -> point.readings().plain().loss())
                .max()
                .orElseThrow();
        assertThat(worst).isGreaterThan(2 * before);
        assertThat(plain.worst()).isGreaterThanOrEqualTo(worst);
        assertThat(plain.steps()).isLessThan(aftermath.course().reachedStep() - 299);
    }

    @Test
    void whatGuessesHasNotRecovered() {
        double share = 0.55;
        Statistics.Score halfTrained = new Statistics.Score(0.36, 0.85);
        RecoveryWatch watch = new RecoveryWatch(halfTrained, share, 0);
        watch.read(0, new Statistics.Score(2, 0.5));
        watch.read(1, new Statistics.Score(0.6931, 0.515));
        assertThat(watch.outcome().state()).isEqualTo(RecoveryWatch.State.GUESSING);
        assertThat(watch.isOpen()).isTrue();
        watch.read(2, new Statistics.Score(0.6931, 0.8));
        assertThat(watch.outcome()).isEqualTo(new RecoveryWatch.Outcome(RecoveryWatch.State.RECOVERED, 2, 2));
        RecoveryWatch dead = new RecoveryWatch(new Statistics.Score(0.6931, 0.515), share, 0);
        dead.read(0, new Statistics.Score(0.6931, 0.515));
        assertThat(dead.outcome().state()).isEqualTo(RecoveryWatch.State.GUESSED_BEFORE);
        RecoveryWatch unhurt = new RecoveryWatch(halfTrained, share, 10);
        unhurt.read(10, new Statistics.Score(0.5, 0.8));
        assertThat(unhurt.outcome()).isEqualTo(new RecoveryWatch.Outcome(RecoveryWatch.State.UNHURT, 0, 0.5));
    }

    @Test
    void stopsWhenToldAndGoesOnLater() {
        Aftermath aftermath = new Aftermath(CONFIG, run(List.of(), 0).snapshot(), EVENTS, 1);
        aftermath.advanceTo(90, EVENTS, () -> true);
        assertThat(aftermath.course().reachedStep()).isEqualTo(50);
        aftermath.advanceTo(90, EVENTS, () -> false);
        assertThat(aftermath.course().happened()).hasSize(41);
    }

    private static Replica replica(Experiment experiment) {
        return Replica.of(experiment);
    }

    /** A move of all inputs changes no z-tilde in TRAIN mode; without batch norm every layer moves. */
    @Test
    void aMoveReachesNoLayerBehindBatchNorm() {
        Experiment experiment = run(List.of(), 100);
        LayerMoves moves = new LayerMoves(replica(experiment));
        assertThat(moves.moves(replica(experiment), 0).single()).containsOnly(0.0);
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(2, -1), 0));
        assertThat(moves.moves(replica(experiment), 1).single())
                .hasSize(3)
                .allSatisfy(d -> assertThat(d).isEqualTo(0, within(1e-9)));
        assertThat(moves.moves(replica(experiment), 0).single())
                .allSatisfy(d -> assertThat(d).isGreaterThan(0.3));
    }

    /** Adding c to z carries every value by c: the distance is |c| over the mean deviation of the units. */
    @Test
    void anAddedConstantMovesItsLayerByItself() {
        Experiment experiment = run(List.of(), 100);
        Replica before = replica(experiment);
        LayerMoves moves = new LayerMoves(before);
        var layer = before.network(0).layer(1);
        double sd = 0;
        for (int unit = 0; unit < layer.units(); unit++) {
            double[] z = new double[layer.z().numRows];
            for (int row = 0; row < z.length; row++) {
                z[row] = layer.z().get(row, unit);
            }
            sd += normscope.stats.Moments.of(z, z.length).sd() / layer.units();
        }
        experiment.apply(new Command.KickLayer(1, new Kick.AddToZ(-3)));
        List<Double> distances = moves.moves(replica(experiment), 0).single();
        assertThat(distances.get(0)).isZero();
        assertThat(distances.get(1)).isEqualTo(3 / sd, within(1e-9));
        assertThat(moves.moves(replica(experiment), 1).single().get(2)).isEqualTo(0, within(1e-9));
    }

    /**
     * Weights drawn anew hardly move single units' distributions behind batch norm, but nothing can read the layer any
     * more; a factor moves nothing there. Without batch norm the factor costs less.
     */
    @Test
    void aReadOutTellsWeightsDrawnAnewFromAFactor() {
        Experiment experiment = new Experiment(ShiftLab.defaults());
        while (experiment.step() < ShiftLab.CHANGE_AT) {
            experiment.advance();
        }
        Snapshot before = experiment.snapshot();
        LayerMoves moves = new LayerMoves(replica(experiment));
        assertThat(moves.moves(replica(experiment), 1).lost()).containsOnly(0.0);
        experiment.apply(new Command.KickLayer(1, new Kick.ScaleWeights(3)));
        assertThat(moves.moves(replica(experiment), 1).lost())
                .allSatisfy(d -> assertThat(d).isEqualTo(0, within(1e-2)));
        assertThat(moves.moves(replica(experiment), 0).lost().get(1)).isLessThan(0.25);
        experiment.restore(before);
        experiment.apply(new Command.KickLayer(1, new Kick.Redraw()));
        LayerMoves.Moves with = moves.moves(replica(experiment), 1);
        assertThat(with.single().get(1)).isLessThan(0.5);
        assertThat(with.lost().get(0)).isZero();
        assertThat(with.lost().get(1)).isGreaterThan(0.25);
        assertThat(moves.moves(replica(experiment), 0).lost().get(1)).isGreaterThan(0.25);
    }

    @Test
    void policiesAreWhatTheirNamesSay() {
        Experiment experiment = run(List.of(), 400);
        Replica unshifted = replica(experiment);
        TestTimePolicies before = TestTimePolicies.measure(unshifted, 64);
        assertThat(before.frozen()).isGreaterThan(0.9);
        assertThat(before.examples()).isEqualTo(60);
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(4, 4), 0));
        Replica shifted = replica(experiment);
        TestTimePolicies after = TestTimePolicies.measure(shifted, 60);
        // Moved back by the statistics, the batch's own classify as they did before.
        assertThat(after.ownBatch()).isEqualTo(before.ownBatch());
        assertThat(after.reestimated()).isEqualTo(before.reestimated());
        assertThat(after.frozen()).isLessThan(before.frozen());
        assertThat(after.plain()).isLessThan(before.plain());
        assertThat(TestTimePolicies.measure(shifted, 60)).isEqualTo(after);
    }
}
