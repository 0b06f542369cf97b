package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.quantity.Quantities;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SweepFileTest {

    private static final String RATES = "[{\"setting\": \"learning-rate\", \"values\": [0.1, 1]}]";
    private static final String REST = "\"seeds\": 2, \"steps\": [10]";

    @Test
    void aSweepIsReadAndWrittenAndReadAgain() {
        Sweep sweep = Sweeps.of(
                "[{\"setting\": \"learning-rate\", \"arm\": \"with\", \"values\": [0.1, 1.50]},"
                        + "{\"setting\": \"normalizer\", \"paired\": [[{\"kind\": \"none\"}, {\"kind\": \"rms\"}],"
                        + "[{\"kind\": \"batch\", \"ghostSize\": 5}, {\"kind\": \"batch\"}]]}]",
                "\"seeds\": [4, 9], \"steps\": [0, 20],"
                        + "\"events\": [{\"step\": 10, \"command\": {\"learning-rate\": 0.5}}]");
        Sweep again = Sweeps.read(SweepFile.toText(sweep));

        assertThat(again.runs()).isEqualTo(8);
        for (int run = 0; run < 8; run++) {
            assertThat(again.config(run)).isEqualTo(sweep.config(run));
        }
        assertThat(again.events()).containsExactly(new Event(10, new Command.SetLearningRate(0.5)));
        assertThat(again.config(7).seed()).isEqualTo(9);
        assertThat(again.config(7).arms().get(1).learningRate()).isEqualTo(1.5);
        assertThat(again.config(7).arms().get(0).learningRate()).isNull();
        assertThat(again.config(7).arms().get(0).firstNormalizer()).isEqualTo(new NormalizerSpec.Batch(5));
        assertThat(again.config(0).arms().get(1).firstNormalizer()).isEqualTo(new NormalizerSpec.Rms());
        assertThat(SweepFile.toText(again)).isEqualTo(SweepFile.toText(sweep));
        assertThat(sweep.axes().get(1).plain(1)).isEqualTo("batch ghostSize 5|batch");
    }

    @Test
    void aNumberOfSeedsBeginsWithTheBases() {
        assertThat(Sweeps.of(RATES, "\"seeds\": 3, \"steps\": [10]").seeds()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void theBaseMayBeAFileBesideTheSweepWithItsCommands(@TempDir Path folder) throws IOException {
        Sweep inline = Sweeps.of(RATES, REST);
        Event event = new Event(3, new Command.SetLearningRate(0.2));
        new ExperimentFile(inline.base(), List.of(event)).write(folder.resolve("base.json"));
        Path file = folder.resolve("sweep.json");
        Files.writeString(file, Sweeps.text("\"base.json\"", RATES, Sweeps.MEASURES, REST));
        Sweep sweep = SweepFile.read(file, Quantities.READER);

        assertThat(sweep.base()).isEqualTo(inline.base());
        assertThat(sweep.events()).containsExactly(event);
        Files.delete(folder.resolve("base.json"));
        assertThatThrownBy(() -> SweepFile.read(file, Quantities.READER))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("base names a file that cannot be read: base.json.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|settings: the number of settings",
                "[{`setting`: `speed`, `values`: [1]}]|settings[0].setting ",
                "[{`setting`: `depth`, `values`: [1.5]}]|settings[0].values[0] ",
                "[{`setting`: `depth`, `values`: [2, 51]}]|settings[0].values[1] ",
                "[{`setting`: `depth`, `values`: [2, 2]}]|settings[0].values[1] ",
                "[{`setting`: `depth`, `arm`: `with`, `values`: [2]}]|settings[0].arm ",
                "[{`setting`: `dropout`, `arm`: `arm-3`, `values`: [0]}]|settings[0].arm ",
                "[{`setting`: `dropout`, `paired`: [[0.1]]}]|settings[0].paired[0] ",
                "[{`setting`: `dropout`}]|settings[0] ",
                "[{`setting`: `normalizer`, `values`: [{`kind`: `n`}]}]|settings[0].values[0].kind ",
            })
    void aWrongSettingIsNamed(String settings, String start) {
        assertThatThrownBy(() -> Sweeps.of(settings.replace('`', '"'), REST))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`seeds`: 0, `steps`: [1]|seeds ",
                "`seeds`: `a`, `steps`: [1]|seeds ",
                "`seeds`: [1, 1], `steps`: [1]|seeds ",
                "`seeds`: 1, `steps`: [2, 1]|steps[1] ",
                "`seeds`: 1|steps ",
            })
    void wrongSeedsAndStepsAreNamed(String rest, String start) {
        assertThatThrownBy(() -> Sweeps.of(RATES, rest.replace('`', '"')))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(start);
    }

    static Stream<String[]> measures() {
        return Stream.of(
                new String[] {"[{\"what\": \"loss\", \"set\": \"test\", \"mode\": \"eval\"}]", "measure[0].name "},
                new String[] {"[{\"name\": \"a\", \"what\": \"los\"}]", "measure[0].what "},
                new String[] {
                    "[{\"name\": \"a\", \"what\": \"mean\", \"of\": \"z\", \"layer\": 7}]", "measure[0].layer "
                },
                new String[] {"[{\"name\": \"a\", \"what\": \"loss\", \"set\": \"test\"}]", "measure[0].mode "});
    }

    @ParameterizedTest
    @MethodSource("measures")
    void aWrongMeasureIsNamed(String measures, String start) {
        assertThatThrownBy(() -> Sweeps.read(Sweeps.text(Sweeps.BASE, RATES, measures, REST)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(start);
    }

    @Test
    void anyQuantityOfLessonsIsMeasured() {
        String measures = "[{\"name\": \"z\", \"what\": \"sd\", \"of\": \"z\", \"layer\": 1},"
                + "{\"name\": \"of with\", \"what\": \"mean\", \"arm\": \"with\", \"of\": \"a\", \"layer\": 0},"
                + "{\"name\": \"running\", \"what\": \"statistics\", \"tell\": \"loss\", \"of\": \"running\"}]";
        SweepRun run =
                Sweeps.read(Sweeps.text(Sweeps.BASE, RATES, measures, REST)).run(0, () -> false);

        assertThat(run.values()[0][0][0]).isPositive().isNotEqualTo(run.values()[0][1][0]);
        assertThat(run.values()[0][0][1]).isEqualTo(run.values()[0][1][1]);
        assertThat(run.values()[0][0][2]).isPositive();
    }
}
