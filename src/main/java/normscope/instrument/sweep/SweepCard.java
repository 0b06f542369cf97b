package normscope.instrument.sweep;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.chart.HeatMapFigure;
import normscope.chart.Role;
import normscope.control.Parts;
import normscope.instrument.InstrumentParts;
import normscope.instrument.sweep.SweepCardViewModel.State;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.text.Texts;

/** Sweeps of one or two settings of the Lab's experiment: a new one, how far it is, and its figures. */
public final class SweepCard implements AutoCloseable {

    private final SweepCardViewModel vm;
    private final WindowActions actions;
    private final Runnable opened;
    private final Label title = new Label();
    private final Label details = new Label();
    private final Label made = new Label();
    private final Label sentence = new Label();
    private final ProgressBar progress = InstrumentParts.progress(null);
    private final Button create;
    private final Button pause;
    private final Button cancel;
    private final HBox running;
    private final VBox figures = new VBox();
    private final SweepForm form;
    private final ScrollPane formPlace;
    private final VBox node = new VBox();
    private List<Figure> shown = List.of();
    private Sweep sweepShown;
    private Place chosen;

    /** Makes the card; nothing runs yet. {@code opened} is told when a run has been opened in the Lab. */
    public SweepCard(LabViewModel lab, WindowActions actions, Runnable opened) {
        vm = new SweepCardViewModel(lab);
        this.actions = actions;
        this.opened = opened;
        form = new SweepForm(this::start, this::leave);
        formPlace = new ScrollPane(form);
        formPlace.getStyleClass().add("rows-scroll");
        formPlace.setFitToWidth(true);
        VBox.setVgrow(formPlace, Priority.ALWAYS);
        formPlace.setFocusTraversable(false);
        formPlace.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        title.getStyleClass().add("card-title");
        details.getStyleClass().add("caption-note");
        details.setWrapText(true);
        made.setId("sweep-card-made");
        made.getStyleClass().add("caption-note");
        sentence.setId("sweep-card-sentence");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        create = InstrumentParts.button("sweep.new", () -> {
            write(true);
            form.requestFocus();
        });
        pause = InstrumentParts.button("sweep.pause", vm::pauseOrResume);
        cancel = InstrumentParts.button("sweep.giveup", vm::cancel);
        VBox bar = new VBox(progress, made);
        HBox.setHgrow(bar, Priority.ALWAYS);
        running = InstrumentParts.group(bar, pause, cancel);
        running.getStyleClass().add("sweep-progress");
        HBox head = new HBox(title, Parts.gap(), create);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(figures, Priority.ALWAYS);
        figures.setSpacing(4);
        figures.setMinHeight(0);
        node.setId("sweep-card");
        node.getStyleClass().addAll("card", "figure-card");
        node.setSpacing(6);
        node.getChildren().setAll(head, details, formPlace, running, figures, sentence);
        vm.resultProperty().addListener(observable -> show());
        vm.stateProperty().addListener(observable -> show());
        write(true);
    }

    public Region node() {
        return node;
    }

    public void pulse() {
        vm.pulse();
        if (vm.stateProperty().get() == State.RUNNING) {
            made.setText(vm.made());
        }
    }

    private void start(SweepDraft draft) {
        vm.start(draft);
        write(false);
        pause.requestFocus();
    }

    private void leave() {
        write(false);
        create.requestFocus();
    }

    /** Shows the form, or what the last sweep has come to. */
    private void write(boolean on) {
        if (on) {
            form.show(vm.draft(), vm.resultProperty().get() != null);
        }
        Parts.show(formPlace, on);
        Parts.show(create, !on);
        Parts.show(figures, !on);
        show();
    }

    private void show() {
        State state = vm.stateProperty().get();
        SweepResult result = vm.resultProperty().get();
        boolean writing = formPlace.isVisible();
        title.setText(writing ? Texts.text("sweep.title.new") : vm.title());
        details.setText(writing ? Texts.text("sweep.none") : vm.details());
        made.setText(vm.made());
        progress.setProgress(vm.progress());
        sentence.setText(vm.sentence());
        Parts.show(sentence, !writing && !sentence.getText().isEmpty());
        boolean going = state == State.RUNNING || state == State.PAUSED;
        Parts.show(running, going || !writing);
        boolean held = pause.isFocused() || cancel.isFocused();
        Parts.show(pause, going);
        Parts.show(cancel, going);
        if (held && !going) {
            // The keyboard stays in the card.
            create.requestFocus();
        }
        pause.setText(Texts.text(state == State.PAUSED ? "sweep.resume" : "sweep.pause"));
        if (result == null) {
            return;
        }
        if (result.sweep() != sweepShown) {
            sweepShown = result.sweep();
            chosen = null;
            shown = SweepFigures.of(result, SweepCardViewModel.SHOWN);
            figures.getChildren().setAll(shown.stream().map(this::canvas).toList());
            if (shown.get(0) instanceof SweepFigure) {
                // As high as wide is enough for curves.
                ((FigureCanvas) figures.getChildren().get(0))
                        .maxHeightProperty()
                        .bind(figures.widthProperty());
            }
        } else {
            SweepFigures.feed(shown, result, SweepCardViewModel.SHOWN);
            figures.getChildren().forEach(each -> ((FigureCanvas) each).redraw());
        }
    }

    private FigureCanvas canvas(Figure figure) {
        FigureCanvas canvas = InstrumentParts.stage(null, figure, actions);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            Place place = placeAt(figure, event.getX(), event.getY());
            if (place != null && event.isStillSincePress()) {
                open(place);
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        return canvas;
    }

    private static Place placeAt(Figure figure, double x, double y) {
        if (figure instanceof HeatMapFigure map) {
            HeatMapFigure.Place place = map.placeAt(x, y);
            return place == null ? null : new Place(place.x(), place.y());
        }
        SweepFigure.Place place = ((SweepFigure) figure).placeAt(x, y);
        return place == null ? null : new Place(place.value(), 0);
    }

    private void open(Place place) {
        if (vm.open(place)) {
            opened.run();
        }
    }

    /** Arrows go from place to place, Enter opens. */
    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> choose(-1, 0);
            case RIGHT -> choose(1, 0);
            case UP -> choose(0, 1);
            case DOWN -> choose(0, -1);
            case ENTER -> {
                if (chosen != null) {
                    open(chosen);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int right, int up) {
        Place from = chosen == null ? new Place(right > 0 ? -1 : 0, 0) : chosen;
        chosen = new Place(
                Math.max(0, Math.min(sweepShown.size(0) - 1, from.x() + right)),
                Math.max(0, Math.min(sweepShown.size(1) - 1, from.y() + up)));
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) instanceof HeatMapFigure map) {
                map.setPointed(new HeatMapFigure.Place(chosen.x(), chosen.y()));
            } else {
                ((SweepFigure) shown.get(i)).setPointed(new SweepFigure.Place(Role.of(0), chosen.x()));
            }
            ((FigureCanvas) figures.getChildren().get(i)).redraw();
        }
    }

    @Override
    public void close() {
        vm.close();
    }
}
