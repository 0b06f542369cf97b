package normscope.present;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import normscope.chart.ChartTheme;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.export.Film;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Where a film is written down and watched while it is made. */
final class FilmForm extends VBox {

    private static final double GAP = 8;
    private static final double WIDTH = 460;
    private static final double MEGA = 1e6;
    private static final long FRAMES = 60;

    /** How far a run is filmed that has not begun. */
    private static final long FIRST_STEPS = 500;

    private final Films films;
    private final ChartTheme theme;
    private final ComboBox<String> panel = Parts.named(Hints.describe(new ComboBox<>(), "film.panel"), "film-panel");
    private final CheckBox screen = Parts.box("film.screen");
    private final CheckBox loop = Parts.box("film.loop");
    private final CheckBox pictures = Parts.box("film.pictures");
    private final NumberInput from = number("film.from", NumberScale.linear(0, Film.LAST_STEP, 1));
    private final NumberInput to = number("film.to", NumberScale.linear(0, Film.LAST_STEP, 1));
    private final NumberInput every = number("film.every", NumberScale.linear(1, Film.LAST_STEP, 1));
    private final NumberInput rate = number("film.rate", NumberScale.linear(1, Film.FASTEST, 1));
    private final NumberInput width = number("film.width", NumberScale.linear(Film.NARROWEST, Film.WIDEST, 10));
    private final Label expected = Parts.named(new Label(), "film-expected");
    private final Button make = Parts.button("film.make", "main-action");

    /** A form for the run as it is now, to be filmed in a theme. */
    FilmForm(Films films, ChartTheme theme) {
        this.films = films;
        this.theme = theme;
        panel.getItems().setAll(Film.words());
        panel.setValue(panel.getItems().get(0));
        panel.setMaxWidth(Double.MAX_VALUE);
        panel.setConverter(new StringConverter<>() {
            @Override
            public String toString(String word) {
                return word == null ? "" : Texts.text("film.panel." + word);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        loop.setSelected(true);
        long last = films.lastStep() == 0 ? FIRST_STEPS : films.lastStep();
        from.valueProperty().set(0);
        to.valueProperty().set(last);
        every.valueProperty().set(Math.max(1, (last + FRAMES - 1) / FRAMES));
        rate.valueProperty().set(10);
        width.valueProperty().set(960);
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        row(grid, "film.panel", panel, panel);
        for (NumberInput input : new NumberInput[] {from, to, every, rate, width}) {
            row(grid, input.field().getId().replace('-', '.'), input.field(), input);
            input.setOnCommit(value -> {
                input.valueProperty().set(value);
                tell();
            });
        }
        panel.setOnAction(event -> tell());
        for (CheckBox box : new CheckBox[] {screen, loop, pictures}) {
            box.setOnAction(event -> tell());
        }
        expected.setWrapText(true);
        expected.setMinHeight(Region.USE_PREF_SIZE);
        make.setDefaultButton(true);
        make.setOnAction(event -> films.start(film(), theme));
        Button cancel = Parts.button("film.cancel");
        cancel.setOnAction(event -> films.cancel());
        cancel.disableProperty().bind(films.runningProperty().not());
        films.runningProperty().addListener(observable -> tell());
        ProgressBar bar = Parts.named(new ProgressBar(), "film-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(films.progressProperty());
        Label message = Parts.named(new Label(), "film-message", "dialog-words");
        message.setWrapText(true);
        message.textProperty().bind(films.messageProperty());
        getChildren().setAll(grid, screen, loop, pictures, expected, new HBox(GAP, make, cancel), bar, message);
        setSpacing(GAP);
        setPrefWidth(WIDTH);
        getStyleClass().add("dialog-form");
        tell();
    }

    private static NumberInput number(String key, NumberScale scale) {
        NumberInput input = new NumberInput(Texts.text(key), Texts.text(key + ".tip"), scale, false);
        input.field().setId(key.replace('.', '-'));
        return input;
    }

    private static void row(GridPane grid, String key, Node field, Node shown) {
        Label name = Parts.label(Texts.text(key));
        name.setLabelFor(field);
        grid.addRow(grid.getRowCount(), name, shown);
    }

    private Film film() {
        boolean all = panel.getValue().equals(Film.ALL);
        return new Film(
                Film.word(panel.getValue()),
                screen.isSelected() && !all,
                (long) from.valueProperty().get(),
                (long) to.valueProperty().get(),
                (long) every.valueProperty().get(),
                (int) rate.valueProperty().get(),
                (int) width.valueProperty().get(),
                loop.isSelected(),
                pictures.isSelected());
    }

    /** Says how long it will be, or what is wrong. */
    private void tell() {
        Film film = film();
        screen.setDisable(film.word() == null);
        loop.setDisable(film.pictures());
        boolean backwards = film.to() < film.from();
        boolean many = !backwards && film.frames() > Film.MOST_FRAMES;
        if (backwards) {
            expected.setText(Texts.text("film.backwards"));
        } else if (many) {
            expected.setText(Texts.text("film.many", Film.MOST_FRAMES));
        } else {
            expected.setText(Texts.text(
                    "film.expected",
                    film.frames(),
                    Numbers.significant(film.seconds()),
                    Numbers.significant(film.bytes() / MEGA)));
        }
        make.setDisable(backwards || many || films.runningProperty().get());
    }
}
