package normscope.view;

import java.util.Comparator;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import normscope.experiment.ArmId;
import normscope.view.control.NoticeStrip;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.Notice;

/**
 * The content of the window, and the clock that keeps it up to date.
 *
 * <p>Every frame the view model takes in what the trainer has done. Histograms follow every frame. Curves, bands and
 * numbers follow some times a second, in frames of their own, so that no frame has to draw everything.
 */
public final class MainWindow {

    private static final long NANOS = 1_000_000_000L;
    private static final long CURVES_EVERY = NANOS / 15;
    private static final long BANDS_EVERY = NANOS / 8;
    private static final long NUMBERS_EVERY = NANOS / 12;

    private final LabViewModel vm;
    private final BorderPane root = new BorderPane();
    private final NoticeStrip notices;
    private final HistogramsPanel histograms;
    private final CentreStage centre;
    private final TransportBar transport;
    private final List<SlowPart> parts;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            update(now);
        }
    };
    private long shownFrame = -1;

    /**
     * Builds the content.
     *
     * @param actions what its menus, keys and buttons do
     */
    public MainWindow(WindowActions actions) {
        vm = actions.vm();
        histograms = new HistogramsPanel(actions);
        LossCard loss = new LossCard(actions);
        BandsCard bands = new BandsCard(actions);
        transport = new TransportBar(actions);
        notices = new NoticeStrip(vm::dismissNotice);
        HBox decisions = new HBox(new DecisionCard(actions, ArmId.WITHOUT), new DecisionCard(actions, ArmId.WITH));
        decisions.getStyleClass().add("decisions");
        FigureColumn figures = new FigureColumn(loss, decisions, bands);
        centre = new CentreStage(actions, histograms);
        HBox.setHgrow(centre, Priority.ALWAYS);
        HBox stage = new HBox(centre, figures);
        stage.getStyleClass().add("stage-area");
        figures.followWidthOf(root);
        root.getStyleClass().add("window");
        root.setTop(new TopBar(actions, notices));
        root.setLeft(new SettingsPanel(vm));
        root.setCenter(stage);
        root.setBottom(transport);
        parts = List.of(
                new SlowPart(CURVES_EVERY, loss::refresh),
                new SlowPart(BANDS_EVERY, bands::refresh),
                new SlowPart(NUMBERS_EVERY, this::showNumbers));
        vm.noticeProperty().addListener((observable, old, notice) -> show(notice));
        show(vm.noticeProperty().get());
    }

    /**
     * The content, to put into a scene.
     *
     * @return the root
     */
    public Parent root() {
        return root;
    }

    /** Starts to follow the view model. */
    public void start() {
        // Nothing has the keyboard at first: no ring is shown, and the keys of the window work.
        root.requestFocus();
        timer.start();
    }

    /** Stops following it. */
    public void stop() {
        timer.stop();
        centre.close();
    }

    /**
     * Takes in what is new and shows it; called for every frame once started.
     *
     * @param now the time of the frame in nanoseconds
     */
    public void update(long now) {
        vm.pulse();
        centre.pulse(now);
        if (vm.frame() != shownFrame) {
            shownFrame = vm.frame();
            if (centre.showsHistograms()) {
                histograms.refresh();
            }
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

    private void showNumbers() {
        transport.refresh();
        histograms.refreshNotes();
    }

    private void show(Notice notice) {
        if (notice == null) {
            notices.hide();
            return;
        }
        NoticeStrip.Level level = switch (notice.kind()) {
            case INFO -> NoticeStrip.Level.INFO;
            case WARNING -> NoticeStrip.Level.WARNING;
            case ERROR -> NoticeStrip.Level.ERROR;
        };
        notices.show(level, notice.text(), notice.details());
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
