package normscope.instrument.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Replica;
import normscope.instrument.proofs.Finding.Item;
import normscope.instrument.proofs.Proof.Reason;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The badges: found where theory foretells them, not found where it does not hold, and silent where it says nothing.
 */
class ProofChecksTest {

    private static final List<Badge> ALL = Arrays.asList(Badge.values());

    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH", "SIGMOID"})
    void everyPropertyIsFoundOnATrainedNetwork(Activation activation) {
        ExperimentConfig config = Configs.small();
        Proofs proofs = proofs(config.withNetwork(config.network().withActivation(activation)), 200);

        assertThat(proofs.step()).isEqualTo(200);
        assertThat(proofs.batchSize()).isEqualTo(16);
        assertThat(proofs.proofs()).extracting(Proof::badge).isEqualTo(ALL);
        assertThat(proofs.proofs())
                .allSatisfy(
                        proof -> assertThat(proof.holds()).as(proof.toString()).isTrue());
    }

    @Test
    void aSingleExampleIsBetaToTheLastDigit() {
        Proofs proofs = proofs(Configs.small(), 50);

        assertThat(proofs.finding(Item.SINGLE_IS_BETA).measured()).isZero();
        assertThat(proofs.finding(Item.SINGLE_SAYS_NOTHING).measured()).isZero();
        assertThat(proofs.finding(Item.SINGLE_SAYS_NOTHING).contrast()).isGreaterThan(0.1);
    }

    @Test
    void theNetworkWithoutBatchNormHasNoneOfTheseProperties() {
        Proofs proofs = proofs(Configs.small(), 200);

        assertThat(proofs.finding(Item.BIAS_MOVES_OUTPUT).contrast()).isGreaterThan(0.1);
        assertThat(proofs.finding(Item.BIAS_GRADIENT).contrast()).isGreaterThan(0.01);
        assertThat(proofs.finding(Item.WEIGHTS_GRADIENT_ANGLE).contrast() - 90)
                .satisfies(tilt -> assertThat(Math.abs(tilt)).isGreaterThan(10));
        assertThat(proofs.finding(Item.SCALE_10).contrast()).isGreaterThan(1);
        assertThat(proofs.finding(Item.MEAN_IS_BETA).contrast()).isGreaterThan(0.1);
    }

    @Test
    void smallWeightsAreTheTrapOfScale() {
        Proofs proofs = proofs(Configs.small(), 200);
        Finding up = proofs.finding(Item.SCALE_100);
        Finding down = proofs.finding(Item.SCALE_HUNDREDTH);

        assertThat(down.measured()).isGreaterThan(100 * up.measured());
        assertThat(proofs.finding(Item.GRADIENT_SCALE_10).measured()).isCloseTo(10, within(0.05));
        assertThat(proofs.finding(Item.GRADIENT_SCALE_100).measured()).isCloseTo(100, within(0.5));
    }

    @Test
    void weightsSoSmallThatEpsilonRulesFailTheChecksThatNeedItSmall() {
        ExperimentConfig config = Configs.small();
        Proofs proofs = proofs(config.withNetwork(config.network().withInit(new Init.Normal(1e-4))), 0);

        assertThat(proof(proofs, Badge.SCALE).holds()).isFalse();
        assertThat(proofs.finding(Item.WEIGHTS_GRADIENT_ANGLE).holds()).isFalse();
        assertThat(proofs.finding(Item.WEIGHTS_DOT_GRADIENT).holds()).isTrue();
        assertThat(proof(proofs, Badge.ORTHOGONAL).holds()).isFalse();
        assertThat(proof(proofs, Badge.BIAS).holds()).isTrue();
        assertThat(proof(proofs, Badge.MOMENTS).holds()).isTrue();
    }

    @Test
    void theAngleIsTheOneOfTheNetworkItself() {
        Experiment experiment = trained(Configs.small(), 100);
        Finding check = new ProofChecks(Replica.of(experiment)).run(ALL).finding(Item.WEIGHTS_GRADIENT_ANGLE);
        Replica replica = Replica.of(experiment);
        Network network = replica.network(1);
        network.forward(replica.x(), Mode.TRAIN);
        network.backward(replica.y());

        Layer layer = network.layer(check.layer());
        double furthest = 90;
        for (int unit = 0; unit < layer.units(); unit++) {
            double dot = 0;
            double ww = 0;
            double dd = 0;
            for (int input = 0; input < layer.inputs(); input++) {
                dot += layer.w().get(input, unit) * layer.dW().get(input, unit);
                ww += Math.pow(layer.w().get(input, unit), 2);
                dd += Math.pow(layer.dW().get(input, unit), 2);
            }
            double angle = dd == 0 ? 90 : Math.toDegrees(Math.acos(dot / Math.sqrt(ww * dd)));
            furthest = Math.abs(angle - 90) > Math.abs(furthest - 90) ? angle : furthest;
        }
        assertThat(check.measured()).isCloseTo(furthest, within(1e-9));
    }

    @Test
    void checkingChangesNothing() {
        Replica replica = Replica.of(trained(Configs.small(), 30));
        new ProofChecks(replica).run(ALL);

        for (int arm = 0; arm < 2; arm++) {
            double[] state = new double[replica.network(arm).stateSize()];
            replica.network(arm).copyStateTo(state, 0);
            assertThat(state).isEqualTo(replica.snapshot().arm(arm).networkState());
        }
        assertThat(new ProofChecks(replica).run(ALL)).isEqualTo(new ProofChecks(replica).run(ALL));
    }

    @Test
    void whatDoesNotApplySaysWhy() {
        ExperimentConfig config = Configs.small();
        Experiment off = trained(config, 5);
        for (int layer = 0; layer < config.network().layers(); layer++) {
            off.apply(new Command.SetNormalizer(1, layer, new NormalizerSpec.None()));
        }
        ExperimentConfig decayed = config.withTraining(config.training().withL2(0.01));
        ExperimentConfig alone = config.withTraining(config.training().withBatchSize(1));

        assertThat(new ProofChecks(Replica.of(off)).run(ALL).proofs())
                .allSatisfy(proof -> assertThat(proof.reason()).isEqualTo(Reason.NO_BATCH_NORM));
        assertThat(proof(proofs(decayed, 5), Badge.ORTHOGONAL).reason()).isEqualTo(Reason.L2);
        assertThat(proof(proofs(decayed, 5), Badge.GRADIENTS).holds()).isTrue();
        assertThat(proof(proofs(alone, 5), Badge.MOMENTS).reason()).isEqualTo(Reason.SINGLE_EXAMPLE);
        assertThat(proof(proofs(alone, 5), Badge.SINGLE).holds()).isTrue();
        assertThat(proof(proofs(alone, 5), Badge.MOMENTS).holds()).isFalse();
    }

    @Test
    void aDivergedNetworkProvesNothing() {
        Experiment experiment = trained(Configs.small(), 3);
        experiment.network(1).layer(1).w().data[0] = Double.NaN;
        experiment.advance();
        assertThat(experiment.divergence(1)).isNotNull();

        assertThat(new ProofChecks(Replica.of(experiment)).run(ALL).proofs())
                .allSatisfy(proof -> assertThat(proof.reason()).isEqualTo(Reason.DIVERGED));
    }

    @Test
    void withoutALivingOtherArmThereIsNoContrast() {
        Experiment experiment = trained(Configs.small(), 3);
        experiment.network(0).layer(1).w().data[0] = Double.NaN;
        experiment.advance();

        Proofs proofs = new ProofChecks(Replica.of(experiment)).run(ALL);
        assertThat(proofs.finding(Item.BIAS_MOVES_OUTPUT).contrast()).isNaN();
        assertThat(proofs.finding(Item.SINGLE_SAYS_NOTHING).contrast()).isNaN();
        assertThat(proofs.proofs()).allMatch(Proof::holds);
    }

    @Test
    void whatWasNotMeasuredIsNotMadeUp() {
        Proofs proofs = new ProofChecks(Replica.of(trained(Configs.small(), 1))).run(List.of(Badge.SINGLE));

        assertThatThrownBy(() -> proofs.finding(Item.SCALE_10)).isInstanceOf(NoSuchElementException.class);
    }

    private static Proof proof(Proofs proofs, Badge badge) {
        return proofs.proofs().stream()
                .filter(proof -> proof.badge() == badge)
                .findFirst()
                .orElseThrow();
    }

    private static Proofs proofs(ExperimentConfig config, long steps) {
        return new ProofChecks(Replica.of(trained(config, steps))).run(ALL);
    }

    private static Experiment trained(ExperimentConfig config, long steps) {
        Experiment experiment = new Experiment(config);
        while (experiment.step() < steps) {
            experiment.advance();
        }
        return experiment;
    }
}
