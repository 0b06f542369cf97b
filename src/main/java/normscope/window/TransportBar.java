package normscope.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.control.SpeedControl;
import normscope.control.Timeline;
import normscope.lab.LabViewModel;
import normscope.lab.TransportViewModel;
import normscope.shell.Hideable;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the bottom: going through the steps, where one is, the timeline, and the speed. */
final class TransportBar extends HBox {

    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");
    private static final PseudoClass REVIEWING = PseudoClass.getPseudoClass("reviewing");

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private static final double CAPTION_EMS = 0.85;

    /** A narrower bar, in ems, has its counters one below the other. */
    private static final double LEAST_WIDE = 60;

    private final WindowActions actions;
    private final LabViewModel vm;
    private final TransportViewModel transport;
    private final Button play = new Button();
    private final LiveText step = new LiveText(Numbers.grouped(10_000_000), Pos.CENTER_LEFT);
    private final LiveText epoch = new LiveText(Numbers.grouped(100_000), Pos.CENTER_LEFT);
    private final Label stepCaption = Parts.styled(new Label(), "caption");
    private final Label epochCaption = Parts.styled(new Label(Texts.text("transport.epoch")), "caption");
    private final GridPane counters = Parts.whole(Parts.styled(new GridPane(), "counters"));
    private final Timeline timeline = new Timeline();
    private final SpeedControl speed = new SpeedControl();
    private final StackPane right = new StackPane();
    private final BooleanProperty timelineShown = new SimpleBooleanProperty(this, "timelineShown", true);
    private final BooleanProperty speedShown = new SimpleBooleanProperty(this, "speedShown", true);

    TransportBar(WindowActions actions) {
        this.actions = actions;
        vm = actions.vm();
        transport = vm.transport();
        getStyleClass().add("transport");
        HBox buttons = Parts.row(
                "transport-buttons",
                round("reset", Feather.ROTATE_CCW, actions::reset),
                round("step-back", Feather.CHEVRON_LEFT, transport::stepBack),
                playButton(),
                round("step", Feather.CHEVRON_RIGHT, transport::stepOnce),
                round("step-epoch", Feather.CHEVRONS_RIGHT, transport::stepEpoch));
        counters.getChildren().setAll(stepCaption, step, epochCaption, epoch);
        Parts.follow(this::arrangeCounters, widthProperty(), stepCaption.fontProperty());
        timeline.setId("timeline");
        timeline.visibleProperty().bind(timelineShown.and(actions.hidden().shows(Hideable.TIMELINE)));
        right.visibleProperty().bind(speedShown.and(actions.hidden().shows(Hideable.SPEED)));
        step.setId("step-number");
        epoch.setId("epoch-number");
        getChildren().addAll(Parts.whole(buttons), counters, Parts.wide(timeline), right);
        right.getChildren().setAll(speed, reviewButtons());
        bindTimeline();
        speed.speedProperty().bindBidirectional(transport.speedProperty());
        transport.measuredSpeedProperty().addListener((o, old, now) -> speed.showMeasured(now.doubleValue()));
        for (Node button : buttons.getChildren()) {
            if (!"reset".equals(button.getId())) {
                button.disableProperty().bind(transport.lockedProperty());
            }
        }
        // The buttons that had the focus are gone, and on the timeline the arrow keys would not step.
        transport.continuationsProperty().addListener(observable -> play.requestFocus());
        Parts.follow(this::showPlaying, transport.playingProperty());
        Parts.follow(this::showReviewing, transport.reviewingProperty(), transport.besideProperty());
        refresh();
    }

    /** Shows only some of the controls; the others leave their places empty, so that nothing moves. */
    void showControls(boolean withTimeline, boolean withSpeed) {
        timelineShown.set(withTimeline);
        speedShown.set(withSpeed);
    }

    private Node playButton() {
        Region shape = new Region();
        shape.getStyleClass().add("play-shape");
        play.setGraphic(shape);
        play.setId("play");
        play.getStyleClass().addAll("round-button", "play-button");
        play.setOnAction(event -> transport.togglePlay());
        return Hints.describe(play, "transport.play");
    }

    private static Button round(String id, Ikon icon, Runnable action) {
        return Parts.styled(Parts.button(id, "transport." + id, icon, action), "round-button");
    }

    /**
     * Step and epoch, each a caption above its number; in a narrow bar each in one line, to leave room for the rest.
     */
    private void arrangeCounters() {
        double em = stepCaption.getFont().getSize() / CAPTION_EMS;
        boolean narrow = getWidth() < LEAST_WIDE * em;
        List<Node> nodes = List.of(stepCaption, step, epochCaption, epoch);
        for (int i = 0; i < nodes.size(); i++) {
            int first = i / 2;
            int second = i % 2;
            GridPane.setConstraints(nodes.get(i), narrow ? second : first, narrow ? first : second);
        }
        pseudoClassStateChanged(NARROW, narrow);
    }

    private VBox reviewButtons() {
        Button back = Parts.button("back-to-live", "transport.live", () -> {
            actions.live();
            play.requestFocus();
        });
        Button here = Parts.styled(
                Parts.button("continue-from-here", "transport.continue", actions::continueFromHere), "main-action");
        VBox box = Parts.column("review-buttons", here, back);
        box.visibleProperty().bind(transport.reviewingProperty());
        // They take the place of the speed, which matters only to what is live: so nothing moves.
        speed.visibleProperty().bind(transport.reviewingProperty().not());
        return box;
    }

    private void bindTimeline() {
        Hints.describe(timeline, "timeline");
        timeline.setHandlers(
                wanted -> {
                    transport.review(wanted);
                    timeline.positionProperty().set(wanted);
                },
                transport::live);
        timeline.setRecorded(transport::recordedAt);
        timeline.setMomentHandlers(transport::reviewBefore, transport::reviewNeighbour);
        Runnable show = () -> timeline.flags()
                .setAll(vm.events().stream()
                        .map(event -> new Timeline.Flag(event.step(), event.label()))
                        .toList());
        Parts.follow(show, vm.events());
    }

    private void showPlaying() {
        boolean playing = transport.playingProperty().get();
        play.pseudoClassStateChanged(PLAYING, playing);
        play.setAccessibleText(Texts.text(playing ? "transport.pause" : "transport.play"));
    }

    private void showReviewing() {
        boolean reviewing = transport.reviewingProperty().get();
        pseudoClassStateChanged(REVIEWING, reviewing);
        timeline.setReviewing(reviewing);
        stepCaption.setText(Texts.text(
                reviewing
                        ? "transport.step-reviewed."
                                + transport.besideProperty().get()
                        : "transport.step"));
    }

    void refresh() {
        step.setText(Numbers.grouped(transport.stepProperty().get()));
        epoch.setText(Numbers.grouped(transport.epochProperty().get()));
        timeline.lastProperty().set(transport.lastStepProperty().get());
        timeline.positionProperty().set(transport.stepProperty().get());
    }
}
