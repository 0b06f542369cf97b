package normscope.view;

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
     * Asks where to save an experiment.
     *
     * @param owner the window that asks
     * @param suggestedName a file name to start from
     * @return the file, or empty if the user doesn't want to
     */
    Optional<Path> askSave(Window owner, String suggestedName);

    /**
     * Asks which lesson to open.
     *
     * @param owner the window that asks
     * @return the lesson's folder, or empty if the user doesn't want to
     */
    Optional<Path> askLesson(Window owner);
}
