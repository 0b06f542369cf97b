package normscope.window;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import normscope.control.Parts;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.shell.WindowActions;

/**
 * The panels that show one running experiment: the centre, the figures beside it, the bar at the bottom.
 *
 * <p>While a network learns, histograms follow about thirty times a second, curves, bands and numbers somewhat slower,
 * each in frames of its own, so that no frame has to draw everything.
 */
final class Workbench {

    private static final long NANOS = 1_000_000_000L;
    private static final long HISTOGRAMS_EVERY = NANOS / 40;
    private static final long CURVES_EVERY = NANOS / 15;
    private static final long BANDS_EVERY = NANOS / 8;
    private static final long NUMBERS_EVERY = NANOS / 12;

    private final LabViewModel vm;
    private final HistogramsCard histograms;
    private final CentreStage centre;
    private final FigureColumn figures;
    private final HBox stage;
    private final TransportBar transport;
    private final List<SlowPart> parts;
    private long shownFrame = -1;

    /** Builds the panels; the window's width decides that of the figures. */
    Workbench(WindowActions actions, Region window) {
        vm = actions.vm();
        histograms = new HistogramsCard(actions);
        centre = new CentreStage(actions, histograms);
        LossCard loss = new LossCard(actions);
        BandsCard bands = new BandsCard(actions);
        DecisionCards decisions = new DecisionCards(actions);
        figures = new FigureColumn(loss, decisions, bands);
        figures.followWidthOf(window);
        HBox.setHgrow(centre, Priority.ALWAYS);
        stage = new HBox(centre, figures);
        stage.getStyleClass().add("stage-area");
        transport = new TransportBar(actions);
        parts = List.of(
                new SlowPart(HISTOGRAMS_EVERY, this::showHistograms),
                new SlowPart(CURVES_EVERY, loss::refresh),
                new SlowPart(BANDS_EVERY, bands::refresh),
                new SlowPart(NUMBERS_EVERY, this::showNumbers));
    }

    /** Shows the centre or not, and beside it only some of the panels. */
    void showPanels(boolean withCentre, Set<Panel> panels) {
        Parts.show(centre, withCentre);
        figures.show(panels);
        figures.fill(!withCentre);
    }

    /** Shows what chooses unit and quantity of the histograms, or not. */
    void showToolbar(boolean on) {
        histograms.showToolbar(on);
    }

    HBox stage() {
        return stage;
    }

    FigureColumn figures() {
        return figures;
    }

    CentreStage centre() {
        return centre;
    }

    TransportBar transport() {
        return transport;
    }

    /** Shows what is new since the view model's last pulse. */
    void update(long now) {
        centre.pulse(now);
        if (vm.frame() != shownFrame) {
            shownFrame = vm.frame();
            parts.forEach(part -> part.asked = true);
        }
        if (vm.transport().playingProperty().get()) {
            // One of them a frame: the one that has waited longest, so that none starves on a slow machine.
            parts.stream()
                    .filter(part -> part.isDue(now))
                    .min(Comparator.comparingLong(part -> part.last))
                    .ifPresent(part -> part.show(now));
        } else {
            // Nothing moves by itself, so all panels show the same moment at once.
            parts.stream().filter(part -> part.asked).forEach(part -> part.show(now));
        }
    }

    private void showHistograms() {
        if (centre.showsHistograms()) {
            histograms.refresh();
        }
    }

    private void showNumbers() {
        transport.refresh();
        histograms.refreshNotes();
    }

    void close() {
        centre.close();
    }

    /** A part that is shown anew only so often, however often there is something new. */
    private static final class SlowPart {
        private final long every;
        private final Runnable refresh;
        private long last = Long.MIN_VALUE / 2;
        private boolean asked;

        SlowPart(long every, Runnable refresh) {
            this.every = every;
            this.refresh = refresh;
        }

        boolean isDue(long now) {
            return asked && now - last >= every;
        }

        void show(long now) {
            asked = false;
            last = now;
            refresh.run();
        }
    }
}
