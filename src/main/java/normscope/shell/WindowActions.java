package normscope.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lab.PreparedShift;

/**
 * What menus, buttons and keys do that is more than one call of the view model. Each mode of the window has its own;
 * what belongs to the whole window, such as the theme, they share.
 */
public final class WindowActions {

    /** The endings of files' names; the first is the usual one. */
    private static final List<String> EXPERIMENTS = List.of(".json");

    private static final List<String> SHEETS = List.of(".pdf", ".html");
    private static final String DEFAULT_NAME = "experiment";

    private final LabViewModel vm;
    private final Shared shared;
    private final ObjectProperty<InstrumentSettings> instrument = new SimpleObjectProperty<>(this, "instrument");
    private Consumer<InstrumentSettings> setUp = instrument::set;
    private final PreparedShift shift;
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final ReadOnlyObjectWrapper<ExperimentConfig> saved = new ReadOnlyObjectWrapper<>(this, "saved");
    private Runnable reset;
    private final OwnDataActions data;

    /** What the modes of one window have in common. */
    private static final class Shared {
        private final FileDialogs dialogs;
        private Window window;
        private String version = "";
        private final Appearance appearance;
        private final HiddenControls hidden = new HiddenControls();
        private RecentFiles recent = new RecentFiles(null);

        Shared(FileDialogs dialogs, Appearance appearance) {
            this.dialogs = dialogs;
            this.appearance = appearance;
        }
    }

    /** Creates the actions of a window that keeps nothing of how it looks. */
    public WindowActions(LabViewModel vm, FileDialogs dialogs) {
        this(vm, dialogs, new Appearance(null));
    }

    public WindowActions(LabViewModel vm, FileDialogs dialogs, Appearance appearance) {
        this(vm, new Shared(dialogs, appearance));
    }

    /** Creates the actions of another mode of the same window. */
    public WindowActions(LabViewModel vm, WindowActions other) {
        this(vm, other.shared);
    }

    /**
     * The actions of the same experiment shown elsewhere in a theme of its own, such as before a class. They share the
     * experiment, the prepared change and the dialogs with these.
     */
    public WindowActions elsewhere(Theme ownTheme) {
        WindowActions actions = new WindowActions(vm, new Shared(shared.dialogs, new Appearance(null)), shift);
        actions.themeProperty().set(ownTheme);
        return actions;
    }

    private WindowActions(LabViewModel vm, Shared shared) {
        this(vm, shared, new PreparedShift(vm));
    }

    private WindowActions(LabViewModel vm, Shared shared, PreparedShift shift) {
        this.vm = vm;
        this.shared = shared;
        this.shift = shift;
        this.reset = vm::reset;
        this.data = new OwnDataActions(shared.dialogs);
        saved.set(vm.configProperty().get());
    }

    /** Sets the window that dialogs belong to. */
    public void setWindow(Window owner) {
        shared.window = owner;
    }

    /** Sets the version told under About. */
    public void setVersion(String number) {
        shared.version = number;
    }

    public String version() {
        return shared.version;
    }

    public HiddenControls hidden() {
        return shared.hidden;
    }

    /** Sets where the files opened and saved last are kept. */
    public void setRecent(RecentFiles files) {
        shared.recent = files;
    }

    public RecentFiles recent() {
        return shared.recent;
    }

    /** The file opened or saved last: null if there is none yet. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** The experiment as it was opened or saved last, or as the program began with it. */
    public ReadOnlyObjectProperty<ExperimentConfig> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public LabViewModel vm() {
        return vm;
    }

    /** The theme; whoever shows the window follows it. */
    public ObjectProperty<Theme> themeProperty() {
        return shared.appearance.themeProperty();
    }

    public Appearance appearance() {
        return shared.appearance;
    }

    /** The instrument in the centre of the window, told by its settings: null while the histograms are shown. */
    public ObjectProperty<InstrumentSettings> instrumentProperty() {
        return instrument;
    }

    /** Shows an instrument set up anew; null shows the histograms. */
    public void setUp(InstrumentSettings settings) {
        setUp.accept(settings);
    }

    /** Sets what sets up the instruments that are shown already. */
    public void setSetUp(Consumer<InstrumentSettings> action) {
        setUp = action;
    }

    /** The change prepared in the shift lab. */
    public PreparedShift shift() {
        return shift;
    }

    /** Shows the histograms in the centre again. */
    public void closeInstrument() {
        instrument.set(null);
    }

    public void nextTheme() {
        themeProperty().set(themeProperty().get().next());
    }

    public Optional<Path> askOpen() {
        return shared.dialogs.askOpen(shared.window);
    }

    /** Opens an experiment, once its data are at hand. */
    public void open(Path chosen) {
        data.whenAtHand(chosen, () -> {
            vm.open(chosen);
            remember(chosen);
        });
    }

    /** What opens the user's own data. */
    public OwnDataActions data() {
        return data;
    }

    /** Opens an experiment from a file that will not stay: saving asks where to. */
    public void openCopy(Path passing) {
        vm.openCopy(passing);
        remember(null);
    }

    public Optional<Path> askLesson() {
        return shared.dialogs.askLesson(shared.window);
    }

    /** Puts the experiment on the clipboard, as the text that a file would have. */
    public void copyText() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, vm.file().toText()));
        vm.tell(Notice.info("file.copied-text"));
    }

    /** Opens the experiment whose text is on the clipboard; saving asks where to. */
    public void paste() {
        vm.paste(Clipboard.getSystemClipboard().getString());
        remember(null);
    }

    /** Saves to the file opened or saved last, or asks for one. */
    public void save() {
        if (file.get() == null) {
            saveAs();
        } else {
            save(file.get());
        }
    }

    public void saveAs() {
        String suggested = file.get() == null ? DEFAULT_NAME : FileToWrite.name(file.get());
        ask(shared.dialogs::askSave, suggested, EXPERIMENTS).ifPresent(this::save);
    }

    private void save(Path target) {
        vm.save(target);
        remember(target);
    }

    /**
     * Asks where to save a sheet, from a name without an ending: a PDF or HTML file that may be written, or empty if
     * the user does not want to.
     */
    public Optional<Path> askSheet(String name) {
        return ask(shared.dialogs::askSheet, name, SHEETS);
    }

    /** Asks for a folder to save into; the words of a key say what for. */
    public Optional<Path> askFolder(String titleKey) {
        return shared.dialogs.askFolder(shared.window, titleKey);
    }

    private Optional<Path> ask(
            BiFunction<Window, String, Optional<Path>> dialog, String suggested, List<String> endings) {
        BiPredicate<Window, Path> replace =
                (owner, target) -> shared.dialogs.askReplace(owner, shared.appearance, target);
        return new FileToWrite(shared.window, dialog, replace, endings).ask(suggested);
    }

    /** Another experiment than the file's is shown now: saving asks where to. */
    public void forgetFile() {
        file.set(null);
    }

    /** A file that could not be opened must not be the one that Save writes over. */
    private void remember(Path used) {
        if (vm.noticeProperty().get().kind() != Notice.Kind.ERROR) {
            file.set(used);
            saved.set(vm.configProperty().get());
            if (used != null) {
                shared.recent.add(used);
            }
        }
    }

    /** Begins again: the run, or what the mode has in its place. */
    public void reset() {
        reset.run();
    }

    /** Sets what beginning again means in this mode, in place of starting the run again from step 0. */
    public void setReset(Runnable action) {
        reset = action;
    }

    /** Undoes the last change, if there is one. */
    public void undo() {
        if (vm.canUndoProperty().get()) {
            vm.undo();
        }
    }

    /** Brings back what was undone last, if there is something. */
    public void redo() {
        if (vm.canRedoProperty().get()) {
            vm.redo();
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

    public void showKeys() {
        showPage("keys", KeyList.ofWindow());
    }

    /** Shows something to read beside the work, under the title of a key. */
    public void showPage(String key, Node content) {
        InfoDialogs.show(shared.window, shared.appearance, key, content);
    }

    /** Shows what this program is, and its licences. */
    public void showAbout() {
        showPage("about", InfoDialogs.about(shared.version));
    }

    public void exit() {
        shared.window.hide();
    }
}
