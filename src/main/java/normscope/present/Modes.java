package normscope.present;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import normscope.export.FigureFiles;
import normscope.export.FigureSheets;
import normscope.instrument.InstrumentKind;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lesson.Goal;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Pack;
import normscope.lesson.Page;
import normscope.lesson.page.GoalsViewModel;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonsViewModel;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import normscope.text.Texts;

/** The modes of one window, each with its own experiment; the one that is left pauses. Keys act on the visible one. */
public final class Modes {

    /** How the names of tables end. */
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".txt");

    private final WindowActions lab;
    private final LessonsViewModel lessons;
    private final ObjectProperty<WindowMode> mode = new SimpleObjectProperty<>(this, "mode", WindowMode.LAB);
    private final ReadOnlyObjectWrapper<WindowActions> actions = new ReadOnlyObjectWrapper<>(this, "actions");
    private WindowActions lessonActions;
    private final WindowFigures figures = new WindowFigures(this, FigureFiles.standard());
    private final Papers papers;
    private final Films films;
    private final GoalsViewModel goals;
    private Consumer<Lesson> present = script -> {};

    /** Starts in the Lab. */
    public Modes(WindowActions lab, LessonsViewModel lessons) {
        this.lab = lab;
        this.lessons = lessons;
        papers = new Papers(this);
        films = new Films(lab.vm(), FigureFiles.standard());
        goals = new GoalsViewModel(lab.vm(), lessons);
        lessons.lessonProperty().addListener(observable -> change());
        mode.addListener(observable -> change());
        actions.set(lab);
    }

    private void change() {
        WindowActions next = visible();
        WindowActions former = actions.get();
        if (next == former) {
            return;
        }
        if (former != null) {
            former.vm().transport().pause();
        }
        actions.set(next);
    }

    private WindowActions visible() {
        if (mode.get() == WindowMode.LAB) {
            return lab;
        }
        if (mode.get() == WindowMode.COMPARE || lessons.lessonProperty().get() == null) {
            return null;
        }
        LabViewModel experiment = lessons.experiment();
        if (lessonActions == null || lessonActions.vm() != experiment) {
            lessonActions = new WindowActions(experiment, lab);
            lessonActions.setReset(lessons::restartPage);
        }
        return lessonActions;
    }

    public ObjectProperty<WindowMode> modeProperty() {
        return mode;
    }

    /** The actions of what is visible: null where no experiment is, on the lessons' home page and in Compare. */
    public ReadOnlyObjectProperty<WindowActions> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** The Lab's actions, and those of the whole window. */
    public WindowActions lab() {
        return lab;
    }

    public LessonsViewModel lessons() {
        return lessons;
    }

    /** {@return the goal of a lesson that is pursued in the Lab} */
    public GoalsViewModel goals() {
        return goals;
    }

    /** Begins a goal's experiment in the Lab; the Lab's undo brings its own back. */
    public void pursue(Lesson lesson, Goal goal) {
        act(actions -> actions.vm().transport().pause());
        lab.vm().tell(Notice.info("lab.opened", FigureSheets.name(goal.start()), 0));
        goals.pursue(lesson, goal);
        lab.forgetFile();
        mode.set(WindowMode.LAB);
    }

    public Films films() {
        return films;
    }

    /** Asks what to hide in a pack of the Lab's experiment, and where to save it. */
    public void pack() {
        lab.showPage("pack", new PackForm(lab));
    }

    /** Asks what to film of the Lab's run, and films it. */
    public void film() {
        lab.showPage(
                "film", new FilmForm(films, lab.appearance().chartsProperty().get()));
    }

    /** Saves and copies figures of what is visible. */
    public WindowFigures figures() {
        return figures;
    }

    /** Saves what is made in the background. */
    public Papers papers() {
        return papers;
    }

    /** Shows a class what is visible. */
    public void present() {
        present(null);
    }

    /** Shows a class a script, or what is visible if there is none. */
    public void present(Lesson script) {
        present.accept(script);
    }

    public void setPresent(Consumer<Lesson> action) {
        present = action;
    }

    /** Whether a lesson's page is visible. */
    public boolean showsLesson() {
        return mode.get() == WindowMode.LESSONS && lessons.lessonProperty().get() != null;
    }

    /** Whether questions from earlier lessons are asked, before another one begins. */
    public boolean asksBefore() {
        return mode.get() == WindowMode.LESSONS
                && lessons.lessonProperty().get() == null
                && lessons.recallProperty().get() != null;
    }

    /** Starts what the lesson's page wants to be started, or goes on from a question; else plays or pauses. */
    public void actOrPlay() {
        if (asksBefore()) {
            lessons.recallProperty().get().next();
        } else if (showsLesson() && lessons.lessonProperty().get().canAct()) {
            lessons.lessonProperty().get().act();
        } else {
            act(actions -> actions.vm().transport().togglePlay());
        }
    }

    /** Closes the instrument in the Lab; in a lesson goes back to the list of lessons. */
    public void leave() {
        if (mode.get() == WindowMode.LAB) {
            lab.closeInstrument();
        } else if (mode.get() == WindowMode.LESSONS) {
            lessons.home();
        }
    }

    /**
     * Opens what the lesson's page shows in the Lab: its experiment at the moment that it is at, and its instrument.
     * The Lab's undo brings its own run back; where the page shows an instrument alone, the run stays.
     */
    public void openInLab() {
        act(actions -> {
            LessonViewModel open = showsLesson() ? lessons.lessonProperty().get() : null;
            Page page = open == null ? null : open.shown();
            actions.vm().transport().pause();
            if (page == null || page.showsExperiment()) {
                lab.vm()
                        .tell(Notice.info(
                                "lab.opened",
                                FigureSheets.name(actions.vm().configProperty().get()),
                                actions.vm().transport().lastStepProperty().get()));
                lab.vm().takeOver(actions.vm());
                lab.forgetFile();
            } else {
                String name = InstrumentKind.of(page.instrument()).id();
                lab.vm().tell(Notice.info("lab.opened.instrument", Texts.text("instrument." + name)));
            }
            if (page != null) {
                boolean done = open.current() == null || open.knows();
                lab.setUp(done ? page.instrumentAfter() : page.instrument());
            }
            mode.set(WindowMode.LAB);
        });
    }

    /** Opens the experiment that a script begins with in the Lab; the Lab's undo brings its own back. */
    public void openInLab(Lesson script) {
        lab.vm().edit(script.experiment());
        lab.forgetFile();
        mode.set(WindowMode.LAB);
    }

    /** Undoes the Lab's last change, if it is visible. */
    public void undo() {
        if (mode.get() == WindowMode.LAB) {
            lab.undo();
        }
    }

    /** Brings back what was undone last in the Lab, if it is visible. */
    public void redo() {
        if (mode.get() == WindowMode.LAB) {
            lab.redo();
        }
    }

    public void save() {
        act(WindowActions::save);
    }

    /** Saves the visible experiment to a file that is asked for. */
    public void saveAs() {
        act(WindowActions::saveAs);
    }

    /** Opens the experiment on the clipboard in the Lab. */
    public void paste() {
        mode.set(WindowMode.LAB);
        lab.paste();
    }

    /** Does something with what is visible, if it has an experiment. */
    public void act(Consumer<WindowActions> action) {
        WindowActions visible = actions.get();
        if (visible != null) {
            action.accept(visible);
        }
    }

    /** Tells something where it is seen: by the visible experiment, or else by the lessons. */
    void tell(Notice news) {
        if (actions.get() == null) {
            lessons.tell(news);
        } else {
            actions.get().vm().tell(news);
        }
    }

    /** Asks for a file and opens it. */
    public void open() {
        lab.askOpen().ifPresent(this::open);
    }

    /** Shows the choice of a table for the Lab. */
    public void openData() {
        mode.set(WindowMode.LAB);
        lab.data().show(null);
    }

    /** Asks for an instructor's own lesson and opens it. */
    public void openLesson() {
        lab.askLesson().ifPresent(this::open);
    }

    /** Opens a page, from 0, of the lesson with an id. */
    public void open(String id, int page) {
        mode.set(WindowMode.LESSONS);
        lessons.lessons().stream()
                .filter(lesson -> lesson.id().equals(id))
                .findFirst()
                .ifPresent(lesson -> lessons.openAt(lesson, page));
    }

    /**
     * Opens whatever the program can open, a file or a folder: an experiment or that of a sheet in the Lab, lessons and
     * scripts in the list of lessons. Of anything else a notice says what it is.
     */
    public void open(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        lab.hidden().clear();
        if (!Files.exists(chosen)) {
            mode.set(WindowMode.LAB);
            lab.recent().remove(chosen);
            refuse("open.missing", name);
            return;
        }
        if (Pack.is(chosen) && !Files.isDirectory(chosen)) {
            openPack(chosen);
            return;
        }
        Optional<Path> folder = Lessons.folderOf(chosen);
        if (folder.isPresent()) {
            mode.set(WindowMode.LESSONS);
            lessons.load(folder.get());
            lab.recent().add(folder.get());
            return;
        }
        mode.set(WindowMode.LAB);
        if (Files.isDirectory(chosen)) {
            refuse("open.folder", name);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            lab.open(chosen);
        } else if (TABLES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            lab.data().show(chosen);
        } else if (Papers.mayBeSheet(chosen)) {
            papers.open(chosen);
            lab.recent().add(chosen);
        } else {
            refuse("open.other", name);
        }
    }

    private void openPack(Path chosen) {
        try (Pack pack = Pack.unpack(chosen)) {
            boolean hasLessons = pack.lessons().isPresent();
            mode.set(hasLessons ? WindowMode.LESSONS : WindowMode.LAB);
            if (hasLessons) {
                lessons.load(pack);
            } else {
                lab.openCopy(pack.content());
            }
            lab.recent().add(chosen);
            hide(pack);
        } catch (LessonException e) {
            mode.set(WindowMode.LAB);
            refuse("open.pack", e.getMessage());
        }
    }

    private void hide(Pack pack) {
        lab.hidden().set(pack.opening().hide());
        if (!pack.opening().hide().isEmpty()) {
            tell(Notice.info("pack.hidden"));
        }
    }

    private void refuse(String key, String name) {
        lab.vm().tell(Notice.error(key, name));
    }
}
