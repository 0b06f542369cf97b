package normscope.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.shell.Appearance;
import normscope.shell.FileDialogs;
import normscope.shell.WindowActions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name under which an experiment is saved, and what is asked before a file is written over. */
class SaveAsTest {

    private static final String OTHER = "another experiment";

    @TempDir
    Path folder;

    private final LabViewModel vm = new LabViewModel(ExperimentConfig.defaults());
    private final Answers answers = new Answers();
    private final WindowActions actions = new WindowActions(vm, answers);

    @AfterEach
    void close() {
        vm.close();
    }

    /** Answers from lists; notes the questions. */
    private final class Answers implements FileDialogs {
        private final Deque<String> names = new ArrayDeque<>();
        private final List<String> suggested = new ArrayList<>();
        private final List<Path> asked = new ArrayList<>();
        private boolean replace;

        @Override
        public Optional<Path> askOpen(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askSave(Window owner, String suggestedName) {
            suggested.add(suggestedName);
            return Optional.ofNullable(names.poll()).map(folder::resolve);
        }

        @Override
        public Optional<Path> askSheet(Window owner, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askFolder(Window owner, String titleKey) {
            return Optional.empty();
        }

        @Override
        public boolean askReplace(Window owner, Appearance appearance, Path file) {
            asked.add(file);
            return replace;
        }

        @Override
        public Optional<Path> askLesson(Window owner) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp, exp.json",
        "exp.json, exp.json",
        "EXP.JSON, EXP.JSON",
        "lr 0.1, lr 0.1.json",
        "v2.final, v2.final.json",
        "notes.txt, notes.txt.json"
    })
    void theFileEndsAsOpenListsIt(String typed, String saved) {
        answers.names.add(typed);
        actions.saveAs();

        assertThat(folder.resolve(saved)).isRegularFile();
        assertThat(folder.toFile().list()).hasSize(1);
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void aFileThatTheDialogCouldNotSeeIsNotWrittenOverUnasked() throws IOException {
        Path other = Files.writeString(folder.resolve("exp.json"), OTHER);
        answers.names.add("exp");
        actions.saveAs();

        assertThat(answers.asked).containsExactly(other);
        assertThat(other).hasContent(OTHER);
        assertThat(answers.suggested).containsExactly("experiment.json", "exp.json");
    }

    @Test
    void afterANoAnotherNameCanBeGiven() throws IOException {
        Path other = Files.writeString(folder.resolve("exp.json"), OTHER);
        answers.names.addAll(List.of("exp", "exp 2"));
        actions.saveAs();

        assertThat(other).hasContent(OTHER);
        assertThat(folder.resolve("exp 2.json")).isRegularFile();
    }

    @Test
    void afterAYesTheFileIsWrittenOver() throws IOException {
        Path other = Files.writeString(folder.resolve("exp.json"), OTHER);
        answers.names.add("exp");
        answers.replace = true;
        actions.saveAs();

        assertThat(other).content().contains("hiddenUnits");
    }

    @Test
    void theDialogHasAskedAboutTheVeryName() throws IOException {
        Path other = Files.writeString(folder.resolve("exp.json"), OTHER);
        answers.names.add("exp.json");
        actions.saveAs();

        assertThat(answers.asked).isEmpty();
        assertThat(other).content().contains("hiddenUnits");
    }
}
