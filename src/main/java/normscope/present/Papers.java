package normscope.present;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import javafx.application.Platform;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.export.FigureFiles;
import normscope.lab.Notice;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.LessonsViewModel;
import normscope.sheet.Guides;
import normscope.sheet.SheetExperiment;
import normscope.sheet.StudentSheet;
import normscope.shell.WindowActions;
import normscope.text.Texts;
import normscope.torch.TorchExport;

/**
 * Saves what is made in the background: a student's sheet of the open lesson, guides for the teacher, and the
 * experiment as a script for PyTorch; and opens sheets.
 */
public final class Papers {

    private static final String GUIDES = "normscope-guides";

    private final Modes modes;
    private final WindowActions window;
    private final LessonsViewModel lessons;

    /** One quiet thread for all that the sheets have to calculate, as the window needs the other cores. */
    private final ForkJoinPool background = new ForkJoinPool(1, Papers::quiet, null, true);

    Papers(Modes modes) {
        this.modes = modes;
        window = modes.lab();
        lessons = modes.lessons();
    }

    private static ForkJoinWorkerThread quiet(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("sheets");
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** What is written, in the background. */
    @FunctionalInterface
    private interface Work {

        /** {@return what to tell the user once it is done} */
        String run() throws IOException;
    }

    /** Asks where to save the sheet of the open lesson, as far as the student has come, and saves it there. */
    public void saveSheet() {
        Lesson lesson = lessons.lessonProperty().get().lesson();
        LessonProgress progress = lessons.progress(lesson.id());
        window.askSheet(lesson.id())
                .ifPresent(file -> write(file, "sheet.failed", () -> {
                    StudentSheet.write(file, lesson, progress, lessons.figures(), window.version());
                    return Texts.text(
                            "sheet.saved",
                            file.getFileName(),
                            file.toAbsolutePath().getParent());
                }));
    }

    /** Asks for a folder, and saves guides, worksheets and keys of all lessons and scripts into a new folder there. */
    public void saveGuides() {
        List<Lesson> all = new ArrayList<>(lessons.lessons());
        all.addAll(lessons.scripts());
        window.askFolder("file.save-guides").ifPresent(chosen -> {
            tell(Notice.info("sheet.guides.begun"));
            write(chosen, "sheet.failed", () -> {
                // Guides that a teacher may have changed are not written over.
                Path folder = FigureFiles.free(chosen, GUIDES, "");
                int files = 0;
                for (Lesson lesson : all) {
                    files += Guides.write(lesson, folder, window.version()).size();
                }
                return Texts.text("sheet.guides.saved", files, folder.toAbsolutePath());
            });
        });
    }

    /** Asks for a folder, and saves the visible experiment there as a script for PyTorch, in a new folder. */
    public void savePython() {
        WindowActions visible = modes.actionsProperty().get();
        ExperimentFile file = visible.vm().file();
        Path opened = visible.fileProperty().get();
        String name = TorchExport.name(
                opened == null
                        ? file.config().name()
                        : String.valueOf(opened.getFileName()).replaceFirst("(?i)\\.json$", ""));
        window.askFolder("file.python").ifPresent(chosen -> {
            tell(Notice.info("python.begun", TorchExport.STEPS));
            write(chosen, "python.failed", () -> {
                TorchExport.Written written = TorchExport.writeNew(file, TorchExport.STEPS, name, chosen);
                Path script = written.files().get(0).toAbsolutePath();
                String saved = Texts.text("python.saved", script.getFileName(), script.getParent());
                return written.eventsLeft() == 0
                        ? saved
                        : saved + " " + Texts.text("python.left", written.eventsLeft(), TorchExport.STEPS);
            });
        });
    }

    private void write(Path to, String failed, Work work) {
        background.execute(() -> {
            Notice notice;
            try {
                notice = new Notice(Notice.Kind.INFO, work.run(), null);
            } catch (InvalidSettingException e) {
                notice = Notice.error("python.refused", e.getMessage());
            } catch (IOException | RuntimeException e) {
                notice = Notice.of(Notice.Kind.ERROR, Texts.text(failed, to.toAbsolutePath()), e);
            }
            Notice news = notice;
            Platform.runLater(() -> tell(news));
        });
    }

    /** In the place of what was told before, wherever that was. */
    private void tell(Notice news) {
        lessons.dismissNotice();
        modes.tell(news);
    }

    /** Whether a file may be a sheet, by its name. */
    static boolean mayBeSheet(Path file) {
        return SheetExperiment.mayBeIn(file);
    }

    /** Opens the experiment of a sheet in the Lab; its undo brings the Lab's own back. */
    void open(Path sheet) {
        Path name = sheet.getFileName();
        try {
            Optional<ExperimentFile> experiment = SheetExperiment.of(sheet);
            if (experiment.isEmpty()) {
                window.vm().tell(Notice.error("open.no-sheet", name));
                return;
            }
            window.vm().edit(experiment.get().withoutEvents());
            window.forgetFile();
            window.vm().tell(Notice.info("opened", name));
        } catch (IOException | InvalidSettingException e) {
            String text = Texts.text("open.failed", name, e.getMessage());
            window.vm().tell(Notice.of(Notice.Kind.ERROR, text, e));
        }
    }

    /** Ends what is being written. */
    public void close() {
        background.shutdownNow();
    }
}
