package normscope.instrument.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.experiment.ArmConfig;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.Replica;
import normscope.instrument.landscape.LandscapeSettings.Directions;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LandscapeTest {

    private static final LandscapeSettings SMALL =
            new LandscapeSettings(Directions.GRADIENT, 25, 0.5, Examples.BATCH, 7);

    private static Experiment trained(ExperimentConfig config, int steps) {
        Experiment experiment =
                new Experiment(config.withTraining(config.training().withDropout(0)));
        for (int i = 0; i < steps; i++) {
            experiment.advance();
        }
        return experiment;
    }

    private static Survey survey(LandscapeSettings settings, Experiment of) {
        return new Survey(settings, of.config(), of.split(), of.snapshot());
    }

    private static Landscape landscape(LandscapeSettings settings, Experiment of) {
        Survey survey = survey(settings, of);
        survey.work(share -> {}, () -> false);
        return survey.result();
    }

    static Stream<NormalizerSpec> normalizers() {
        return NormalizerSpec.EXPERIMENTS.stream();
    }

    /** To the last bit, whatever normalizes. */
    @ParameterizedTest
    @MethodSource("normalizers")
    void theMiddleIsTheTrainersLossOfTheNextStep(NormalizerSpec kind) {
        ExperimentConfig config = Configs.small();
        Experiment living =
                trained(config.withArm(1, ArmConfig.of(kind, config.network().layers())), 5);
        Landscape landscape = landscape(SMALL, living);
        living.advance();
        for (int arm = 0; arm < 2; arm++) {
            assertThat(landscape.arms().get(arm).middle()).isEqualTo(living.batchLoss(arm));
        }
    }

    @Test
    void ofASampleTheMiddleIsTheLossOfTheseExamplesAtAnyMoment() {
        Experiment living = trained(Configs.small(), 5);
        Landscape landscape = landscape(new LandscapeSettings(Directions.RANDOM, 25, 1, Examples.SAMPLE, 7), living);
        // The sample is the whole small training set, in another order.
        Replica replica = Replica.of(living);
        assertThat(landscape.examples()).isEqualTo(replica.train().size());
        replica.network(1).forward(replica.train().x(), Mode.TRAIN);
        assertThat(landscape.arms().get(1).middle())
                .isCloseTo(replica.network(1).loss(replica.train().y()), within(1e-12));
    }

    @Test
    void threadsShareTheWorkAndChangeNothing() throws InterruptedException {
        Experiment living = trained(Configs.small(), 3);
        Survey shared = survey(SMALL, living);
        Thread[] threads = IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> shared.work(share -> {}, () -> false)))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Landscape alone = landscape(SMALL, living);
        for (int arm = 0; arm < 2; arm++) {
            assertThat(shared.result().arms().get(arm).losses())
                    .isEqualTo(alone.arms().get(arm).losses());
        }
    }

    @Test
    void cancellingEndsItAtTheNextPoint() {
        AtomicInteger told = new AtomicInteger();
        Survey survey = survey(SMALL, trained(Configs.small(), 1));
        survey.work(share -> told.incrementAndGet(), () -> told.get() == 10);
        assertThat(told).hasValue(10);
        assertThat(survey.result()).isNull();
    }

    /** Filter normalization: each unit's part of a direction has the norm of its weights, and nothing else moves. */
    @Test
    void aRandomDirectionIsAsLongAsEachUnitsWeights() {
        Replica replica = Replica.of(trained(Configs.small(), 3));
        Network network = replica.network(1);
        double[] w = network.layer(0).w().data.clone();
        double[] beta = network.layer(0).parameters().get(3).value().clone();
        Plane plane = Plane.through(network, new LandscapeSettings(Directions.RANDOM, 25, 1, Examples.BATCH, 3));
        double[] state = new double[network.stateSize()];
        plane.at(1, 0, state);
        network.setState(state, 0);
        int units = network.layer(0).units();
        for (int unit = 0; unit < units; unit++) {
            double now = 0;
            double moved = 0;
            for (int i = unit; i < w.length; i += units) {
                now += w[i] * w[i];
                moved += Math.pow(network.layer(0).w().data[i] - w[i], 2);
            }
            assertThat(moved).isCloseTo(now, within(1e-9 * now));
        }
        assertThat(network.layer(0).parameters().get(3).value()).isEqualTo(beta);
    }

    @Test
    void aWayWithinThePlaneIsFoundAgainWholly() {
        Replica replica = Replica.of(trained(Configs.small(), 3));
        Network network = replica.network(0);
        Plane plane = Plane.through(network, new LandscapeSettings(Directions.RANDOM, 25, 1, Examples.BATCH, 3));
        double[] state = new double[network.stateSize()];
        plane.at(0.3, -0.2, state);
        double[] place = plane.project(state);
        assertThat(place[0]).isCloseTo(0.3, within(1e-12));
        assertThat(place[1]).isCloseTo(-0.2, within(1e-12));
        assertThat(place[2]).isCloseTo(1, within(1e-12));
    }

    /** One plain step of gradient descent leads along the first direction alone. */
    @Test
    void theTrainersStepLeadsToTheRight() {
        ExperimentConfig config = Configs.small();
        Experiment living = trained(config.withTraining(config.training().withL2(0)), 4);
        Landscape landscape = landscape(SMALL, living);
        living.advance();
        for (int arm = 0; arm < 2; arm++) {
            double[] place = landscape
                    .arms()
                    .get(arm)
                    .plane()
                    .project(living.snapshot().arm(arm).networkState());
            assertThat(place[0]).isPositive();
            assertThat(place[1]).isCloseTo(0, within(1e-9));
            assertThat(place[2]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void theGridHasAMiddle() {
        assertThatThrownBy(() -> new LandscapeSettings(Directions.RANDOM, 26, 1, Examples.BATCH, 1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("side must be odd");
        assertThat(Landscape.place(SMALL, 12)).isZero();
        assertThat(Landscape.place(SMALL, 24)).isEqualTo(0.5);
    }
}
