package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.instrument.quantity.Quantities;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweeps that come with the program. */
class SweepTablesTest {

    private static final Path FOLDER = Path.of("assets/experiments");

    /**
     * Mean and standard deviation of five seeds, measured with PyTorch: digits, 64-100x3-10 sigmoid, batch 60, rate
     * 0.1, test accuracy in % after 25, 50, 100, 200 steps.
     */
    private static final double[][][] PRINTED = {
        {{11, 0}, {8, 0}, {8, 0}, {8, 0}},
        {{69, 13}, {89.5, 1.5}, {93.6, 0.9}, {95.4, 0}},
        {{47, 13}, {85, 2}, {92.4, 0.5}, {95.2, 0}},
        {{68, 14}, {89, 2}, {93.0, 0.6}, {94.9, 0}}
    };

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sweep-")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySweepOfTheProgramIsRead(Path file) throws IOException {
        assertThat(SweepFile.read(file, Quantities.READER).runs()).isGreaterThan(1);
    }

    @Test
    @Tag("long")
    void batchNormAndItsKinLearnDigitsAsFastAsPrinted() throws IOException, InterruptedException {
        Sweep whole = SweepFile.read(FOLDER.resolve("sweep-digits-speed.json"), Quantities.READER);
        Axis all = whole.axes().get(0);
        Axis four = new Axis(all.setting(), null, all.values().subList(0, PRINTED.length), null);
        Sweep sweep = new Sweep(
                whole.base(),
                List.of(),
                List.of(four),
                whole.seeds(),
                whole.steps().subList(0, 4),
                whole.measures());
        SweepJob job = new SweepJob(SweepResult.none(sweep), run -> true, run -> {});
        job.start(SweepJob.cores()).await(0);

        for (int x = 0; x < PRINTED.length; x++) {
            for (int step = 0; step < PRINTED[x].length; step++) {
                double[] printed = PRINTED[x][step];
                assertThat(job.result()
                                .cell(new Shown(0, step), 0, new Place(x, 0))
                                .mean())
                        .as("%s after %d steps", four.plain(x), sweep.steps().get(step))
                        .isCloseTo(printed[0], within(Math.max(3, 2 * printed[1])));
            }
        }
    }
}
