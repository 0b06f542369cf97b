package normscope.present;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.lab.PreparedRule;
import normscope.lab.PreparedSelection;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedShift.Family;
import normscope.lab.PreparedTransform;
import normscope.lab.SettingsLine;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The settings that a class asks for, over the picture, each one click away. */
final class ImproviseStrip extends FlowPane {

    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

    private static final List<Double> RATES = List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0);
    private static final List<Integer> BATCHES = List.of(1, 2, 4, 8, 16, 32, 64, 128, 0);
    private static final List<Double> NOISES = List.of(0.0, 0.05, 0.1, 0.2, 0.3, 0.5);
    private static final double MOVE = 2;

    /** A change that is offered. */
    private enum Change {
        X(shift -> move(shift, MOVE, 0)),
        Y(shift -> move(shift, 0, MOVE)),
        BOTH(shift -> move(shift, MOVE, MOVE)),
        HALF(shift -> {
            shift.familyProperty().set(Family.SELECTION);
            shift.selection().whichProperty().set(PreparedSelection.Which.WINDOW);
            shift.selection().trait().fromProperty().set(50);
            shift.selection().trait().toProperty().set(100);
        }),
        ALL(shift -> {
            shift.familyProperty().set(Family.SELECTION);
            shift.selection().whichProperty().set(PreparedSelection.Which.ALL);
        }),
        FLIP(shift -> {
            shift.familyProperty().set(Family.RULE);
            shift.rule().changeProperty().set(PreparedRule.Change.FLIP);
            shift.rule().region().fromProperty().set(50);
            shift.rule().region().toProperty().set(100);
        });

        private final Consumer<PreparedShift> prepare;

        Change(Consumer<PreparedShift> prepare) {
            this.prepare = prepare;
        }

        private static void move(PreparedShift shift, double x, double y) {
            shift.familyProperty().set(Family.TRANSFORM);
            shift.transform().kindProperty().set(PreparedTransform.Kind.MOVE);
            shift.transform().moveXProperty().set(x);
            shift.transform().moveYProperty().set(y);
        }
    }

    private final PresentViewModel vm;
    private final Improvisation improvisation;
    private final Supplier<PreparedShift> shift;
    private final Runnable apply;
    private final Button restart =
            Parts.named(new Button(Texts.text("improvise.restart")), "improvise-restart", "present-restart");
    private Object shown;
    private Change picked;
    private Command chosen;

    /** Makes the strip, with the prepared change and what lets it happen. */
    ImproviseStrip(PresentViewModel vm, Supplier<PreparedShift> shift, Runnable apply) {
        this.vm = vm;
        this.shift = shift;
        this.apply = apply;
        improvisation = vm.improvisation();
        getStyleClass().add("present-improvise");
        setId("present-improvise");
        restart.setFocusTraversable(false);
        restart.setOnAction(event -> improvisation.restart());
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(improvisation.openProperty());
    }

    void refresh() {
        if (!isVisible()) {
            shown = null;
            return;
        }
        LabViewModel lab = vm.shownProperty().get();
        ExperimentConfig config = improvisation.wanted();
        boolean pending = improvisation.isPending();
        List<Object> now = List.of(
                lab,
                config,
                pending,
                vm.layer(),
                lab.layers().oneUnitProperty().get(),
                lab.layers().unitProperty().get(),
                improvisation.slowlyProperty().get());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        restart.pseudoClassStateChanged(PENDING, pending);
        getChildren()
                .setAll(
                        group("rate", rates(config)),
                        group("batch", batches(config)),
                        group("activation", activations(config)),
                        group("batch-norm", layers()),
                        group("data", data(config, lab.configProperty().get())),
                        group("noise", noises(config)),
                        group("layer", shownLayer(lab)),
                        group("unit", unit(lab)),
                        group("move", move()),
                        restart);
    }

    private static HBox group(String key, Node... controls) {
        Label label = Parts.label(Texts.text("improvise." + key), "present-quiet");
        HBox group = Parts.named(new HBox(label), "improvise-" + key, "present-improvise-group");
        group.getChildren().addAll(controls);
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private static <T> SegmentedChoice<T> choice(
            List<T> items, T chosen, Function<T, String> name, Consumer<T> onChosen) {
        SegmentedChoice<T> choice = new SegmentedChoice<>(items, name, name);
        choice.valueProperty().set(chosen);
        choice.setOnCommit(onChosen);
        return choice;
    }

    /** The usual values, and the one that is there. */
    private static List<Double> with(List<Double> usual, double own) {
        return Stream.concat(usual.stream(), Stream.of(own)).distinct().sorted().toList();
    }

    private Node rates(ExperimentConfig config) {
        double rate = config.training().learningRate();
        return choice(with(RATES, rate), rate, Numbers::plain, improvisation::setRate);
    }

    private Node batches(ExperimentConfig config) {
        int size = config.training().batchSize();
        List<Integer> sizes = new ArrayList<>(BATCHES);
        if (!sizes.contains(size)) {
            sizes.add(
                    (int) BATCHES.stream()
                            .filter(each -> each > 0 && each < size)
                            .count(),
                    size);
        }
        return choice(
                sizes,
                size,
                each -> each == 0 ? Texts.text("training.batch-size.all") : String.valueOf(each),
                each -> improvisation.want(
                        wanted -> wanted.withTraining(wanted.training().withBatchSize(each))));
    }

    private Node activations(ExperimentConfig config) {
        return choice(
                NetworkConfig.ACTIVATIONS,
                config.network().activation(),
                each -> Texts.text("activation." + each),
                each -> improvisation.want(
                        wanted -> wanted.withNetwork(wanted.network().withActivation(each))));
    }

    /** What comes with the program, and the data that run if they are the user's own. */
    private Node data(ExperimentConfig config, ExperimentConfig running) {
        boolean own = running.data().kind() == DataKind.OWN;
        return choice(
                Stream.concat(DataKind.BUILT_IN.stream(), own ? Stream.of(DataKind.OWN) : Stream.empty())
                        .toList(),
                config.data().kind(),
                each -> each == DataKind.OWN ? SettingsLine.data(running) : Texts.text("data." + each),
                each -> improvisation.want(wanted -> wanted.withData(
                        each == DataKind.OWN ? running.data() : wanted.data().withKind(each))));
    }

    private Node noises(ExperimentConfig config) {
        double noise = config.data().noise();
        return choice(
                with(NOISES, noise),
                noise,
                Numbers::plain,
                each -> improvisation.want(
                        wanted -> wanted.withData(wanted.data().withNoise(each))));
    }

    private Node layers() {
        List<Boolean> on = improvisation.layers();
        HBox chips = chips();
        chips.getChildren()
                .add(toggle(Texts.text("improvise.all"), !on.contains(false), improvisation::chooseAllLayers));
        for (int layer : FewLayers.of(on.size())) {
            chips.getChildren()
                    .add(toggle(String.valueOf(layer + 1), on.get(layer), () -> improvisation.toggleLayer(layer)));
        }
        return chips;
    }

    private static HBox chips(Node... chips) {
        HBox box = Parts.styled(new HBox(chips), "segmented");
        return box;
    }

    private ToggleButton toggle(String name, boolean on, Runnable action) {
        ToggleButton toggle = Hints.describeAs(new ToggleButton(name), name, name);
        toggle.setSelected(on);
        toggle.setFocusTraversable(false);
        toggle.setOnAction(event -> {
            action.run();
            shown = null;
        });
        return toggle;
    }

    private Node shownLayer(LabViewModel lab) {
        List<Integer> all = FewLayers.of(lab.layers().layerCountProperty().get());
        return choice(
                all,
                vm.layer(),
                each -> String.valueOf(each + 1),
                each -> lab.curves().bandLayerProperty().set(each));
    }

    private Node unit(LabViewModel lab) {
        int unit = lab.layers().unitProperty().get();
        boolean one = lab.layers().oneUnitProperty().get();
        Label number = new Label(String.valueOf(unit + 1));
        number.setVisible(one);
        return chips(
                toggle(
                        Texts.text("improvise.all"),
                        !one,
                        () -> lab.layers().oneUnitProperty().set(false)),
                toggle("‹", false, () -> showUnit(lab, unit - (one ? 1 : 0))),
                toggle("›", false, () -> showUnit(lab, unit + (one ? 1 : 0))),
                number);
    }

    private void showUnit(LabViewModel lab, int unit) {
        List<Integer> hidden = lab.configProperty().get().network().hiddenUnits();
        int units = hidden.get(Math.min(vm.layer(), hidden.size() - 1));
        lab.layers().unitProperty().set(Math.floorMod(unit, units));
        lab.layers().oneUnitProperty().set(true);
    }

    /** Which of the changes is the one that is prepared: null for another one, made in the shift lab. */
    private Change prepared() {
        PreparedShift prepared = shift.get();
        return picked != null && prepared.command(false).equals(chosen) ? picked : null;
    }

    private Node[] move() {
        PreparedShift prepared = shift.get();
        SegmentedChoice<Change> changes = choice(
                List.of(Change.values()), prepared(), each -> Texts.text("improvise.change." + each, MOVE), each -> {
                    each.prepare.accept(prepared);
                    picked = each;
                    chosen = prepared.command(false);
                });
        boolean slowly = improvisation.slowlyProperty().get();
        Button now = Parts.named(new Button(Texts.text("improvise.apply")), "improvise-apply");
        now.setFocusTraversable(false);
        now.setOnAction(event -> apply.run());
        return new Node[] {
            changes,
            toggle(
                    Texts.text(
                            "improvise.slowly",
                            Math.round(prepared.driftStepsProperty().get())),
                    slowly,
                    () -> improvisation.slowlyProperty().set(!slowly)),
            now
        };
    }
}
