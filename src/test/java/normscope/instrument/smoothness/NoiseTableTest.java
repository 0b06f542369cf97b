package normscope.instrument.smoothness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import normscope.instrument.Replica;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise behind batch norm against the table made with PyTorch: mean of five seeds, within 3 points. */
@Tag("long")
class NoiseTableTest {

    private static final Path FOLDER = Path.of("assets/experiments");

    private static MeasureFile sigmoid;
    private static List<Measured> measured;

    @BeforeAll
    static void measure() throws IOException {
        sigmoid = MeasureFile.read(FOLDER.resolve("measure-noise-digits-sigmoid.json"));
        measured = sigmoid.seeds().stream()
                .flatMap(seed -> sigmoid.run(seed).stream())
                .toList();
    }

    private static double mean(List<Measured> of, MeasureFile file, long step, int arm, String column) {
        List<String> names = file.columns().stream().map(Headless.Column::name).toList();
        return of.stream()
                .filter(each -> each.step() == step && each.row().arm() == arm)
                .mapToDouble(each -> each.row().values()[names.indexOf(column)])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // step, arm, number, from, to
        "50, 1, eval, 86.5, 92.5",
        "50, 2, eval, 86.9, 92.9",
        "50, 3, eval, 86.8, 92.8",
        "50, 4, eval, 84.0, 90.0",
        "300, 0, eval, 4.6, 16",
        "300, 1, eval, 92.7, 98.7",
        "300, 2, eval, 92.7, 98.7",
        "300, 3, eval, 92.4, 98.4",
        "300, 4, eval, 91.8, 97.8",
        "300, 1, moves, 0, 0.001",
        "300, 2, moves, 0.21, 0.33",
        "300, 3, moves, 0.38, 0.58",
        "300, 4, moves, 0.65, 0.95",
    })
    void theSigmoidDigitsShowWhatTheTableSays(long step, int arm, String number, double from, double to) {
        assertThat(mean(measured, sigmoid, step, arm, number)).isBetween(from, to);
    }

    /** Relu: running statistics have seen the noise of the layers below, the test has none. */
    @Test
    void evalMisleadsWithReluUntilItIsReestimatedWithoutNoise() throws IOException {
        MeasureFile relu = MeasureFile.read(FOLDER.resolve("measure-noise-digits-relu.json"));
        List<Measured> one = relu.run(1);
        assertThat(mean(one, relu, 400, 4, "eval")).isLessThan(40);
        assertThat(mean(one, relu, 400, 4, "reestimated")).isGreaterThan(80);
        assertThat(mean(one, relu, 400, 4, "train")).isGreaterThan(80);
        assertThat(mean(one, relu, 400, 1, "eval")).isGreaterThan(92);
    }

    /** What is measured again is a copy: neither the replica nor the run learns of it. */
    @Test
    void theNetworksAreAsTheyWere() {
        ExperimentConfig config = Configs.small();
        Experiment living =
                new Experiment(config.withArm(1, config.arms().get(1).withNoise(4)));
        for (int i = 0; i < 30; i++) {
            living.advance();
        }
        Replica replica = Replica.of(living);
        double[] before = new double[replica.network(1).stateSize()];
        replica.network(1).copyStateTo(before, 0);
        Accuracies first = Accuracies.of(replica, 1);
        double[] after = before.clone();
        replica.network(1).copyStateTo(after, 0);
        assertThat(after).containsExactly(before);
        assertThat(Accuracies.of(replica, 1)).isEqualTo(first);
        assertThat(living.snapshot().arm(1).networkState()).containsExactly(before);
    }
}
