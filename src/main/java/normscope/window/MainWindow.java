package normscope.window;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import normscope.compare.CompareView;
import normscope.compare.CompareViewModel;
import normscope.control.FileDrop;
import normscope.control.NoticeStrip;
import normscope.control.Parts;
import normscope.export.FigureFiles;
import normscope.instrument.sweep.SweepCard;
import normscope.lab.Notice;
import normscope.lesson.Lesson;
import normscope.lesson.page.GoalStrip;
import normscope.present.Modes;
import normscope.present.Presenter;
import normscope.shell.Appearance;
import normscope.shell.Hideable;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import normscope.window.table.TableDialog;

/** The content of the window, and the clock that keeps what is visible of it up to date. */
public final class MainWindow {

    /** Between two pictures of a running training, if the user wants little to move: in nanoseconds. */
    private static final long CALM = 500_000_000;

    private final Modes modes;
    private final BorderPane root = new BorderPane();
    private final SmallScreen screen;
    private final Appearance appearance;
    private final NoticeStrip notices;
    private final Workbench lab;
    private final BorderPane labPane = new BorderPane();
    private final ChangeListener<Notice> noticeListener = (observable, old, notice) -> showNotice();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            update(now);
        }
    };
    private final Presenter presenter;
    /** Made when first shown, so that the Lab does not start later for it. */
    private LessonsView lessons;
    /** Likewise. */
    private CompareView compare;

    private final CompareViewModel runs;
    private SweepCard sweeps;

    private WindowActions listenedTo;
    private long shown;
    private boolean presented;

    /** Builds the content; {@link #stop} closes the store of the Lab's runs. */
    public MainWindow(Modes modes, CompareViewModel runs) {
        this.modes = modes;
        appearance = modes.lab().appearance();
        screen = new SmallScreen(root, appearance.textSizeProperty());
        this.runs = runs;
        runs.setShowLab(this::showLab);
        presenter = new Presenter(modes, FigureFiles.standard());
        lab = new Workbench(modes.lab(), root);
        SettingsPanel settings = new SettingsPanel(modes.lab());
        settings.setId("settings");
        settings.visibleProperty().bind(modes.lab().hidden().shows(Hideable.SETTINGS));
        Parts.collapsing(settings);
        labPane.setLeft(settings);
        labPane.setCenter(lab.stage());
        labPane.setTop(new GoalStrip(modes.goals()));
        notices = new NoticeStrip(this::dismissNotice);
        root.getStyleClass().add("window");
        TopBar bar = new TopBar(modes, notices);
        root.setTop(new VBox(bar, bar.below()));
        modes.modeProperty().addListener(observable -> showMode());
        modes.actionsProperty().addListener(observable -> listenToNotices());
        modes.lessons().noticeProperty().addListener(noticeListener);
        modes.lessons().lessonProperty().addListener(observable -> dismissNews());
        modes.figures().follow(root);
        modes.setPresent(this::present);
        FileDrop.accept(screen, modes::open);
        TableDialog tables = new TableDialog(modes.lab());
        modes.lab().data().setShow(chosen -> tables.open(root.getScene().getWindow(), chosen));
        modes.lab().data().setRead((table, then) -> tables.read(root.getScene().getWindow(), table, then));
        showMode();
        listenToNotices();
    }

    private void showLab() {
        modes.modeProperty().set(WindowMode.LAB);
    }

    private void present(Lesson script) {
        presenter.open(root.getScene().getWindow());
        if (script != null) {
            presenter.vm().play(script);
        }
    }

    private void showMode() {
        if (presenter.isOpen()) {
            // A script is the lessons' experiment. Nobody sees this window meanwhile, and the mode comes back.
            return;
        }
        if (modes.modeProperty().get() == WindowMode.LAB) {
            root.setCenter(labPane);
            screen.dock(labPane, lab.transport());
            root.requestFocus();
            return;
        }
        if (modes.modeProperty().get() == WindowMode.COMPARE) {
            if (compare == null) {
                sweeps = new SweepCard(modes.lab().vm(), modes.lab(), this::showLab);
                compare = new CompareView(runs, modes.lab(), sweeps.node());
            }
            root.setCenter(compare.root());
            screen.dock(new BorderPane(), null);
            compare.begin();
            return;
        }
        if (lessons == null) {
            lessons = new LessonsView(modes, root, screen);
        }
        root.setCenter(lessons.root());
        lessons.dockBar();
        lessons.requestFocus();
    }

    private void listenToNotices() {
        if (listenedTo != null) {
            listenedTo.vm().noticeProperty().removeListener(noticeListener);
        }
        listenedTo = modes.actionsProperty().get();
        if (listenedTo != null) {
            listenedTo.vm().noticeProperty().addListener(noticeListener);
        }
        showNotice();
    }

    public Parent root() {
        return screen;
    }

    public Presenter presenter() {
        return presenter;
    }

    public void start() {
        // Nothing has the keyboard at first: no ring is shown, and the keys of the window work.
        root.requestFocus();
        timer.start();
    }

    /** Stops following it, and ends what the panels have begun. */
    public void stop() {
        presenter.close();
        timer.stop();
        lab.close();
        if (lessons != null) {
            lessons.close();
        }
        if (compare != null) {
            compare.close();
            sweeps.close();
        }
        runs.close();
    }

    /** Takes in what is new and shows it; called for every frame once started, with its time in nanoseconds. */
    public void update(long now) {
        if (presenter.isOpen()) {
            runs.watch(now);
            presented = true;
            // What a class sees pulses by itself, over this window.
            return;
        }
        if (presented && lessons != null) {
            lessons.resume();
        }
        presented = false;
        if (isCalm(now)) {
            return;
        }
        if (modes.modeProperty().get() == WindowMode.LAB) {
            modes.lab().vm().pulse();
            modes.goals().pulse(now);
            lab.update(now);
        } else if (modes.modeProperty().get() == WindowMode.COMPARE) {
            modes.lab().vm().pulse();
            compare.update();
            sweeps.pulse();
        } else {
            lessons.update(now);
        }
        // Last: not to know less of the run than what the user sees of it, and may end it for.
        runs.watch(now);
    }

    /** Whether the user wants little to move and something has moved a moment ago. */
    private boolean isCalm(long now) {
        WindowActions actions = modes.actionsProperty().get();
        boolean moving =
                actions != null && actions.vm().transport().playingProperty().get();
        if (appearance.calmProperty().get() && moving && now - shown < CALM) {
            return true;
        }
        shown = now;
        return false;
    }

    /** What was done in one lesson is no news in the next. */
    private void dismissNews() {
        Notice told =
                listenedTo == null ? null : listenedTo.vm().noticeProperty().get();
        if (told != null && told.kind() == Notice.Kind.INFO) {
            listenedTo.vm().dismissNotice();
        }
    }

    private void dismissNotice() {
        if (modes.lessons().noticeProperty().get() != null) {
            modes.lessons().dismissNotice();
        } else if (listenedTo != null) {
            listenedTo.vm().dismissNotice();
        }
    }

    private void showNotice() {
        Notice notice = modes.lessons().noticeProperty().get();
        if (notice == null && listenedTo != null) {
            notice = listenedTo.vm().noticeProperty().get();
        }
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
}
