package normscope.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import normscope.shell.Appearance;
import normscope.shell.FileDialogs;
import normscope.shell.Theme;
import normscope.text.Texts;

/** The file choosers of the platform. They start in the folder used last. */
public final class SystemFileDialogs implements FileDialogs {

    private File folder;

    @Override
    public Optional<Path> askOpen(Window owner) {
        return remember(chooser("file.open", "*.json", "*.JSON", "*.normscope", "*.html", "*.pdf")
                .showOpenDialog(owner));
    }

    @Override
    public Optional<Path> askData(Window owner) {
        FileChooser chooser = chooser("file.open-data", "*.csv");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Texts.text("file.data"), "*.csv", "*.CSV", "*.tsv", "*.txt", "*.dat", "*.data"),
                        new FileChooser.ExtensionFilter(Texts.text("file.all"), "*"));
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> askLesson(Window owner) {
        FileChooser chooser = chooser("file.open-lesson", "*.json");
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(Texts.text("file.lessons"), "lesson.json", "index.json"));
        return remember(chooser.showOpenDialog(owner)).map(Path::getParent);
    }

    @Override
    public Optional<Path> askSave(Window owner, String suggestedName) {
        FileChooser chooser = chooser("file.save-as", "*.json", "*.JSON");
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> askSheet(Window owner, String suggestedName) {
        FileChooser chooser = chooser("file.save-sheet", "*.pdf");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Texts.text("file.pdf"), "*.pdf"),
                        new FileChooser.ExtensionFilter(Texts.text("file.html"), "*.html"));
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> askFolder(Window owner, String titleKey) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.text(titleKey));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public boolean askReplace(Window owner, Appearance appearance, Path file) {
        ButtonType replace = new ButtonType(Texts.text("file.replace.yes"), ButtonBar.ButtonData.OK_DONE);
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                Texts.text(
                        "file.replace",
                        file.getFileName(),
                        file.toAbsolutePath().getParent()),
                replace,
                ButtonType.CANCEL);
        question.initOwner(owner);
        question.setTitle(Texts.text("file.save-as"));
        question.setHeaderText(null);
        question.getDialogPane().getStylesheets().setAll(Theme.sheets());
        appearance.dress(question.getDialogPane());
        return question.showAndWait().filter(replace::equals).isPresent();
    }

    private FileChooser chooser(String titleKey, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text(titleKey));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Texts.text("file.experiments"), endings),
                        new FileChooser.ExtensionFilter(Texts.text("file.all"), "*"));
        // A folder that has gone since would make the chooser fail.
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(File chosen) {
        if (chosen != null) {
            folder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
