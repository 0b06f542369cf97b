package normscope.instrument.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.instrument.quantity.HeadlessQuantity;
import normscope.instrument.quantity.Quantity;
import normscope.instrument.rate.Rates.OfLayer;
import normscope.nn.Mode;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The norm of normalized weights against the sum over all steps, and what follows for the rate. */
class GrowingTest {

    private static final int STEPS = 60;
    private static final ExperimentConfig SMALL = exact(Configs.small());

    /** With an epsilon that is next to nothing: only without it is the gradient exactly at right angles to W. */
    private static ExperimentConfig exact(ExperimentConfig config) {
        return config.withNetwork(config.network().withEpsilon(1e-14));
    }

    private static Rates after(ExperimentConfig config) {
        Experiment experiment = new Experiment(config);
        Growing growing = new Growing(experiment);
        for (int i = 0; i < STEPS; i++) {
            experiment.advance();
            growing.stepped(experiment);
        }
        return growing.now(experiment);
    }

    private static ExperimentConfig second(NormalizerSpec kind) {
        return SMALL.withArm(1, ArmConfig.of(kind, SMALL.network().layers()));
    }

    @Test
    void behindBatchNormAndOfWeightNormTheGrowthIsExactAndElsewhereItIsNot() {
        for (NormalizerSpec kind : List.of(new NormalizerSpec.Batch(), new NormalizerSpec.Weight())) {
            Rates rates = after(second(kind));
            for (int layer = 0; layer < 3; layer++) {
                OfLayer of = rates.of(1, layer);
                assertThat(of.growth()).isGreaterThan(1.0001);
                assertThat(of.error()).isLessThan(1e-9);
                assertThat(of.effective()).isCloseTo(0.1 / of.squares(), within(1e-15));
            }
        }
        assertThat(after(SMALL).of(0, 1).error()).isGreaterThan(1e-4);
        ExperimentConfig momentum = SMALL.withTraining(SMALL.training().withOptimizer(new OptimizerSpec.Momentum(0.9)));
        assertThat(after(momentum).of(1, 1).error()).isGreaterThan(1e-4);
    }

    @Test
    void withL2AndARateOfItsOwnItIsExactToo() {
        ExperimentConfig config =
                SMALL.withTraining(SMALL.training().withNormalizedRate(3.0).withNormalizedL2(0.01));
        Rates rates = after(config);
        assertThat(rates.of(1, 1).error()).isLessThan(1e-9);
        assertThat(rates.of(1, 1).rate()).isEqualTo(3);
    }

    private static double[] logits(Experiment experiment, int arm) {
        DMatrixRMaj logits =
                experiment.network(arm).forward(experiment.world().test().x(), Mode.TRAIN);
        return logits.copy().data;
    }

    private static double most(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /**
     * L2 on normalized W alone is no regularizer: the network answers as one without it whose rate of W grows, step t
     * at rate (1 - rate lambda)^(-2t - 1). In TRAIN mode: running statistics remember W at another scale.
     */
    @Test
    void l2OfNormalizedWeightsIsAGrowingRate() {
        double rate = SMALL.training().learningRate();
        double lambda = 0.02;
        int layers = SMALL.network().layers();
        ExperimentConfig plain = SMALL.withArmsAlike(arm -> ArmConfig.of(new NormalizerSpec.Batch(), layers));
        Experiment decayed = new Experiment(plain.withTraining(plain.training().withNormalizedL2(lambda)));
        Experiment growing = new Experiment(plain);
        Experiment neither = new Experiment(plain);
        for (int t = 0; t < 150; t++) {
            growing.apply(new Command.SetNormalizedRate(rate * Math.pow(1 - rate * lambda, -2 * t - 1)));
            List.of(decayed, growing, neither).forEach(Experiment::advance);
        }
        assertThat(most(logits(decayed, 1), logits(growing, 1))).isLessThan(1e-8);
        assertThat(most(logits(decayed, 1), logits(neither, 1))).isGreaterThan(1e-2);
    }

    /** The rate is part of a moment: going back to it goes on with it. */
    @Test
    void theRateOfNormalizedWeightsIsChangedWhileItRunsAndKeptInSnapshots() {
        Experiment living = new Experiment(SMALL);
        living.advance();
        living.apply(new Command.SetNormalizedRate(7));
        assertThat(living.weightsRate(0, 1)).isEqualTo(7);
        assertThat(living.weightsRate(1, 3)).isEqualTo(0.1);
        Snapshot moment = living.snapshot();
        living.advance();
        Experiment other = new Experiment(SMALL);
        other.restore(moment);
        other.advance();
        assertThat(other.snapshot().arm(1).networkState())
                .containsExactly(living.snapshot().arm(1).networkState());
        assertThat(moment.ratesIn(SMALL).training().normalizedRate()).isEqualTo(7);
        other.restore(new Experiment(SMALL).snapshot());
        assertThat(other.weightsRate(1, 1)).isEqualTo(0.1);
    }

    /** What lessons and sweeps ask for is what the instrument follows. */
    @Test
    void aRunMadeOnceMoreSaysTheSame() {
        Experiment living = new Experiment(SMALL);
        for (int i = 0; i < STEPS; i++) {
            living.advance();
        }
        Rates expected = after(SMALL);
        History none = new History(2);
        for (RateRows row : RateRows.values()) {
            String tell = row.name().toLowerCase(Locale.ROOT);
            Quantity quantity =
                    new HeadlessQuantity(EffectiveRateSettings.defaults(), tell, 1, 1, null).on(SMALL, null);
            assertThat(quantity.measure(living, none)).isEqualTo(row.of(expected.of(1, 1)));
        }
    }

    @Test
    void whatHasDivergedHasNoNumbers() {
        assertThat(new Rates(3, List.of(List.of())).of(0, 1)).isNull();
        assertThat(RateRows.GROWTH.of(null)).isNaN();
    }
}
