package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import normscope.data.table.TableFormat;
import normscope.data.table.TableReader;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.OwnTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableViewModelTest {

    private static final String TABLE = "h;w;kind;site\n1,5;2;a;x\n2;?;b;y\n3;4,5;b;x\n4;1;a;y\n5,5;2;b;y\n";

    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final LabViewModel lab = new LabViewModel(ExperimentConfig.defaults());
    private final TableViewModel vm = new TableViewModel(lab, Runnable::run, waiting::add);

    @AfterEach
    void close() {
        lab.close();
    }

    private void settle() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aTableIsShownAsItSeemsToBe() throws IOException {
        vm.open(file(TABLE));
        assertThat(vm.busyProperty().get()).isTrue();
        settle();

        assertThat(vm.busyProperty().get()).isFalse();
        assertThat(vm.guessProperty().get().format().delimiter()).isEqualTo(TableFormat.Delimiter.SEMICOLON);
        assertThat(vm.labelProperty().get()).isEqualTo("site");
        assertThat(vm.inputsProperty().get()).containsExactly("h", "w");
        assertThat(vm.problemProperty().get()).isEmpty();
    }

    @Test
    void loadingBeginsARunThatUndoTakesBack() throws Exception {
        ExperimentConfig before = lab.configProperty().get();
        vm.open(file(TABLE));
        settle();
        vm.setLabel("kind");
        vm.load();
        assertThat(lab.configProperty().get()).isEqualTo(before);
        settle();

        OwnTable table = (OwnTable) lab.configProperty().get().data().own();
        assertThat(table.label()).isEqualTo("kind");
        assertThat(table.rows()).isEqualTo(4);
        assertThat(vm.doneProperty().get()).isTrue();
        assertThat(lab.noticeProperty().get().text())
                .isEqualTo("table.csv: 4 rows, 2 inputs, 2 classes of kind. Undo brings the former run back. "
                        + "One row without a value is left out: row 3, column w.");
    }

    @Test
    void anotherFormatKeepsWhatWasChosenWhereItIsStillThere() throws IOException {
        vm.open(file(TABLE));
        settle();
        vm.setLabel("kind");
        vm.setInput("w", false);
        vm.setFormat(vm.guessProperty().get().format().withDecimal(TableFormat.Decimal.POINT));
        settle();
        assertThat(vm.labelProperty().get()).isEqualTo("kind");
        assertThat(vm.inputsProperty().get()).containsExactly("h");

        vm.setFormat(vm.guessProperty().get().format().withDelimiter(TableFormat.Delimiter.TAB));
        settle();
        assertThat(vm.problemProperty().get())
                .isEqualTo("The file has a single column; choose another delimiter, or another file.");
    }

    @Test
    void whatIsWrongIsToldAndNothingChanges() throws IOException {
        ExperimentConfig before = lab.configProperty().get();
        vm.open(file(TABLE));
        settle();
        vm.setLabel("kind");
        vm.missingProperty().set(TableReader.Missing.REFUSE);
        vm.load();
        settle();
        assertThat(vm.problemProperty().get())
                .isEqualTo("The file has no value in row 3, column \"w\"; "
                        + "fill it in, or leave out rows without a value.");
        vm.inputsProperty().set(List.of());
        assertThat(vm.problemProperty().get()).isEqualTo("Choose 1 to 64 input columns, not 0.");
        vm.open(folder);
        settle();
        assertThat(vm.problemProperty().get()).isEqualTo("The file is a folder; choose a file in it.");
        assertThat(lab.configProperty().get()).isEqualTo(before);
    }

    @Test
    void aCancelledReadingChangesNothing() throws IOException {
        vm.open(file(TABLE));
        settle();
        ExperimentConfig before = lab.configProperty().get();
        vm.load();
        vm.cancel();
        settle();

        assertThat(lab.configProperty().get()).isEqualTo(before);
        assertThat(vm.busyProperty().get()).isFalse();
        assertThat(vm.doneProperty().get()).isFalse();
    }

    @Test
    void aTableThatIsGoneCanBeFound() throws IOException {
        Path file = file(TABLE);
        vm.open(file);
        settle();
        vm.load();
        settle();
        OwnTable lost = ((OwnTable) lab.configProperty().get().data().own())
                .withFile(folder.resolve("gone.csv").toString());
        TableViewModel finding = new TableViewModel(lab, Runnable::run, waiting::add);

        finding.find(lost, null);
        settle();
        assertThat(finding.problemProperty().get()).contains("gone.csv\" is not there");
        finding.find(lost, Files.writeString(folder.resolve("other.csv"), TABLE + "1;2;a;x\n"));
        settle();
        assertThat(finding.problemProperty().get()).contains("has been changed");
        finding.find(lost, file);
        settle();
        assertThat(finding.doneProperty().get()).isTrue();
    }

    @Test
    void everyExampleOpens() {
        for (String example : OwnTable.ALL_EXAMPLES) {
            vm.openExample(example);
            settle();
            assertThat(vm.problemProperty().get()).as(example).isEmpty();
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
