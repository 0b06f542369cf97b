package normscope.window;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import normscope.control.Hints;
import normscope.control.NoticeStrip;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.instrument.Instruments;
import normscope.present.Modes;
import normscope.present.WindowFigures;
import normscope.shell.Appearance;
import normscope.shell.Hideable;
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
        Label name = Parts.styled(new Label(Texts.text("app.name")), "app-name");
        SegmentedChoice<WindowMode> choice = Parts.choice("mode", List.of(WindowMode.values()));
        choice.setId("mode-switch");
        choice.getStyleClass().add("mode-switch");
        choice.follow(modes.modeProperty());
        choice.visibleProperty().bind(actions.hidden().shows(Hideable.MODES));
        // In the middle, where a message moves nothing of what it speaks of, as long as there is room.
        middle.getChildren().setAll(notices);
        middle.getStyleClass().add("notice-place");
        below.getStyleClass().add("notice-below");
        below.visibleProperty().bind(narrow.and(notices.visibleProperty()));
        Parts.collapsing(below);
        Parts.onChange(this::placeNotice, middle.widthProperty(), notices.visibleProperty());
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
        present.visibleProperty().bind(actions.hidden().shows(Hideable.PRESENT));
        return present;
    }

    private Node instrumentMenu() {
        MenuButton menu = Hints.describe(new MenuButton(Texts.text("instruments")), "instruments");
        menu.setId("instrument-menu");
        Parts.collapsing(menu);
        // In a lesson the page says what the centre shows.
        menu.visibleProperty()
                .bind(modes.modeProperty()
                        .isEqualTo(WindowMode.LAB)
                        .and(new SimpleBooleanProperty(!Instruments.all().isEmpty()))
                        .and(actions.hidden().shows(Hideable.INSTRUMENTS)));
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
        actions.instrumentProperty().subscribe(shown -> {
            RadioMenuItem item = shown == null ? none : items.getOrDefault(shown.getClass(), none);
            item.setSelected(true);
        });
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
        BooleanBinding elsewhere = modes.actionsProperty().isNull();
        menu.getItems()
                .setAll(
                        item("file.open", "Shortcut+O", modes::open),
                        item("file.open-data", "Shortcut+Shift+D", modes::openData),
                        recentMenu(),
                        unless(elsewhere, item("file.save", "Shortcut+S", modes::save)),
                        unless(elsewhere, item("file.save-as", modes::saveAs)),
                        unless(elsewhere, item("file.copy-text", () -> modes.act(WindowActions::copyText))),
                        item("file.paste", modes::paste),
                        new SeparatorMenuItem(),
                        item("file.open-lesson", modes::openLesson),
                        unless(
                                modes.lessons().lessonProperty().isNull(),
                                item("file.save-sheet", modes.papers()::saveSheet)),
                        item("file.save-guides", modes.papers()::saveGuides),
                        exportMenu(elsewhere),
                        new SeparatorMenuItem(),
                        when(actions.vm().canUndoProperty(), item("undo", "Shortcut+Z", modes::undo)),
                        when(actions.vm().canRedoProperty(), item("redo", "Shortcut+Shift+Z", modes::redo)),
                        new SeparatorMenuItem(),
                        item("file.exit", "Shortcut+Q", actions::exit));
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
        Parts.follow(show, files);
        return menu;
    }

    private MenuItem recent(Path file) {
        MenuItem item = new MenuItem(Texts.text("file.recent.item", file.getFileName(), file.getParent()));
        // An underline in a name is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> modes.open(file));
        return item;
    }

    private MenuItem when(ReadOnlyBooleanProperty can, MenuItem item) {
        item.setId(item.getId() + "-item");
        return unless(cannot(can), item);
    }

    private static MenuItem unless(BooleanBinding hindered, MenuItem item) {
        item.disableProperty().bind(hindered);
        return item;
    }

    private Menu exportMenu(BooleanBinding elsewhere) {
        Menu menu = new Menu(Texts.text("file.export"));
        menu.setId("file-export");
        WindowFigures figures = modes.figures();
        // A lesson may hide what a film would show.
        BooleanBinding outsideLab = modes.modeProperty().isNotEqualTo(WindowMode.LAB);
        menu.getItems()
                .setAll(
                        unless(elsewhere, item("file.save-figure", "F2", figures::save)),
                        unless(elsewhere, item("file.save-figures", "Shift+F2", figures::saveAll)),
                        unless(elsewhere, item("file.copy-figure", "Shortcut+C", figures::copy)),
                        unless(elsewhere, item("file.save-numbers", figures::saveNumbers)),
                        unless(elsewhere, item("file.copy-numbers", figures::copyNumbers)),
                        unless(outsideLab, item("file.film", modes::film)),
                        new SeparatorMenuItem(),
                        unless(elsewhere, item("file.python", modes.papers()::savePython)),
                        unless(outsideLab, item("file.pack", modes::pack)));
        return menu;
    }

    /** An item with a key, which is shown beside the text; KeyBindings handles it first, so the action runs once. */
    private static MenuItem item(String key, String shortcut, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
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
            look.textSizeProperty().subscribe(shown -> item.setSelected(shown.intValue() == size));
            menu.getItems().add(item);
        }
        CheckMenuItem calm = new CheckMenuItem(Texts.text("calm"));
        calm.setId("calm");
        calm.selectedProperty().bindBidirectional(look.calmProperty());
        MenuItem everything = unless(actions.hidden().any().not(), item("show-everything", actions.hidden()::clear));
        menu.getItems().addAll(new SeparatorMenuItem(), calm, everything);
        actions.themeProperty().subscribe(theme -> {
            ((RadioMenuItem) menu.getItems().get(theme.ordinal())).setSelected(true);
            menu.setGraphic(new FontIcon(icon(theme)));
        });
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
        return Parts.styled(Parts.button(key, key, icon, action), "icon-button");
    }
}
