package normscope.window;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import normscope.control.Hints;
import normscope.control.NoticeStrip;
import normscope.control.SegmentedChoice;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instruments;
import normscope.present.Modes;
import normscope.shell.Appearance;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import normscope.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar at the top: the program's name, the modes that work, messages where there is room, files, undo, theme and
 * help.
 */
final class TopBar extends HBox {

    private final Modes modes;
    private final WindowActions actions;
    private final NoticeStrip notices;
    private final StackPane middle = new StackPane();
    private final StackPane below = new StackPane();
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");

    TopBar(Modes modes, NoticeStrip notices) {
        this.modes = modes;
        this.actions = modes.lab();
        this.notices = notices;
        getStyleClass().add("top-bar");
        Label name = new Label(Texts.text("app.name"));
        name.getStyleClass().add("app-name");
        SegmentedChoice<WindowMode> choice = new SegmentedChoice<>(
                List.of(WindowMode.values()),
                mode -> Texts.text("mode." + mode),
                mode -> Texts.text("mode." + mode + ".tip"));
        choice.setId("mode-switch");
        choice.getStyleClass().add("mode-switch");
        choice.follow(modes.modeProperty());
        // In the middle, where a message moves nothing of what it speaks of, as long as there is room.
        middle.getChildren().setAll(notices);
        middle.getStyleClass().add("notice-place");
        below.getStyleClass().add("notice-below");
        below.visibleProperty().bind(narrow.and(notices.visibleProperty()));
        below.managedProperty().bind(below.visibleProperty());
        middle.widthProperty().addListener(observable -> placeNotice());
        notices.visibleProperty().addListener(observable -> placeNotice());
        middle.setMinWidth(0);
        middle.setPrefWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button undo = iconButton("undo", Feather.CORNER_UP_LEFT, actions::undo);
        undo.disableProperty().bind(cannot(actions.vm().canUndoProperty()));
        Button redo = iconButton("redo", Feather.CORNER_UP_RIGHT, actions::redo);
        redo.disableProperty().bind(cannot(actions.vm().canRedoProperty()));
        getChildren()
                .addAll(
                        name,
                        choice,
                        middle,
                        presentButton(),
                        instrumentMenu(),
                        fileMenu(),
                        undo,
                        redo,
                        themeMenu(),
                        iconButton("keys", Feather.HELP_CIRCLE, actions::showKeys),
                        iconButton("about", Feather.INFO, actions::showAbout));
    }

    /** A lesson's pages restore their experiments themselves. */
    private BooleanBinding cannot(ReadOnlyBooleanProperty can) {
        return can.not().or(modes.modeProperty().isNotEqualTo(WindowMode.LAB));
    }

    /** The place under the bar where messages stand in a narrow window. */
    Node below() {
        return below;
    }

    private void placeNotice() {
        narrow.set(middle.getWidth() < notices.leastWidth());
        StackPane place = narrow.get() ? below : middle;
        if (notices.getParent() != place) {
            place.getChildren().setAll(notices);
        }
    }

    private Node presentButton() {
        Button present = Hints.describe(new Button(Texts.text("present.button")), "present");
        present.setId("present");
        present.setMinWidth(USE_PREF_SIZE);
        present.setOnAction(event -> modes.present());
        return present;
    }

    private Node instrumentMenu() {
        MenuButton menu = Hints.describe(new MenuButton(Texts.text("instruments")), "instruments");
        menu.setId("instrument-menu");
        menu.managedProperty().bind(menu.visibleProperty());
        // In a lesson the page says what the centre shows.
        menu.visibleProperty()
                .bind(modes.modeProperty()
                        .isEqualTo(WindowMode.LAB)
                        .and(new SimpleBooleanProperty(!Instruments.all().isEmpty())));
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem none = choice("instrument.none", group, actions::closeInstrument);
        menu.getItems().addAll(none, new SeparatorMenuItem());
        Map<Class<?>, RadioMenuItem> items = new HashMap<>();
        for (Instruments.Entry entry : Instruments.all()) {
            RadioMenuItem item = choice(
                    "instrument." + entry.kind().id(),
                    group,
                    () -> actions.instrumentProperty().set(entry.kind().defaults()));
            items.put(entry.kind().settings(), item);
            menu.getItems().add(item);
        }
        Runnable show = () -> {
            InstrumentSettings shown = actions.instrumentProperty().get();
            (shown == null ? none : items.getOrDefault(shown.getClass(), none)).setSelected(true);
        };
        actions.instrumentProperty().addListener(observable -> show.run());
        show.run();
        return menu;
    }

    private static RadioMenuItem choice(String key, ToggleGroup group, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setToggleGroup(group);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node fileMenu() {
        MenuButton menu = Hints.describe(new MenuButton(Texts.text("file")), "file");
        menu.setId("file-menu");
        menu.getItems()
                .setAll(
                        item("file.open", KeyCode.O, modes::open),
                        key(
                                item("file.open-data", null, modes::openData),
                                new KeyCodeCombination(
                                        KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                        recentMenu(),
                        onExperiment(item("file.save", KeyCode.S, modes::save)),
                        onExperiment(item("file.save-as", null, modes::saveAs)),
                        onExperiment(item("file.copy-text", null, () -> modes.act(WindowActions::copyText))),
                        item("file.paste", null, modes::paste),
                        new SeparatorMenuItem(),
                        item("file.open-lesson", null, modes::openLesson),
                        inLesson(item("file.save-sheet", null, modes.papers()::saveSheet)),
                        item("file.save-guides", null, modes.papers()::saveGuides),
                        new SeparatorMenuItem(),
                        when(actions.vm().canUndoProperty(), item("undo", KeyCode.Z, modes::undo)),
                        when(
                                actions.vm().canRedoProperty(),
                                key(
                                        item("redo", null, modes::redo),
                                        new KeyCodeCombination(
                                                KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))),
                        new SeparatorMenuItem(),
                        onExperiment(key(
                                item("file.save-figure", null, modes.figures()::save),
                                new KeyCodeCombination(KeyCode.F2))),
                        onExperiment(key(
                                item("file.save-figures", null, modes.figures()::saveAll),
                                new KeyCodeCombination(KeyCode.F2, KeyCombination.SHIFT_DOWN))),
                        onExperiment(item("file.copy-figure", KeyCode.C, modes.figures()::copy)),
                        onExperiment(item("file.python", null, modes.papers()::savePython)),
                        onExperiment(item("file.save-numbers", null, modes.figures()::saveNumbers)),
                        onExperiment(item("file.copy-numbers", null, modes.figures()::copyNumbers)),
                        inLab(item("file.film", null, modes::film)),
                        new SeparatorMenuItem(),
                        item("file.exit", KeyCode.Q, actions::exit));
        return menu;
    }

    /** What was opened and saved last; one that has gone since is told and forgotten when it is chosen. */
    private MenuItem recentMenu() {
        Menu menu = new Menu(Texts.text("file.recent"));
        menu.setId("file-recent");
        ObservableList<Path> files = actions.recent().files();
        Runnable show = () -> {
            menu.getItems().setAll(files.stream().map(this::recent).toList());
            menu.setDisable(files.isEmpty());
        };
        files.addListener((Observable observable) -> show.run());
        show.run();
        return menu;
    }

    private MenuItem recent(Path file) {
        MenuItem item = new MenuItem(Texts.text("file.recent.item", file.getFileName(), file.getParent()));
        // An underline in a name is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> modes.open(file));
        return item;
    }

    /** The key is told here, and heard by KeyBindings. */
    private static MenuItem key(MenuItem item, KeyCombination key) {
        item.setAccelerator(key);
        return item;
    }

    private MenuItem when(ReadOnlyBooleanProperty can, MenuItem item) {
        item.setId(item.getId() + "-item");
        item.disableProperty().bind(cannot(can));
        return item;
    }

    private MenuItem onExperiment(MenuItem item) {
        item.disableProperty().bind(modes.actionsProperty().isNull());
        return item;
    }

    /** A lesson may hide what a film would show. */
    private MenuItem inLab(MenuItem item) {
        item.disableProperty().bind(modes.modeProperty().isNotEqualTo(WindowMode.LAB));
        return item;
    }

    private MenuItem inLesson(MenuItem item) {
        item.disableProperty().bind(modes.lessons().lessonProperty().isNull());
        return item;
    }

    private static MenuItem item(String key, KeyCode shortcut, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        if (shortcut != null) {
            // Shown beside the text; KeyBindings handles the key first, so the action runs once.
            item.setAccelerator(new KeyCodeCombination(shortcut, KeyCombination.SHORTCUT_DOWN));
        }
        return item;
    }

    private Node themeMenu() {
        MenuButton menu = Hints.describe(new MenuButton("", new FontIcon(Feather.SUN)), "theme");
        menu.setId("theme-menu");
        ToggleGroup group = new ToggleGroup();
        Appearance look = actions.appearance();
        for (Theme theme : Theme.values()) {
            menu.getItems()
                    .add(choice(
                            "theme." + theme.name(),
                            group,
                            () -> actions.themeProperty().set(theme)));
        }
        ToggleGroup sizes = new ToggleGroup();
        menu.getItems().add(new SeparatorMenuItem());
        for (int size : Appearance.TEXT_SIZES) {
            RadioMenuItem item = choice(
                    "text-size." + size, sizes, () -> look.textSizeProperty().set(size));
            look.textSizeProperty()
                    .addListener(observable ->
                            item.setSelected(look.textSizeProperty().get() == size));
            item.setSelected(look.textSizeProperty().get() == size);
            menu.getItems().add(item);
        }
        CheckMenuItem calm = new CheckMenuItem(Texts.text("calm"));
        calm.setId("calm");
        calm.selectedProperty().bindBidirectional(look.calmProperty());
        menu.getItems().addAll(new SeparatorMenuItem(), calm);
        Runnable show = () -> {
            Theme theme = actions.themeProperty().get();
            ((RadioMenuItem) menu.getItems().get(theme.ordinal())).setSelected(true);
            menu.setGraphic(new FontIcon(icon(theme)));
        };
        actions.themeProperty().addListener(observable -> show.run());
        show.run();
        return menu;
    }

    private static Ikon icon(Theme theme) {
        return switch (theme) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case PROJECTOR -> Feather.MONITOR;
            case CONTRAST -> Feather.EYE;
        };
    }

    private static Button iconButton(String key, Ikon icon, Runnable action) {
        Button button = Hints.describe(new Button("", new FontIcon(icon)), key);
        button.setId(key);
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        return button;
    }
}
