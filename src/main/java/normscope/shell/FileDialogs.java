package normscope.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user for a file: empty if the user doesn't want to. Tests answer in the user's place. */
public interface FileDialogs {

    /** Asks which experiment to open. */
    Optional<Path> askOpen(Window owner);

    /** Asks which table to open. */
    default Optional<Path> askData(Window owner) {
        return Optional.empty();
    }

    /** Asks where to save an experiment, and also before a file is written over that has just the chosen name. */
    Optional<Path> askSave(Window owner, String suggestedName);

    /** Asks whether a file that is there may be written over. */
    boolean askReplace(Window owner, Appearance appearance, Path file);

    /** Asks where to save a sheet, as PDF or HTML, and also before a file is written over that has the chosen name. */
    Optional<Path> askSheet(Window owner, String suggestedName);

    /** Asks for a folder to save into; the words of a key say what for. */
    Optional<Path> askFolder(Window owner, String titleKey);

    /** Asks which lesson to open, by its folder. */
    Optional<Path> askLesson(Window owner);
}
