package normscope.lesson.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Pack;
import normscope.text.Texts;

/** The lessons: which there are, how far the user has come in each, and the one that is open. */
public final class LessonsViewModel implements AutoCloseable {

    private final Library library;
    private final Library scriptLibrary;
    private final ProgressStore store;
    private final PageFigures figures;
    private final Map<String, LessonProgress> progress;
    private final ReadOnlyObjectWrapper<LessonViewModel> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice");
    private final ReadOnlyObjectWrapper<List<Lesson>> all = new ReadOnlyObjectWrapper<>(this, "all");
    private final ReadOnlyObjectWrapper<Recall> recall = new ReadOnlyObjectWrapper<>(this, "recall");
    private final LessonWatch watch = new LessonWatch();
    private final ScriptStage scriptStage = new ScriptStage();
    private LabViewModel experiment;

    /** Where the lessons come from. */
    @FunctionalInterface
    public interface Library {
        /** Reads the lessons, in order. */
        List<Lesson> load() throws LessonException;
    }

    /** Starts at home, with no lesson open, and with the program's own scripts. */
    public LessonsViewModel(Library library, ProgressStore store) {
        this(library, () -> Lessons.scripts(Texts.language()), store);
    }

    /**
     * Starts at home, with no lesson open. The lessons, maybe with scripts among them, and more scripts to come before
     * these are asked for when they are first wanted.
     */
    public LessonsViewModel(Library library, Library scripts, ProgressStore store) {
        this.library = library;
        this.scriptLibrary = scripts;
        this.store = store;
        this.figures = store.figures();
        this.progress = new LinkedHashMap<>(store.load());
    }

    /** All lessons and scripts: in order; null until they are first wanted. */
    public ReadOnlyObjectProperty<List<Lesson>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public List<Lesson> lessons() {
        return allOf(Lesson.Kind.LESSON);
    }

    /** All scripts for the front of a class: in order. */
    public List<Lesson> scripts() {
        return allOf(Lesson.Kind.SCRIPT);
    }

    private List<Lesson> allOf(Lesson.Kind kind) {
        load();
        return all.get().stream().filter(each -> each.kind() == kind).toList();
    }

    /**
     * Reads the lessons and makes their experiment, which takes a moment; done once, by the first lesson at the latest.
     */
    public void prepare() {
        load();
        if (experiment == null) {
            experiment = new LabViewModel(ExperimentConfig.defaults());
        }
    }

    private void load() {
        if (all.get() == null) {
            List<Lesson> scripts = read(scriptLibrary);
            all.set(Lessons.together(scripts, read(library)));
        }
    }

    private List<Lesson> read(Library from) {
        try {
            return from.load();
        } catch (LessonException e) {
            tell(e);
            return List.of();
        }
    }

    /** {@return how many pages a lesson has, with the one at its end} */
    public static int pages(Lesson lesson) {
        return lesson.pages().size() + 1;
    }

    /** How far the user has come. */
    public LessonProgress progress(String id) {
        return progress.getOrDefault(id, LessonProgress.NONE);
    }

    public PageFigures figures() {
        return figures;
    }

    /** Keeps that a goal of a lesson was reached. */
    void reached(String id, String goal) {
        progress.put(id, progress(id).reached(goal));
        store.save(Map.copyOf(progress));
    }

    public boolean nothingBegun() {
        return progress.values().stream().noneMatch(LessonProgress::begun);
    }

    /** Opens the lesson after the open one; without one, shows the list of lessons. */
    public void openNext() {
        Lesson next = after(lesson.get().lesson());
        home();
        if (next != null) {
            open(next);
        }
    }

    private Lesson after(Lesson one) {
        List<Lesson> ordered = lessons();
        int index = ordered.indexOf(one) + 1;
        return index > 0 && index < ordered.size() ? ordered.get(index) : null;
    }

    /** The open lesson: null at home. */
    public ReadOnlyObjectProperty<LessonViewModel> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /**
     * {@return the experiment that the open lesson shows, one for all lessons; null until {@link #prepare} or the first
     * lesson}
     */
    public LabViewModel experiment() {
        return experiment;
    }

    public ScriptStage scriptStage() {
        return scriptStage;
    }

    /** Something about the lessons themselves to tell the user: null when there is nothing. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void tell(Notice news) {
        notice.set(news);
    }

    public void dismissNotice() {
        notice.set(null);
    }

    /** Opens a lesson where it was left; a finished one from its beginning. */
    public void open(Lesson chosen) {
        LessonProgress left = progress(chosen.id());
        open(chosen, left.page() >= pages(chosen) - 1 ? 0 : Math.max(0, left.page()));
    }

    /** Opens a page of a lesson, from 0, without questions from earlier ones. */
    public void openAt(Lesson chosen, int page) {
        begin(chosen, Math.min(page, pages(chosen) - 1));
    }

    /** Opens a lesson at its first page, and forgets what was said and measured on its pages. */
    public void startOver(Lesson chosen) {
        progress.put(chosen.id(), LessonProgress.NONE.beside(progress(chosen.id())));
        figures.forget(chosen.id());
        open(chosen, 0);
    }

    /** The questions from earlier lessons that come before a lesson: null if there are none. */
    public ReadOnlyObjectProperty<Recall> recallProperty() {
        return recall.getReadOnlyProperty();
    }

    private void open(Lesson chosen, int page) {
        int place = Math.max(0, lessons().indexOf(chosen));
        Recall first = page > 0 || progress(chosen.id()).recalled()
                ? null
                : Recall.of(lessons().subList(0, place), this::progress, () -> begin(chosen, page));
        if (first == null) {
            begin(chosen, page);
        } else {
            home();
            recall.set(first);
        }
    }

    private void begin(Lesson chosen, int page) {
        recall.set(null);
        progress.put(chosen.id(), progress(chosen.id()).asked());
        prepare();
        int number = lessons().indexOf(chosen) + 1;
        LessonProgress before = progress(chosen.id());
        LessonViewModel opened = new LessonViewModel(chosen, number, lessons().size(), experiment, before, now -> {
            progress.put(chosen.id(), now.beside(progress(chosen.id())));
            store.save(Map.copyOf(progress));
        });
        Lesson following = after(chosen);
        opened.setEnd(following == null ? null : following.texts().title(), this::openNext);
        opened.goTo(page);
        lesson.set(opened);
    }

    /** Shows the list of lessons. The lesson can be resumed where it is. */
    public void home() {
        recall.set(null);
        if (lesson.get() != null) {
            lesson.get().leave();
            lesson.set(null);
        }
    }

    /** Puts the open page's experiment back to what it was when the page was entered. */
    public void restartPage() {
        if (lesson.get() != null) {
            lesson.get().restartPage();
        }
    }

    /** Takes in what the threads have done since; called once a frame while the lessons are visible. */
    public void pulse() {
        Path saved = watch.next();
        if (saved != null) {
            reload(saved);
        }
        if (lesson.get() != null) {
            boolean settled = experiment.runner().isSettled();
            experiment.pulse();
            lesson.get().pulse(settled);
        }
    }

    /**
     * Adds an instructor's own lessons and scripts and opens the first lesson. Where there are scripts alone, the list
     * is shown, from which they are presented, and a notice says so. If that fails, a notice names file, page and
     * field, and nothing changes.
     */
    public void load(Path folder) {
        openFirst(add(folder), 0);
    }

    /** The same with the lessons of a pack, whose files are gone afterwards, at its page. */
    public void load(Pack pack) {
        openFirst(add(pack.content(), pack), pack.opening().page());
    }

    private void openFirst(List<Lesson> own, int page) {
        if (!own.isEmpty()) {
            Notice ofBroken = notice.get();
            own.stream()
                    .filter(each -> each.kind() == Lesson.Kind.LESSON)
                    .findFirst()
                    .ifPresentOrElse(page == 0 ? this::open : each -> openAt(each, page - 1), () -> tellOf(own.get(0)));
            if (ofBroken != null) {
                notice.set(ofBroken);
            }
        }
    }

    /**
     * Adds an instructor's own lessons and scripts, and returns them. A notice names file, page and field of those that
     * are broken; the others are there all the same.
     */
    public List<Lesson> add(Path folder) {
        return add(folder, null);
    }

    private List<Lesson> add(Path folder, Pack pack) {
        List<LessonException> broken = new ArrayList<>();
        try {
            List<Lesson> own = Lessons.inFolder(folder, Texts.language(), broken);
            load();
            all.set(Lessons.together(all.get(), own));
            if (pack == null) {
                watch.watch(folder);
            } else {
                broken.replaceAll(pack::told);
            }
            dismissNotice();
            if (!broken.isEmpty()) {
                tell(broken, own.size());
            }
            return own;
        } catch (LessonException e) {
            tell(pack == null ? e : pack.told(e));
            return List.of();
        }
    }

    LessonWatch watch() {
        return watch;
    }

    /** Own lessons have been saved: those that can be read take the place of what they were; the open one, too. */
    private void reload(Path folder) {
        List<Lesson> before = all.get();
        List<Lesson> own = add(folder);
        Notice ofBroken = notice.get();
        LessonViewModel open = lesson.get();
        List<Lesson> changed =
                own.stream().filter(each -> !before.contains(each)).toList();
        if (open != null) {
            changed.stream()
                    .filter(each -> each.id().equals(open.lesson().id()) && each.kind() == Lesson.Kind.LESSON)
                    .findFirst()
                    .ifPresent(each -> {
                        home();
                        begin(each, Math.min(open.pageProperty().get(), pages(each) - 1));
                    });
        }
        if (ofBroken == null && !changed.isEmpty()) {
            String text = Texts.text("lesson.reloaded", changed.get(0).texts().title());
            notice.set(Notice.of(Notice.Kind.INFO, text, null));
        }
    }

    private void tell(List<LessonException> broken, int others) {
        LessonException first = broken.get(0);
        if (broken.size() == 1 && others == 0) {
            tell(first);
            return;
        }
        String text = Texts.text("lesson.broken", broken.size(), others, first.getMessage());
        broken.stream().skip(1).forEach(first::addSuppressed);
        notice.set(Notice.of(Notice.Kind.ERROR, text, first));
    }

    private void tellOf(Lesson script) {
        home();
        String text = Texts.text("lesson.script-added", script.texts().title());
        notice.set(Notice.of(Notice.Kind.INFO, text, null));
    }

    /** Says what is wrong with lessons that could not be loaded. */
    private void tell(LessonException failure) {
        notice.set(Notice.of(Notice.Kind.ERROR, Texts.text("lesson.failed", failure.getMessage()), failure));
    }

    @Override
    public void close() {
        home();
        watch.close();
        scriptStage.close();
        if (experiment != null) {
            experiment.close();
        }
    }
}
