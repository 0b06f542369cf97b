package normscope.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user for a file. Tests answer in the user's place. */
public interface FileDialogs {

    /**
     * Asks which experiment to open.
     *
     * @param owner the window that asks
     * @return the file, or empty if the user doesn't want to
     */
    Optional<Path> askOpen(Window owner);

    /**
     * Asks which table to open.
     *
     * @param owner the window that asks
     * @return the file, or empty if the user doesn't want to
     */
    default Optional<Path> askData(Window owner) {
        return Optional.empty();
    }

    /**
     * Asks where to save an experiment. Asks also before a file is written over that has just the chosen name.
     *
     * @param owner the window that asks
     * @param suggestedName a file name to start from
     * @return the file, or empty if the user doesn't want to
     */
    Optional<Path> askSave(Window owner, String suggestedName);

    /**
     * Asks whether a file that is there may be written over.
     *
     * @param owner the window that asks
     * @param theme the window's theme
     * @return true if it may
     */
    boolean askReplace(Window owner, Appearance appearance, Path file);

    /**
     * Asks where to save a sheet, as PDF or HTML. Asks also before a file is written over that has the chosen name.
     *
     * @param owner the window that asks
     * @param suggestedName a file name to start from
     * @return the file, or empty if the user doesn't want to
     */
    Optional<Path> askSheet(Window owner, String suggestedName);

    /**
     * Asks for a folder to save into.
     *
     * @param owner the window that asks
     * @param titleKey of the words that say what for
     * @return the folder, or empty if the user doesn't want to
     */
    Optional<Path> askFolder(Window owner, String titleKey);

    /**
     * Asks which lesson to open.
     *
     * @param owner the window that asks
     * @return the lesson's folder, or empty if the user doesn't want to
     */
    Optional<Path> askLesson(Window owner);
}
