package normscope.window.table;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import normscope.control.Parts;
import normscope.experiment.OwnTable;
import normscope.lab.TableViewModel;
import normscope.runner.QuietThread;
import normscope.shell.InfoDialogs;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** A table over the window, to be looked at, read in another way, and loaded. */
public final class TableDialog {

    private static final Executor READER =
            task -> QuietThread.of("normscope-table", task).start();

    private final WindowActions actions;

    /** Loads tables as the data of the Lab whose actions these are. */
    public TableDialog(WindowActions actions) {
        this.actions = actions;
    }

    private TableViewModel viewModel() {
        return new TableViewModel(actions.vm(), READER, Platform::runLater);
    }

    /** Opens it over a window; without a table, null, one is still to be chosen. */
    public void open(Window owner, Path chosen) {
        TableViewModel vm = viewModel();
        TablePane content = new TablePane(vm, () -> actions.data().ask(owner).ifPresent(vm::open));
        ObservableValue<String> refused = Bindings.createStringBinding(
                () -> vm.busyProperty().get() || vm.guessProperty().get() == null
                        ? " "
                        : vm.guessProperty().get().problem() == null
                                        && vm.labelProperty().get() != null
                                        && !vm.inputsProperty().get().isEmpty()
                                ? ""
                                : " ",
                vm.busyProperty(),
                vm.guessProperty(),
                vm.labelProperty(),
                vm.inputsProperty());
        DialogPane pane = InfoDialogs.work(owner, actions.appearance(), "table", content, refused, () -> {});
        content.setButtons(pane);
        stayUntilDone(pane, vm, vm::load);
        content.begin();
        if (chosen != null) {
            vm.open(chosen);
        }
    }

    /**
     * Reads the table of an experiment that is opened, and goes on then; if it is not there, or not the same any more,
     * says so, and lets somebody find it.
     */
    public void read(Window owner, OwnTable table, Runnable then) {
        TableViewModel vm = viewModel();
        Label text = Parts.paragraph("");
        text.setId("table-status");
        text.textProperty().bind(status(vm, table.file()));
        VBox content = Parts.column("table-find", text, bar(vm));
        ObservableValue<String> refused = vm.busyProperty().map(busy -> busy ? " " : "");
        DialogPane pane = InfoDialogs.work(owner, actions.appearance(), "table-find", content, refused, () -> {});
        vm.doneProperty().addListener(observable -> then.run());
        stayUntilDone(pane, vm, () -> actions.data().ask(owner).ifPresent(found -> vm.find(table, found)));
        vm.find(table, null);
    }

    private static ObservableValue<String> status(TableViewModel vm, String name) {
        return Bindings.createStringBinding(
                () -> vm.busyProperty().get()
                        ? Texts.text(
                                "table.reading",
                                Numbers.percent(vm.progressProperty().get(), 0))
                        : vm.problemProperty().get().isEmpty()
                                ? name
                                : vm.problemProperty().get(),
                vm.busyProperty(),
                vm.progressProperty(),
                vm.problemProperty());
    }

    /** How much has been read; its place stays while nothing is. */
    static Node bar(TableViewModel vm) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.text("table.reading.name"));
        bar.progressProperty().bind(vm.progressProperty());
        bar.visibleProperty().bind(vm.busyProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    /** The button that takes the table begins to read it; the dialog goes when it has been read, or is cancelled. */
    private static void stayUntilDone(DialogPane pane, TableViewModel vm, Runnable take) {
        Window window = pane.getScene().getWindow();
        for (ButtonType type : pane.getButtonTypes()) {
            if (type.getButtonData() == ButtonBar.ButtonData.OK_DONE) {
                pane.lookupButton(type).addEventFilter(ActionEvent.ACTION, event -> {
                    event.consume();
                    take.run();
                });
            }
        }
        vm.doneProperty().addListener(observable -> window.hide());
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> vm.cancel());
    }
}
