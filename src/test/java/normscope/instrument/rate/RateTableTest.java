package normscope.instrument.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The norm of the weights against the tables made with PyTorch; means of five seeds. */
@Tag("long")
class RateTableTest {

    private static final Map<String, List<Measured>> MEASURED = new HashMap<>();

    private static double mean(String name, long step, int arm, int layer, String column) throws IOException {
        MeasureFile file = MeasureFile.read(Path.of("assets/experiments/measure-effective-rate-" + name + ".json"));
        List<String> names = file.columns().stream().map(Headless.Column::name).toList();
        return MEASURED
                .computeIfAbsent(
                        name,
                        any -> file.seeds().stream()
                                .flatMap(seed -> file.run(seed).stream())
                                .toList())
                .stream()
                .filter(each -> each.step() == step)
                .map(Measured::row)
                .filter(row -> row.arm() == arm && row.layer() == layer)
                .mapToDouble(row -> row.values()[names.indexOf(column)])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // file, arm, layer, number, from, to, at step 300
        "digits, 1, 0, growth, 1.006, 1.009",
        "digits, 1, 0, error, 2e-7, 2e-6",
        "digits, 0, 1, error, 0.1, 0.2",
        "digits, 3, 1, error, 0, 1e-14",
        "digits-small-epsilon, 1, 1, error, 0, 1e-12",
        "digits-fast, 1, 0, growth, 1.28, 1.36",
        "digits-10, 1, 1, growth, 3.3, 4.0",
        "digits-10, 1, 1, effective, 0.025, 0.031",
        "digits-10, 1, -1, test_accuracy, 95.4, 101",
        "digits-10, 0, -1, test_accuracy, 4, 10",
        "digits-10, 2, -1, test_accuracy, 93, 99",
    })
    void theDigitsShowWhatTheTablesSay(String file, int arm, int layer, String number, double from, double to)
            throws IOException {
        assertThat(mean(file, 300, arm, layer, number)).isBetween(from, to);
    }

    /** Behind batch norm L2 leaves the function's size and raises the rate; without, it makes the function smaller. */
    @ParameterizedTest
    @CsvSource({"1, -1, logits_sd, 2.9, 3.7", "0, -1, logits_sd, 1.9, 2.5", "1, 1, effective, 0.06, 0.11"})
    void l2IsAGrowingRate(int arm, int layer, String number, double from, double to) throws IOException {
        assertThat(mean("l2", 600, arm, layer, number)).isBetween(from, to);
    }
}
