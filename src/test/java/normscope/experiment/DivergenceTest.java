package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import normscope.nn.Activation;
import normscope.nn.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever leaves the finite numbers, wherever and whenever: it is seen at that step, named, and stays in its arm. */
class DivergenceTest {

    private static final int HIDDEN = 3;

    private static Experiment experiment(Activation activation) {
        ExperimentConfig config = Configs.small();
        return new Experiment(config.withNetwork(config.network().withActivation(activation))
                .withArm(0, ArmConfig.batchNorm(List.of(false, true, false)))
                .withArm(1, ArmConfig.batchNorm(List.of(true, false, true))));
    }

    private static void advance(Experiment experiment, int steps) {
        for (int i = 0; i < steps; i++) {
            experiment.advance();
        }
    }

    private static double[] state(Experiment experiment, int arm) {
        Network network = experiment.network(arm);
        double[] state = new double[network.stateSize()];
        network.copyStateTo(state, 0);
        return state;
    }

    private static int other(int arm) {
        return arm == 1 ? 0 : 1;
    }

    /** Sigmoid and tanh would hide an infinite z from all that follows. */
    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH", "SIGMOID"})
    void aWeightThatIsNoNumberStopsItsArmAtThatStepAndNamesItsLayer(Activation activation) {
        RandomGenerator random = new SplittableRandom(17);
        for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int arm = 0; arm < 2; arm++) {
                for (int layer = 0; layer <= HIDDEN; layer++) {
                    int step = random.nextInt(12);
                    Experiment poisoned = poisoned(activation, arm, layer, poison, step);
                    poisoned.advance();
                    assertThat(poisoned.divergence(arm)).isEqualTo(new Divergence(step, layer));
                    assertThat(poisoned.batchLoss(arm)).isNaN();
                    assertOtherArmGoesOn(activation, arm, poisoned);
                }
            }
        }
    }

    /** Sums overflow at once, or products some steps later. */
    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH", "SIGMOID"})
    void weightsNearTheLargestNumberDoNoHarmToTheOtherArm(Activation activation) {
        for (int arm = 0; arm < 2; arm++) {
            for (int layer = 0; layer <= HIDDEN; layer++) {
                Experiment poisoned = poisoned(activation, arm, layer, 1e308, 3);
                assertOtherArmGoesOn(activation, arm, poisoned);
                Divergence divergence = poisoned.divergence(arm);
                assertThat(divergence == null)
                        .as("finite while it has not diverged")
                        .isEqualTo(Double.isFinite(poisoned.batchLoss(arm)));
            }
        }
    }

    private static Experiment poisoned(Activation activation, int arm, int layer, double poison, int step) {
        Experiment experiment = experiment(activation);
        advance(experiment, step);
        Arrays.fill(experiment.network(arm).layer(layer).w().data, poison);
        return experiment;
    }

    private static void assertOtherArmGoesOn(Activation activation, int arm, Experiment poisoned) {
        advance(poisoned, 10);
        Experiment healthy = experiment(activation);
        advance(healthy, (int) poisoned.step());
        assertThat(poisoned.divergence(other(arm))).isNull();
        assertThat(state(poisoned, other(arm))).isEqualTo(state(healthy, other(arm)));
        assertThat(poisoned.snapshot().arm(arm).divergence()).isEqualTo(poisoned.divergence(arm));
        assertThat(poisoned.measure().arm(other(arm)))
                .isEqualTo(healthy.measure().arm(other(arm)));
    }
}
