package normscope.view;

import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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
    private final LossCard loss;
    private final BandsCard bands;
    private final TransportBar transport;
    private final Due curvesDue = new Due(CURVES_EVERY);
    private final Due bandsDue = new Due(BANDS_EVERY);
    private final Due numbersDue = new Due(NUMBERS_EVERY);
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
        loss = new LossCard(actions);
        bands = new BandsCard(actions);
        transport = new TransportBar(actions);
        notices = new NoticeStrip(vm::dismissNotice);
        HBox decisions = new HBox(new DecisionCard(actions, ArmId.WITHOUT), new DecisionCard(actions, ArmId.WITH));
        decisions.getStyleClass().add("decisions");
        FigureColumn figures = new FigureColumn(loss, decisions, bands);
        HBox.setHgrow(histograms, Priority.ALWAYS);
        HBox stage = new HBox(histograms, figures);
        stage.getStyleClass().add("stage-area");
        figures.followWidthOf(root);
        root.getStyleClass().add("window");
        root.setTop(new TopBar(actions));
        root.setLeft(new SettingsPanel(vm));
        root.setCenter(stage);
        root.setBottom(new VBox(notices, transport));
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
        timer.start();
    }

    /** Stops following it. */
    public void stop() {
        timer.stop();
    }

    /**
     * Takes in what is new and shows it; called for every frame once started.
     *
     * @param now the time of the frame in nanoseconds
     */
    public void update(long now) {
        vm.pulse();
        if (vm.frame() != shownFrame) {
            shownFrame = vm.frame();
            histograms.refresh();
            curvesDue.ask();
            bandsDue.ask();
            numbersDue.ask();
        }
        // One of the dear things a frame; the others wait for the next.
        if (curvesDue.take(now)) {
            loss.refresh();
        } else if (bandsDue.take(now)) {
            bands.refresh();
        } else if (numbersDue.take(now)) {
            transport.refresh();
            histograms.refreshNotes();
        }
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

    /** Something asked for often and done seldom. */
    private static final class Due {
        private final long every;
        private long last = Long.MIN_VALUE / 2;
        private boolean asked;

        Due(long every) {
            this.every = every;
        }

        void ask() {
            asked = true;
        }

        boolean take(long now) {
            if (!asked || now - last < every) {
                return false;
            }
            asked = false;
            last = now;
            return true;
        }
    }
}
