package normscope.instrument.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.LandscapeFigure;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.instrument.landscape.LandscapeSettings.Directions;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.instrument.landscape.LandscapeViewModel.State;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The loss around the weights of both networks, side by side on one scale, with the way that training takes. */
public final class LandscapePanel extends RowsPanel<LandscapeSettings, LandscapeViewModel> {

    private final LabViewModel lab;
    private final List<LandscapeFigure> figures = new ArrayList<>();
    private final List<FigureCanvas> canvases = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();
    private final FlowPane choices = InstrumentParts.tools();
    private final Button compute = InstrumentParts.button("landscape.compute", this::computeOrCancel);
    private final Label note = InstrumentParts.note("");
    private final InvalidationListener renamed = observable -> show();
    private boolean narrow;

    public LandscapePanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", LandscapeSettings.class, new LandscapeViewModel(lab));
        this.lab = lab;
        HBox cards = InstrumentParts.beside();
        for (int arm = 0; arm < lab.configProperty().get().arms().size(); arm++) {
            LandscapeFigure figure = new LandscapeFigure();
            FigureCanvas canvas = InstrumentParts.canvas("landscape-" + arm, figure, actions);
            Label of = new Label();
            of.getStyleClass().add("caption-note");
            of.setWrapText(true);
            of.setMinHeight(Region.USE_PREF_SIZE);
            VBox card = InstrumentParts.card("landscape.card", canvas);
            card.getChildren().add(of);
            card.setPrefWidth(100);
            HBox.setHgrow(card, Priority.ALWAYS);
            figures.add(figure);
            canvases.add(canvas);
            numbers.add(of);
            cards.getChildren().add(card);
        }
        ProgressBar progress = InstrumentParts.progress("landscape-progress");
        progress.setAccessibleText(Texts.text("landscape.progress"));
        progress.visibleProperty().bind(vm.progressProperty().lessThan(1));
        progress.progressProperty().bind(vm.progressProperty());
        root.setId("landscape");
        root.getChildren().setAll(choices, progress, cards, note);
        giveWay(note);
        InstrumentParts.followNarrow(root, now -> {
            narrow = now;
            show();
        });
        vm.stateProperty().addListener(observable -> show());
        vm.shownProperty().addListener(observable -> show());
        vm.wayProperty().addListener(observable -> show());
        lab.configProperty().addListener(renamed);
        show();
    }

    private void computeOrCancel() {
        if (vm.stateProperty().get() == State.COMPUTING) {
            vm.cancel();
        } else {
            vm.compute();
        }
    }

    @Override
    public void configure(InstrumentSettings settings) {
        super.configure(settings);
        choices.getChildren()
                .setAll(
                        InstrumentParts.group(compute, InstrumentParts.button("landscape.redraw", vm::redraw)),
                        choice("directions", vm.directionsProperty(), List.of(Directions.values()), Json::name),
                        choice("examples", vm.examplesProperty(), List.of(Examples.values()), Json::name),
                        choice(
                                "side",
                                vm.sideProperty(),
                                InstrumentParts.offered(vm.sideProperty().get(), 25, 41, 61, 101),
                                null),
                        choice(
                                "reach",
                                vm.reachProperty(),
                                InstrumentParts.offered(vm.reachProperty().get(), 0.1, 0.25, 0.5, 1.0),
                                null));
    }

    /** A choice with its name before it; null words for numbers. */
    private static <T> HBox choice(String id, Property<T> value, List<T> items, Function<T, String> word) {
        String key = "landscape." + id;
        SegmentedChoice<T> choice = new SegmentedChoice<>(
                items,
                item -> word == null
                        ? Numbers.plain(((Number) item).doubleValue())
                        : Texts.text(key + "." + word.apply(item)),
                item -> Texts.text(word == null ? key + ".tip" : key + "." + word.apply(item) + ".tip"));
        choice.setId(key.replace('.', '-'));
        choice.follow(value);
        return InstrumentParts.group(Hints.describe(new Label(Texts.text(key)), key), choice);
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
    }

    @Override
    public void start() {
        vm.compute();
    }

    @Override
    public void close() {
        lab.configProperty().removeListener(renamed);
        super.close();
    }

    private void show() {
        State state = vm.stateProperty().get();
        compute.setText(Texts.text(state == State.COMPUTING ? "landscape.cancel" : "landscape.compute"));
        Landscape landscape = vm.shownProperty().get();
        ExperimentConfig config = lab.configProperty().get();
        double[] scale = landscape == null ? new double[] {0.1, 1} : scale(landscape);
        for (int arm = 0; arm < figures.size(); arm++) {
            LandscapeFigure figure = figures.get(arm);
            Landscape.OfArm of = landscape == null ? null : landscape.arms().get(arm);
            String about = of == null ? "" : about(landscape, of) + way(arm);
            figure.setTitle(arm, ArmNames.of(config, arm), narrow ? Texts.text("landscape.mode") : null);
            figure.setState(Texts.text(landscape == null ? "landscape.state." + state : "landscape.diverged"), about);
            figure.setGrid(
                    of == null ? null : of.losses(),
                    landscape == null ? 0 : landscape.settings().side(),
                    landscape == null ? 1 : landscape.settings().reach(),
                    scale[0],
                    scale[1]);
            figure.setWay(along(arm, 0), along(arm, 1));
            numbers.get(arm).setText(about);
            Parts.show(numbers.get(arm), !narrow);
            canvases.get(arm).redraw();
        }
        note.setText(
                landscape == null || narrow
                        ? Texts.text(narrow ? "landscape.note.short" : "landscape.note")
                        : Texts.text(
                                        "landscape.of",
                                        Numbers.grouped(landscape.step()),
                                        Texts.text("landscape.spanned."
                                                + Json.name(landscape.settings().directions())))
                                + " " + Texts.text("landscape.note"));
    }

    private static double[] scale(Landscape landscape) {
        return LandscapeFigure.scale(
                landscape.arms().stream()
                        .filter(of -> of != null)
                        .map(Landscape.OfArm::losses)
                        .toList(),
                landscape.config().data().classes());
    }

    private static String examples(Landscape landscape) {
        return Texts.text("landscape.loss-of." + Json.name(landscape.settings().examples()), landscape.examples());
    }

    private static String about(Landscape landscape, Landscape.OfArm of) {
        return Texts.text(
                "landscape.about",
                examples(landscape),
                Numbers.significant(of.middle()),
                Numbers.significant(of.finite().min().orElse(Double.NaN)),
                Numbers.significant(of.finite().max().orElse(Double.NaN)),
                Numbers.significant(landscape.curvature(of, 0)),
                Numbers.significant(landscape.curvature(of, 1)));
    }

    /** How much of the way lies in the plane. */
    private String way(int arm) {
        LandscapePath.Way way = vm.wayProperty().get();
        if (way == null) {
            return "";
        }
        LandscapePath.Point last = way.points().get(way.points().size() - 1);
        long steps = last.step() - way.landscape().step();
        double[] at = last.arms()[arm];
        return steps == 0 || at == null
                ? ""
                : " " + Texts.text("landscape.way", Numbers.percent(at[2]), Numbers.grouped(steps));
    }

    /** The way along a direction, from the middle on, as far as the arm got. */
    private double[] along(int arm, int direction) {
        LandscapePath.Way way = vm.wayProperty().get();
        Stream<Double> places = way == null
                ? Stream.empty()
                : way.points().stream()
                        .map(point -> point.arms()[arm])
                        .takeWhile(at -> at != null)
                        .map(at -> at[direction]);
        return Stream.concat(Stream.of(0.0), places).mapToDouble(place -> place).toArray();
    }
}
