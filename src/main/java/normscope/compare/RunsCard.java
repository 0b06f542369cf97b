package normscope.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/**
 * The table of the runs under its head: how many there are, which values, filter, and what is done with the selected.
 */
final class RunsCard extends VBox implements AutoCloseable {

    private static final int LONGEST_NAME = 100;

    private final CompareViewModel vm;
    private final RunsTable table;
    private final TextField filter = Hints.describe(new TextField(), "compare.filter");
    private final TextField name = Hints.describe(new TextField(), "compare.rename");
    private final Button rename = button("rename", this::beginRename);

    RunsCard(CompareViewModel vm, WindowActions actions) {
        this.vm = vm;
        table = new RunsTable(vm, actions);
        getStyleClass().addAll("card", "runs-card");
        filter.setId("run-filter");
        filter.setPromptText(Texts.text("compare.filter"));
        filter.textProperty().bindBidirectional(vm.filterProperty());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                table.requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                focusTable();
                event.consume();
            }
        });
        name.setId("run-name");
        Parts.show(name, false);
        name.setOnAction(event -> endRename(true));
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                endRename(false);
                event.consume();
            }
        });
        name.focusedProperty().addListener((observable, old, focused) -> {
            if (!focused && name.isVisible()) {
                endRename(true);
            }
        });
        table.setOnRename(this::beginRename);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(), told(), table);
        Runnable note = () -> table.setNote(Texts.text(
                !vm.readyProperty().get()
                        ? "compare.reading"
                        : vm.filterProperty().get().isBlank() ? "compare.none" : "compare.none.filter"));
        Parts.follow(note, vm.readyProperty(), vm.filterProperty());
    }

    private HBox head() {
        Label title = Parts.whole(Parts.styled(new Label(Texts.text("compare.runs")), "runs-title"));
        FittingLabel count = Parts.styled(new FittingLabel(), "caption-note");
        count.setId("run-count");
        vm.headProperty().subscribe(count::setWordings);
        Label differs =
                Parts.whole(Parts.styled(new Label(Texts.text("compare.differs")), "run-value", "differs-sample"));
        FittingLabel rest = new FittingLabel();
        rest.setWordings(Texts.text("compare.differs.rest") + "|");
        rest.getStyleClass().add("caption-note");
        SegmentedChoice<Boolean> values =
                Parts.choice("compare", List.of(false, true), best -> best ? "best" : "final");
        values.setId("run-values");
        values.follow(vm.bestProperty());
        Label mode = Parts.whole(Parts.styled(new Label(Texts.text("compare.mode")), "caption-note"));
        Button delete = button("delete", table::delete);
        Button open = button("open", table::open);
        open.getStyleClass().add("main-action");
        var none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        rename.disableProperty().bind(none);
        delete.disableProperty().bind(none);
        open.disableProperty().bind(none);
        HBox head = Parts.row(
                "card-head",
                title,
                count,
                Parts.gap(),
                differs,
                rest,
                values,
                mode,
                filter,
                name,
                rename,
                delete,
                open);
        return head;
    }

    private HBox told() {
        Label words = new Label();
        words.setId("run-told");
        words.textProperty().bind(vm.toldProperty());
        words.setWrapText(true);
        Button undo = button("undo", vm::undo);
        undo.visibleProperty().bind(vm.canUndoProperty());
        Parts.collapsing(undo);
        HBox told = Parts.collapsing(Parts.row("run-told", words, undo));
        told.visibleProperty().bind(vm.toldProperty().isNotEmpty());
        return told;
    }

    private static Button button(String key, Runnable action) {
        return Parts.whole(Parts.styled(Parts.button("run-" + key, "compare." + key, action), "small-action"));
    }

    private void beginRename() {
        if (table.selected() != null) {
            name.setText(table.selected().name());
            showName(true);
            name.requestFocus();
            name.selectAll();
        }
    }

    private void endRename(boolean take) {
        RunRow row = table.selected();
        showName(false);
        if (take && row != null && !name.getText().equals(row.name())) {
            String given = name.getText();
            vm.rename(row, given.substring(0, Math.min(LONGEST_NAME, given.length())));
        }
        table.requestFocus();
    }

    private void showName(boolean on) {
        Parts.show(name, on);
        Parts.show(rename, !on);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void focusTable() {
        table.selectSomething();
        table.requestFocus();
    }

    @Override
    public void close() {
        table.close();
    }
}
