package normscope.instrument.smoothness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import normscope.instrument.Replica;
import normscope.instrument.smoothness.Smoothness.Walk;
import normscope.nn.Mode;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothnessTest {

    private static final Path FILE = Path.of("assets/experiments/measure-smoothness-digits.json");

    private static MeasureFile file;
    private static List<Measured> measured;

    @BeforeAll
    static void measure() throws IOException {
        file = MeasureFile.read(FILE);
        measured =
                file.seeds().stream().flatMap(seed -> file.run(seed).stream()).toList();
    }

    /** One time the rate is the trainer's own step: the loss there is the loss after it, on the same mini-batch. */
    @Test
    void atOneTimesTheRateLiesTheTrainersOwnStep() {
        ExperimentConfig config = Configs.small();
        config = config.withTraining(config.training().withDropout(0).withL2(0));
        Experiment living = new Experiment(config);
        for (int i = 0; i < 5; i++) {
            living.advance();
        }
        Replica replica = Replica.of(living);
        Smoothness walk = Smoothness.of(replica, new SmoothnessSettings(1));
        Replica before = Replica.of(living);
        living.advance();
        for (int arm = 0; arm < 2; arm++) {
            Walk of = walk.arms().get(arm);
            assertThat(of.loss()).isEqualTo(living.batchLoss(arm));
            living.network(arm).forward(before.x(), Mode.TRAIN);
            double after = living.network(arm).loss(before.y());
            assertThat(of.losses()[4]).isCloseTo(after / of.loss(), within(1e-12));
            // The replica is as it was.
            assertThat(replica.network(arm).layer(0).w().data)
                    .isEqualTo(before.network(arm).layer(0).w().data);
        }
    }

    @Test
    void aWalkOfNoLengthChangesNothing() {
        Experiment living = new Experiment(Configs.small());
        living.advance();
        Walk far = Smoothness.of(Replica.of(living), new SmoothnessSettings(0.1))
                .arms()
                .get(0);
        assertThat(far.losses()[0]).isCloseTo(1, within(0.05));
        assertThat(far.cosine()).isGreaterThan(0.9);
        assertThat(far.beta()).isPositive();
    }

    /**
     * The digits' table of Santurkar's measures, made with PyTorch: mean over five seeds of each one's median in a
     * window of steps, with two printed standard deviations or the printed range.
     */
    @ParameterizedTest
    @CsvSource({
        // first and last step, arm, number, from, to
        "0, 0, 0, LOSS_RATIO, 0.80, 1.08",
        "0, 0, 1, LOSS_RATIO, 0.82, 0.88",
        "80, 200, 0, LOSS_RATIO, 2.3, 11.8",
        "80, 200, 1, LOSS_RATIO, 0.77, 0.84",
        "80, 200, 2, LOSS_RATIO, 3.5, 7.9",
        "80, 200, 0, GRADIENT_CHANGE, 4.3, 7.9",
        "80, 200, 1, GRADIENT_CHANGE, 0.88, 0.98",
        "80, 200, 0, COSINE, -0.73, -0.65",
        "80, 200, 1, COSINE, 0.11, 0.59",
        "80, 200, 0, BETA, 11, 20",
        "80, 200, 1, BETA, 6.4, 8.4",
        "80, 200, 0, SHIFT, 0.48, 1.04",
        "80, 200, 1, SHIFT, 0.28, 0.60"
    })
    void theDigitsShowWhatTheTableSays(long first, long last, int arm, SmoothnessRows number, double from, double to) {
        assertThat(mean(first, last, arm, number)).isBetween(from, to);
    }

    @Test
    void laterOnTheArmsAreApartInEverySeedAndAtTheStartTheirShiftIsNot() {
        for (long seed : file.seeds()) {
            assertThat(median(seed, 80, 200, 0, SmoothnessRows.LOSS_RATIO)).isGreaterThan(1);
            assertThat(median(seed, 80, 200, 1, SmoothnessRows.LOSS_RATIO)).isLessThan(1);
            assertThat(median(seed, 80, 200, 0, SmoothnessRows.COSINE)).isNegative();
            assertThat(median(seed, 80, 200, 1, SmoothnessRows.COSINE)).isPositive();
        }
        assertThat(mean(0, 0, 1, SmoothnessRows.SHIFT)).isCloseTo(mean(0, 0, 0, SmoothnessRows.SHIFT), within(0.1));
    }

    private static double mean(long first, long last, int arm, SmoothnessRows number) {
        double[] medians = file.seeds().stream()
                .mapToDouble(seed -> median(seed, first, last, arm, number))
                .toArray();
        return Moments.of(medians, medians.length).mean();
    }

    private static double median(long seed, long first, long last, int arm, SmoothnessRows number) {
        double[] values = measured.stream()
                .filter(each -> each.seed() == seed && each.step() >= first && each.step() <= last)
                .filter(each -> each.row().arm() == arm)
                .mapToDouble(each -> each.row().values()[number.ordinal()])
                .toArray();
        assertThat(Arrays.stream(values)).isNotEmpty();
        return Percentiles.of(values, values.length, 50);
    }
}
