package normscope.instrument.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.experiment.ScoringSet;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.shift.ShiftTrial.Recovery;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.junit.jupiter.api.Test;

class ShiftTrialTest {

    private static Experiment trained(long seed) {
        Experiment experiment = new Experiment(ShiftLab.defaults().withSeed(seed));
        while (experiment.step() < ShiftLab.CHANGE_AT) {
            experiment.advance();
        }
        return experiment;
    }

    private static Command now(InputShift shift) {
        return new Command.ShiftInputs(shift, 0);
    }

    @Test
    void theExperimentIsAmongTheExamplesToOpen() throws IOException {
        assertThat(ExperimentFile.read(Path.of("assets/experiments/shift-lab.json"))
                        .config())
                .isEqualTo(ShiftLab.defaults());
    }

    @Test
    void readsEachNetworkInItsMode() {
        Experiment experiment = trained(3);
        Readings readings = Readings.of(experiment);
        var train = experiment.world().train();
        ScoringSet set = new ScoringSet(train);
        ScoringSet.Score without = set.score(experiment.network(0));
        ScoringSet.Score eval = set.score(experiment.network(1));
        assertThat(readings.plain().loss()).isEqualTo(without.loss(), within(1e-12));
        assertThat(readings.plain().accuracy()).isEqualTo(without.accuracy());
        assertThat(readings.eval().loss()).isEqualTo(eval.loss(), within(1e-12));
        Network network = experiment.network(1);
        network.forward(train.x(), Mode.TRAIN);
        assertThat(readings.train().loss()).isEqualTo(network.loss(train.y()));
        Readings ofReplica = Readings.of(Replica.of(experiment));
        assertThat(ofReplica).isEqualTo(readings);
    }

    /** Recovery by its definition, followed on an experiment of its own. */
    @Test
    void recoveryIsTheFirstStepAtTwiceTheLossBefore() {
        Experiment experiment = trained(4);
        Command change = now(new InputShift.Rotate(30));
        Map<Reading, Recovery> outcome = ShiftTrial.run(experiment, change, 500);
        assertThat(experiment.step()).isEqualTo(ShiftLab.CHANGE_AT);
        assertThat(experiment.world()).isSameAs(experiment.split());

        Readings before = Readings.of(experiment);
        experiment.apply(change);
        for (Reading reading : Reading.values()) {
            Recovery recovery = outcome.get(reading);
            assertThat(recovery.before()).isEqualTo(before.get(reading).loss());
            assertThat(recovery.atOnce())
                    .isEqualTo(Readings.of(experiment).get(reading).loss());
            assertThat(recovery.recovered()).isTrue();
        }
        for (long steps = 0; steps <= 500; steps++) {
            Readings now = Readings.of(experiment);
            for (Reading reading : Reading.values()) {
                Recovery recovery = outcome.get(reading);
                boolean low = now.get(reading).loss() <= 2 * recovery.before();
                assertThat(low && steps < recovery.steps()).isFalse();
                assertThat(low || steps != recovery.steps()).isTrue();
            }
            experiment.advance();
        }
    }

    /** What the lesson claims, on seeds that its table does not use. */
    @Test
    void aMoveCostsTheNormalizedArmInTrainModeNothing() {
        for (long seed = 21; seed <= 23; seed++) {
            Map<Reading, Recovery> outcome =
                    ShiftTrial.run(trained(seed), now(new InputShift.Translate(1, 1)), ShiftLab.LIMIT);
            Recovery train = outcome.get(Reading.WITH_TRAIN);
            assertThat(train.atOnce()).isEqualTo(train.before(), within(1e-3));
            assertThat(train.steps()).isZero();
            assertThat(outcome.get(Reading.WITH_EVAL).atOnce()).isGreaterThan(0.5);
            assertThat(outcome.get(Reading.WITH_EVAL).steps()).isBetween(5L, 40L);
            assertThat(outcome.get(Reading.WITHOUT).steps()).isGreaterThan(60);
        }
    }

    @Test
    void saysNeverWhenTheLimitComesFirst() {
        Recovery recovery =
                ShiftTrial.run(trained(5), now(new InputShift.Scale(10, 10)), 3).get(Reading.WITHOUT);
        assertThat(recovery.recovered()).isFalse();
        assertThat(recovery.atOnce()).isGreaterThan(1);
    }
}
