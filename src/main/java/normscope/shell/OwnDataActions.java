package normscope.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.Window;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.OwnTable;

/** Opens the user's own data; how they are shown, the window says. */
public final class OwnDataActions {

    private final FileDialogs dialogs;
    private Consumer<Path> show = chosen -> {};
    private BiConsumer<OwnTable, Runnable> read = (table, then) -> then.run();

    OwnDataActions(FileDialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** Asks for a table. */
    public Optional<Path> ask(Window owner) {
        return dialogs.askData(owner);
    }

    /** Sets what shows a table that is to be the experiment's data; it gets null where none is chosen yet. */
    public void setShow(Consumer<Path> action) {
        show = action;
    }

    /** Shows a table that is to be the experiment's data; null to choose one. */
    public void show(Path chosen) {
        show.accept(chosen);
    }

    /** Sets what reads an experiment's table that is not at hand, or lets it be found, and goes on then. */
    public void setRead(BiConsumer<OwnTable, Runnable> action) {
        read = action;
    }

    /** Does something with an experiment's file once its data are at hand; at once if it has none of the user's. */
    void whenAtHand(Path experiment, Runnable open) {
        OwnTable table = tableOf(experiment);
        if (table == null || table.ready()) {
            open.run();
        } else {
            read.accept(table, open);
        }
    }

    /** Null also where the file is none: who opens it says so. */
    private static OwnTable tableOf(Path experiment) {
        try {
            return ExperimentFile.unchecked(experiment).config().data().own() instanceof OwnTable table ? table : null;
        } catch (IOException | InvalidSettingException e) {
            return null;
        }
    }
}
