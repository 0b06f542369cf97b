package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import normscope.data.Split;
import normscope.data.table.TableFile;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTableTest {

    @TempDir
    private Path folder;

    @Test
    void anExperimentWithATableTrainsAndStandsInAFile() throws IOException {
        ExperimentConfig config = experiment(table("t.csv", 60, 3, 3));
        Experiment experiment = new Experiment(config);
        for (int step = 0; step < 20; step++) {
            experiment.advance();
        }

        assertThat(experiment.split().train().inputs()).isEqualTo(3);
        assertThat(experiment.split().train().classes()).isEqualTo(3);
        assertThat(experiment.measure().arm(0).trainLoss()).isFinite();
        assertThat(ExperimentFile.fromText(new ExperimentFile(config).toText()).config())
                .isEqualTo(config);
    }

    @Test
    void theFileSaysWhereTheTableLiesFromItsFolderOn() throws IOException {
        ExperimentConfig config = experiment(table("t.csv", 40, 2, 2));
        Path file = folder.resolve("e.json");

        new ExperimentFile(config).write(file);

        assertThat(file).content().contains("\"file\" : \"t.csv\"");
        assertThat(ExperimentFile.read(file).config()).isEqualTo(config);
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(file, moved.resolve("e.json"));
        Files.move(folder.resolve("t.csv"), moved.resolve("t.csv"));
        assertThat(((OwnTable) ExperimentFile.read(moved.resolve("e.json"))
                                .config()
                                .data()
                                .own())
                        .file())
                .isEqualTo(moved.resolve("t.csv").toString());
    }

    @Test
    void aTableThatIsNotThereOrHasBeenChangedIsToldInOneSentence() throws IOException {
        OwnTable table = table("t.csv", 41, 2, 2);
        Path file = folder.resolve("e.json");
        new ExperimentFile(experiment(table)).write(file);
        String text = Files.readString(file);
        // Not at hand: of other bytes.
        Files.writeString(file, text.replace(table.sha256(), "0".repeat(64)));

        assertThatThrownBy(() -> ExperimentFile.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "data.own.table.file \"%s\" has been changed since the experiment was made; "
                                + "find the former file, or load it anew.",
                        folder.resolve("t.csv"));

        Files.delete(folder.resolve("t.csv"));
        assertThatThrownBy(() -> ExperimentFile.read(file))
                .hasMessage(
                        "data.own.table.file \"%s\" is not there; put it beside the experiment.",
                        folder.resolve("t.csv"));
    }

    @Test
    void aCopyLooksForItsTableBesideItselfAlone() throws IOException {
        OwnTable table = table("t.csv", 44, 2, 2);
        Path there = Files.createDirectory(folder.resolve("there"));
        Path file = there.resolve("e.json");
        String text = new ExperimentFile(experiment(table)).toText();
        Files.writeString(file, text.replace(table.sha256(), "1".repeat(64)));

        assertThatThrownBy(() -> ExperimentFile.readCopy(file))
                .hasMessageContaining(there.resolve("t.csv") + "\" is not there");

        Files.copy(folder.resolve("t.csv"), there.resolve("t.csv"));
        Files.writeString(file, text);
        assertThat(((OwnTable) ExperimentFile.readCopy(file).config().data().own()).file())
                .isEqualTo("t.csv");
    }

    @Test
    void rowsAtHandAreNotReadAgain() throws IOException {
        OwnTable table = table("t.csv", 42, 2, 2);
        Files.delete(folder.resolve("t.csv"));

        assertThat(table.ready()).isTrue();
        assertThat(table.examples()).isSameAs(table.examples());
        assertThat(new Experiment(experiment(table)).split().train().size()).isEqualTo(21);
    }

    @Test
    void ofALargeSetASampleIsMeasuredAndAllIsTrained() throws IOException {
        ExperimentConfig config = experiment(table("large.csv", 16_000, 2, 2));
        Experiment experiment = new Experiment(config);

        assertThat(experiment.split().train().size()).isEqualTo(8_000);
        assertThat(experiment.stepsPerEpoch()).isEqualTo(8_000 / 64);
        assertThat(experiment.world().train().size()).isEqualTo(Split.MOST_MEASURED);
        assertThat(experiment.world().test().size()).isEqualTo(Split.MOST_MEASURED);
        assertThat(experiment.pool().test().size()).isEqualTo(Split.MOST_MEASURED);
        for (int i = 0; i < 100; i++) {
            assertThat(experiment.world().train().x().data[i])
                    .isEqualTo(experiment.split().train().x().data[i]);
        }
        experiment.advance();
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(1, 0), 0));
        experiment.advance();
        assertThat(experiment.measure().arm(0).testLoss()).isFinite();
        assertThatThrownBy(() ->
                        config.withTraining(new TrainingConfig(config.training().optimizer(), 0.1, 0, 0, 0)))
                .hasMessage("training.batchSize must be from 1 to 5000 for 8000 training examples; "
                        + "0 would take them all at once.");
    }

    @Test
    void upToFiveThousandExamplesNothingIsLeftOut() {
        Split split = new Experiment(ExperimentConfig.defaults()).split();

        assertThat(split.sample()).isSameAs(split);
    }

    @Test
    void whatNoTableCanBeIsRefused() throws IOException {
        OwnTable table = table("t.csv", 43, 2, 2);

        assertThatThrownBy(() -> table.withFile("example:../x")).hasMessage("file is no example of this program.");
        assertThatThrownBy(() -> new OwnTable(
                        "t", "12", table.format(), "k", List.of("a"), List.of("a", "b"), table.missing(), 4))
                .hasMessage("sha256 must be 64 hexadecimal digits.");
        assertThatThrownBy(() -> new OwnTable(
                        "t",
                        table.sha256(),
                        table.format(),
                        "k",
                        List.of("a", "k"),
                        List.of("a", "b"),
                        table.missing(),
                        4))
                .hasMessage("inputNames has the label; take it out.");
    }

    private static ExperimentConfig experiment(OwnTable table) {
        ExperimentConfig defaults = ExperimentConfig.defaults();
        return defaults.withData(defaults.data().withOwn(table));
    }

    private OwnTable table(String name, int rows, int inputs, int classes) throws IOException {
        RandomGenerator random = new SplittableRandom(rows);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inputs; i++) {
            text.append("x").append(i).append(',');
        }
        text.append("class\n");
        for (int row = 0; row < rows; row++) {
            int label = row % classes;
            for (int i = 0; i < inputs; i++) {
                text.append(String.format(Locale.ROOT, "%.4f,", label + random.nextGaussian()));
            }
            text.append("kind ").append(label).append('\n');
        }
        Path file = Files.writeString(folder.resolve(name), text);
        TableGuess guess = TableGuess.of(TableFile.of(file));
        return OwnTable.load(
                        file.toString(),
                        new TableReader.Choice(guess.format(), guess.label(), guess.inputs(), TableReader.Missing.DROP),
                        done -> {})
                .table();
    }
}
