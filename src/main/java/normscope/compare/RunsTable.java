package normscope.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Screen;
import normscope.chart.ChartTheme;
import normscope.control.Hints;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The table of the runs: a row a run, a line an arm. Space and figures choose arms, Enter opens. */
final class RunsTable extends TableView<RunRow> implements AutoCloseable {

    /** Widths at the usual size of letters. */
    private static final double LETTERS = 13;

    private static final double PROJECTED = 16;

    /** Columns may be a little narrower than they would like. */
    private static final double LEAST_FITTING = 1.04;

    private static final List<String> FIRST_TO_GO =
            List.of("run-train-accuracy", "run-train-loss", "run-seed", "run-loss", "run-also");

    private final CompareViewModel vm;
    private final WindowActions actions;
    private final RunImages images = new RunImages();
    private final SortedList<RunRow> sorted;
    private final double scale = Screen.getPrimary().getOutputScaleX();
    private Runnable rename = () -> {};

    RunsTable(CompareViewModel vm, WindowActions actions) {
        this.vm = vm;
        this.actions = actions;
        getStyleClass().add("run-table");
        setId("run-table");
        Hints.describe(this, "compare.table");
        Hints.keepsArrows(this);
        sorted = new SortedList<>(vm.shown());
        setItems(sorted);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        addColumns();
        sorted.comparatorProperty().bind(comparatorProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && isOnRow(event.getTarget())) {
                open();
            }
        });
        vm.bestProperty().addListener(observable -> resort());
        actions.themeProperty().addListener(observable -> dress());
        widthProperty().addListener(observable -> fit());
        dress();
        keepSelection();
    }

    private boolean isOnRow(Object target) {
        // Not on a head, which sorts.
        for (Node node = (Node) target; node != null && node != this; node = node.getParent()) {
            if (node instanceof TableCell) {
                return !getSelectionModel().isEmpty();
            }
        }
        return false;
    }

    private void addColumns() {
        TableColumn<RunRow, RunRow> ticks = column("ticks", 30, null, () -> RunCells.ticks(vm));
        ticks.setText("");
        add(ticks);
        add(column(
                "run",
                126,
                Comparator.comparing(RunRow::name, String.CASE_INSENSITIVE_ORDER),
                () -> RunCells.single(Pos.CENTER_LEFT, RunRow::name, row -> false)));
        add(column(
                "data",
                58,
                text(RunRow::data),
                () -> RunCells.single(Pos.CENTER_LEFT, RunRow::data, row -> row.differs(Settings.DATA, 0))));
        add(column(
                "normalizer",
                92,
                text(row -> row.settings().joined(Settings.NORMALIZERS)),
                () -> RunCells.normalizer(vm)));
        add(number("rate", 44, order(Settings.RATE), () -> RunCells.setting(Settings.RATE)));
        add(single("batch", 46, Settings.BATCH));
        add(single("seed", 44, Settings.SEED));
        add(single("steps", 62, Settings.STEPS));
        add(column(
                "also",
                102,
                text(RunRow::also),
                () -> RunCells.single(
                        Pos.CENTER_LEFT,
                        row -> row.also().isEmpty() ? Settings.said(null) : row.also(),
                        row -> !row.also().isEmpty())));
        for (Score score : Score.values()) {
            add(number(
                    score.name(),
                    score == Score.LAST ? 76 : 64,
                    (a, b) -> score.order(vm.bestProperty().get()).compare(a, b),
                    () -> RunCells.score(score, vm.bestProperty()::get)));
        }
        add(column("loss", 54, null, () -> RunCells.loss(images, this::charts, scale)));
        add(column("boundary", 66, null, () -> RunCells.boundaries(images, this::charts, scale)));
    }

    private void add(TableColumn<RunRow, RunRow> column) {
        getColumns().add(column);
    }

    private ChartTheme charts() {
        return actions.themeProperty().get().charts();
    }

    private TableColumn<RunRow, RunRow> single(String key, double width, String path) {
        return number(
                key,
                width,
                order(path),
                () -> RunCells.single(
                        Pos.CENTER_RIGHT, row -> row.settings().joined(path), row -> row.differs(path, 0)));
    }

    private static Comparator<RunRow> text(Function<RunRow, String> of) {
        return Comparator.comparing(of, String.CASE_INSENSITIVE_ORDER);
    }

    /** As numbers where both are. */
    private static Comparator<RunRow> order(String path) {
        return Comparator.comparingDouble(row -> {
            String said = Settings.said(row.settings().of(path, 0)).replace("\u00a0", "");
            return Numbers.parse(said).orElse(Double.POSITIVE_INFINITY);
        });
    }

    private TableColumn<RunRow, RunRow> number(
            String key, double width, Comparator<RunRow> order, Supplier<TableCell<RunRow, RunRow>> cell) {
        TableColumn<RunRow, RunRow> column = column(key, width, order, cell);
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<RunRow, RunRow> column(
            String key, double width, Comparator<RunRow> order, Supplier<TableCell<RunRow, RunRow>> cell) {
        TableColumn<RunRow, RunRow> column = new TableColumn<>(Texts.text("compare.column." + key));
        column.setId("run-" + key.toLowerCase(Locale.ROOT).replace('_', '-'));
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(of -> cell.get());
        column.setReorderable(false);
        column.setSortable(order != null);
        column.setComparator(order);
        column.setUserData(width);
        column.setPrefWidth(width);
        return column;
    }

    /** Widths are no matter of style sheets. */
    private void dress() {
        double factor = factor();
        for (TableColumn<RunRow, ?> column : getColumns()) {
            double width = (double) column.getUserData() * factor;
            column.setMinWidth(Math.min(width, 36 * factor));
            column.setPrefWidth(width);
        }
        fit();
        refresh();
    }

    /** Where there is no room for all, some give way rather than that every number breaks off. */
    private void fit() {
        double room = getWidth();
        double wanted = 0;
        for (TableColumn<RunRow, ?> column : getColumns()) {
            wanted += (double) column.getUserData() * factor();
        }
        for (String id : FIRST_TO_GO) {
            for (TableColumn<RunRow, ?> column : getColumns()) {
                if (column.getId().equals(id)) {
                    boolean goes = wanted > room * LEAST_FITTING;
                    column.setVisible(!goes);
                    wanted -= goes ? (double) column.getUserData() * factor() : 0;
                }
            }
        }
    }

    private double factor() {
        return actions.themeProperty().get() == Theme.PROJECTOR ? PROJECTED / LETTERS : 1;
    }

    private void resort() {
        sort();
        refresh();
    }

    /** New rows take the place of the old ones whenever something is kept; the same run stays selected. */
    private void keepSelection() {
        String[] selected = new String[1];
        getSelectionModel().selectedItemProperty().addListener((observable, old, row) -> {
            if (row != null) {
                selected[0] = row.run().id();
            }
        });
        sorted.addListener((ListChangeListener<RunRow>) change -> {
            if (getSelectionModel().isEmpty() && selected[0] != null) {
                select(selected[0]);
            }
        });
    }

    private void select(String id) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).run().id().equals(id)) {
                getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    /** Selects the first row if none is selected, so that keys have something to act on. */
    void selectSomething() {
        if (getSelectionModel().isEmpty() && !sorted.isEmpty()) {
            getSelectionModel().clearAndSelect(0);
        }
    }

    void setOnRename(Runnable action) {
        rename = action;
    }

    RunRow selected() {
        return getSelectionModel().getSelectedItem();
    }

    void open() {
        if (selected() != null) {
            vm.open(selected());
        }
    }

    void delete() {
        vm.delete(List.copyOf(getSelectionModel().getSelectedItems()));
    }

    private void press(KeyEvent event) {
        RunRow row = selected();
        if (row == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case SPACE -> vm.toggleAll(row);
            case ENTER -> open();
            case DELETE -> delete();
            case E -> rename.run();
            default -> used = toggle(row, event.getCode());
        }
        if (used) {
            event.consume();
        }
    }

    private boolean toggle(RunRow row, KeyCode key) {
        int arm = key.isDigitKey() ? key.getCode() - KeyCode.DIGIT1.getCode() : -1;
        if (arm < 0 || arm >= row.arms()) {
            return false;
        }
        vm.toggle(row, arm);
        return true;
    }

    /** What stands in the place of rows. */
    void setNote(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.getStyleClass().add("run-note");
        setPlaceholder(note);
    }

    @Override
    public void close() {
        images.close();
    }
}
