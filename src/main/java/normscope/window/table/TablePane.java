package normscope.window.table;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.FileDrop;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.data.table.TableColumn;
import normscope.data.table.TableFormat;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import normscope.experiment.OwnTable;
import normscope.lab.TableViewModel;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The first rows of a table, and how it is read. */
final class TablePane extends BorderPane {

    private static final int ROWS = 50;

    /** More columns make no preview. */
    private static final int COLUMNS = 80;

    private final TableViewModel vm;
    private final Label name = new Label();
    private final Button choose;
    private final ComboBox<TableFormat.Encoding> encoding = choice("table.encoding", TableFormat.Encoding.values());
    private final ComboBox<TableFormat.Delimiter> delimiter = choice("table.delimiter", TableFormat.Delimiter.values());
    private final ComboBox<TableFormat.Decimal> decimal = choice("table.decimal", TableFormat.Decimal.values());
    private final CheckBox header = Hints.describe(new CheckBox(Texts.text("table.header")), "table.header");
    private final ComboBox<String> label = Hints.describe(new ComboBox<>(), "table.label");
    private final ComboBox<TableReader.Missing> missing = choice("table.missing", TableReader.Missing.values());
    private final ListView<TableColumn> inputs = Hints.describe(new ListView<>(), "table.inputs");
    private final TableView<List<String>> preview = new TableView<>();
    private final Label status = Parts.paragraph("");
    private boolean showing;

    TablePane(TableViewModel vm, Runnable ask) {
        this.vm = vm;
        getStyleClass().add("table-pane");
        choose = Parts.button("table-choose", "table.choose", ask);
        name.setId("table-file");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox top = Parts.row("table-top", Parts.wide(name), choose, examples());
        FlowPane reading = new FlowPane(
                named("table.encoding", encoding),
                named("table.delimiter", delimiter),
                named("table.decimal", decimal),
                header,
                named("table.label", label),
                named("table.missing", missing));
        reading.getStyleClass().add("table-reading");
        header.setId("table-header");
        label.setId("table-label");
        setTop(new VBox(top, reading));
        Node columns = Parts.collapsing(inputs());
        setLeft(columns);
        preview.setId("table-preview");
        preview.setFixedCellSize(24);
        preview.setPlaceholder(new Label());
        preview.getSelectionModel().setCellSelectionEnabled(false);
        setCenter(new StackPane(preview, start()));
        // Without a table there is nothing to choose or to see.
        List.of(reading, columns, preview)
                .forEach(part -> part.visibleProperty().bind(vm.guessProperty().isNotNull()));
        status.setId("table-status");
        setBottom(Parts.column("table-below", status, TableDialog.bar(vm)));
        follow();
        FileDrop.accept(this, vm::open);
    }

    /** What had the keyboard may be gone when a table is seen: Enter then loads it, and Tab leads to its choices. */
    void setButtons(DialogPane pane) {
        pane.getStyleClass().add("table-dialog");
        pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .map(pane::lookupButton)
                .forEach(load -> vm.guessProperty().addListener((observable, before, now) -> {
                    if (before == null && now != null) {
                        // Whether it can be loaded is told after this.
                        Platform.runLater(() -> (load.isDisabled() ? label : load).requestFocus());
                    }
                }));
    }

    void begin() {
        choose.requestFocus();
    }

    /** What a table is, and the examples, as long as there is none. */
    private Node start() {
        Label what = new Label(Texts.text("table.start"));
        what.setWrapText(true);
        VBox start = Parts.column("table-start", what);
        start.visibleProperty()
                .bind(vm.guessProperty().isNull().and(vm.busyProperty().not()));
        for (String example : OwnTable.ALL_EXAMPLES) {
            Button take = new Button(Texts.text("table.example." + example));
            take.setId("table-start-" + example);
            take.setMaxWidth(Double.MAX_VALUE);
            take.setOnAction(event -> vm.openExample(example));
            start.getChildren().add(take);
        }
        return start;
    }

    private MenuButton examples() {
        MenuButton menu = Hints.describe(new MenuButton(Texts.text("table.examples")), "table.examples");
        menu.setId("table-examples");
        for (String example : OwnTable.ALL_EXAMPLES) {
            MenuItem item = new MenuItem(Texts.text("table.example." + example));
            item.setId("table-example-" + example);
            item.setOnAction(event -> vm.openExample(example));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node inputs() {
        inputs.setId("table-inputs");
        inputs.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        inputs.setCellFactory(CheckBoxListCell.forListView(
                column -> {
                    SimpleBooleanProperty in =
                            new SimpleBooleanProperty(vm.inputsProperty().get().contains(column.name()));
                    in.addListener((observable, was, now) -> vm.setInput(column.name(), now));
                    return in;
                },
                Parts.converter(column ->
                        Texts.text(column.numeric() ? "table.input.number" : "table.input.word", column.name()))));
        inputs.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            TableColumn column = inputs.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && column != null) {
                vm.setInput(column.name(), !vm.inputsProperty().get().contains(column.name()));
                event.consume();
            }
        });
        Button all = Parts.button(
                "table-inputs-all",
                "table.inputs.all",
                () -> vm.inputsProperty().set(numbers()));
        Button none = Parts.button(
                "table-inputs-none",
                "table.inputs.none",
                () -> vm.inputsProperty().set(List.of()));
        Label caption = new Label(Texts.text("table.inputs"));
        caption.setLabelFor(inputs);
        caption.setMaxWidth(Double.MAX_VALUE);
        HBox head = Parts.row("table-top", Parts.wide(caption), all, none);
        return Parts.column("table-inputs", head, Parts.high(inputs));
    }

    private List<String> numbers() {
        TableGuess seen = vm.guessProperty().get();
        return seen == null
                ? List.of()
                : seen.columns().stream()
                        .filter(column -> column.numeric()
                                && !column.name().equals(vm.labelProperty().get()))
                        .map(TableColumn::name)
                        .limit(TableReader.MAX_INPUTS)
                        .toList();
    }

    private void follow() {
        Parts.onChange(this::showChoice, vm.labelProperty(), vm.inputsProperty());
        Parts.onChange(this::showStatus, vm.problemProperty(), vm.busyProperty(), vm.progressProperty());
        on(encoding, value -> vm.setFormat(format().withEncoding(value)));
        on(delimiter, value -> vm.setFormat(format().withDelimiter(value)));
        on(decimal, value -> vm.setFormat(format().withDecimal(value)));
        header.selectedProperty().addListener((observable, was, now) -> {
            if (!showing) {
                vm.setFormat(format().withHeader(now));
            }
        });
        on(label, vm::setLabel);
        on(missing, vm.missingProperty()::set);
        Parts.follow(this::showName, vm.fileProperty());
        Parts.follow(this::showGuess, vm.guessProperty());
    }

    private <T> void on(ComboBox<T> box, Consumer<T> change) {
        box.valueProperty().addListener((observable, was, now) -> {
            if (!showing && now != null) {
                change.accept(now);
            }
        });
    }

    private TableFormat format() {
        return vm.guessProperty().get().format();
    }

    private void showName() {
        String file = vm.fileProperty().get();
        name.setText(
                file.isEmpty()
                        ? Texts.text("table.none")
                        : file.startsWith(OwnTable.EXAMPLE)
                                ? Texts.text("table.example." + file.substring(OwnTable.EXAMPLE.length()))
                                : String.valueOf(Path.of(file).getFileName()));
    }

    private void showGuess() {
        TableGuess seen = vm.guessProperty().get();
        for (Node each : List.of(encoding, delimiter, decimal, header, label, missing, inputs)) {
            each.setDisable(seen == null);
        }
        showing = true;
        preview.getColumns().clear();
        preview.getItems().clear();
        if (seen == null) {
            label.getItems().clear();
            inputs.getItems().clear();
        } else {
            encoding.setValue(seen.format().encoding());
            delimiter.setValue(seen.format().delimiter());
            decimal.setValue(seen.format().decimal());
            header.setSelected(seen.format().header());
            missing.setValue(vm.missingProperty().get());
            label.setItems(FXCollections.observableList(
                    seen.columns().stream().map(TableColumn::name).toList()));
            inputs.setItems(FXCollections.observableList(seen.columns()));
            for (int i = 0; i < Math.min(COLUMNS, seen.columns().size()); i++) {
                preview.getColumns().add(column(seen.columns().get(i).name(), i));
            }
            preview.getItems().setAll(seen.rows().stream().limit(ROWS).toList());
            preview.setAccessibleText(Texts.text(
                    "table.preview.summary",
                    preview.getItems().size(),
                    seen.columns().size()));
        }
        showing = false;
        showChoice();
    }

    private static javafx.scene.control.TableColumn<List<String>, String> column(String name, int index) {
        javafx.scene.control.TableColumn<List<String>, String> column = new javafx.scene.control.TableColumn<>(name);
        column.setSortable(false);
        column.setPrefWidth(110);
        column.setCellValueFactory(row -> new SimpleStringProperty(
                index < row.getValue().size() ? row.getValue().get(index) : ""));
        return column;
    }

    private void showChoice() {
        showing = true;
        label.setValue(vm.labelProperty().get());
        showing = false;
        inputs.refresh();
        showStatus();
    }

    private void showStatus() {
        status.setText(statusText());
    }

    private String statusText() {
        if (vm.busyProperty().get()) {
            return Texts.text(
                    "table.reading", Numbers.percent(vm.progressProperty().get(), 0));
        }
        String problem = vm.problemProperty().get();
        TableGuess seen = vm.guessProperty().get();
        if (!problem.isEmpty() || seen == null) {
            return problem;
        }
        return Texts.text(
                "table.ready",
                vm.inputsProperty().get().size(),
                vm.labelProperty().get(),
                seen.columns().stream()
                        .filter(column ->
                                column.name().equals(vm.labelProperty().get()))
                        .map(column -> column.values().size() > TableReader.MAX_CLASSES
                                ? Texts.text("table.classes.more", TableReader.MAX_CLASSES)
                                : String.join(", ", column.values()))
                        .collect(Collectors.joining()));
    }

    private static <E extends Enum<E>> ComboBox<E> choice(String key, E[] values) {
        ComboBox<E> box = Hints.describe(new ComboBox<>(FXCollections.observableArrayList(values)), key);
        box.setId(key.replace('.', '-'));
        box.setConverter(Parts.converter(value -> Texts.text(key + "." + value.name())));
        return box;
    }

    private static Node named(String key, Node control) {
        Label name = new Label(Texts.text(key));
        name.setLabelFor(control);
        return Parts.row("table-choice", name, control);
    }
}
