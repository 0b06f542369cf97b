package normscope.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Window;
import normscope.instrument.InstrumentSettings;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.Notice;

/** What menus, buttons and keys do that is more than one call of the view model. */
public final class WindowActions {

    private static final String DEFAULT_FILE = "experiment.json";

    private final LabViewModel vm;
    private final FileDialogs dialogs;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<InstrumentSettings> instrument = new SimpleObjectProperty<>(this, "instrument");
    private Path file;
    private Window window;
    private String version = "";

    /**
     * Creates the actions of one window.
     *
     * @param vm what they act on
     * @param dialogs asks for files
     */
    public WindowActions(LabViewModel vm, FileDialogs dialogs) {
        this.vm = vm;
        this.dialogs = dialogs;
    }

    /**
     * Sets the window that dialogs belong to.
     *
     * @param owner the window
     */
    public void setWindow(Window owner) {
        window = owner;
    }

    /**
     * Sets the version told under About.
     *
     * @param number the program's version
     */
    public void setVersion(String number) {
        version = number;
    }

    /**
     * What the window shows.
     *
     * @return the view model
     */
    public LabViewModel vm() {
        return vm;
    }

    /**
     * The theme; whoever shows the window follows it.
     *
     * @return the property
     */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /**
     * The instrument in the centre of the window, told by its settings.
     *
     * @return the property; null while the histograms are shown
     */
    public ObjectProperty<InstrumentSettings> instrumentProperty() {
        return instrument;
    }

    /** Shows the histograms in the centre again. */
    public void closeInstrument() {
        instrument.set(null);
    }

    /** Goes to the next theme. */
    public void nextTheme() {
        theme.set(theme.get().next());
    }

    /** Asks for a file and opens it. */
    public void open() {
        dialogs.askOpen(window).ifPresent(chosen -> {
            vm.open(chosen);
            remember(chosen);
        });
    }

    /** Saves to the file opened or saved last, or asks for one. */
    public void save() {
        if (file == null) {
            saveAs();
        } else {
            vm.save(file);
        }
    }

    /** Asks for a file and saves to it. */
    public void saveAs() {
        String name = file == null ? DEFAULT_FILE : String.valueOf(file.getFileName());
        Optional<Path> chosen = dialogs.askSave(window, name);
        chosen.ifPresent(target -> {
            vm.save(target);
            remember(target);
        });
    }

    /** A file that could not be opened must not be the one that Save writes over. */
    private void remember(Path used) {
        if (vm.noticeProperty().get().kind() != Notice.Kind.ERROR) {
            file = used;
        }
    }

    /** Undoes the last change, if there is one. */
    public void undo() {
        if (vm.canUndoProperty().get()) {
            vm.undo();
        }
    }

    /** Pins the histograms of this moment as outlines, or takes the outlines away. */
    public void togglePin() {
        if (vm.layers().pinnedProperty().get()) {
            vm.layers().unpin();
        } else {
            vm.layers().pin();
        }
    }

    /** Changes between whole layers and one unit. */
    public void toggleUnit() {
        vm.layers().oneUnitProperty().set(!vm.layers().oneUnitProperty().get());
    }

    /** Goes to the training's present. */
    public void live() {
        if (vm.transport().reviewingProperty().get()) {
            vm.transport().live();
        }
    }

    /** Puts the networks back to the reviewed step. */
    public void continueFromHere() {
        if (vm.transport().reviewingProperty().get()) {
            vm.continueFromHere();
        }
    }

    /** Shows the list of keys. */
    public void showKeys() {
        InfoDialogs.showKeys(window);
    }

    /** Shows what this program is, and its licences. */
    public void showAbout() {
        InfoDialogs.showAbout(window, version);
    }

    /** Closes the window. */
    public void exit() {
        window.hide();
    }
}
