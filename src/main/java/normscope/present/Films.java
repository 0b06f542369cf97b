package normscope.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import normscope.chart.ChartTheme;
import normscope.experiment.ExperimentFile;
import normscope.export.FigureFiles;
import normscope.export.Film;
import normscope.export.FilmMaker;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.runner.QuietThread;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Makes films of the Lab's run, one at a time, on a thread of its own: the run and its window go on meanwhile. */
public final class Films {

    private static final double MEGA = 1e6;

    private final LabViewModel vm;
    private final FigureFiles files;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private volatile boolean cancelled;

    Films(LabViewModel vm, FigureFiles files) {
        this.vm = vm;
        this.files = files;
    }

    /** Whether one is being made. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, from 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What there is to say of it. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** {@return the last step of the run} */
    long lastStep() {
        return vm.transport().lastStepProperty().get();
    }

    /** Begins, unless one is being made. */
    void start(Film film, ChartTheme theme) {
        if (running.get()) {
            return;
        }
        running.set(true);
        cancelled = false;
        progress.set(0);
        message.set(Texts.text("film.begun"));
        ExperimentFile run = vm.file();
        Consumer<LabViewModel> look = FilmMaker.lookOf(vm);
        String word = film.word() == null ? Film.ALL : film.word().name();
        String name = FigureFiles.filmName(vm, word);
        QuietThread.of("film", () -> make(new FilmMaker(run, film, theme, () -> cancelled), film, look, name))
                .start();
    }

    private void make(FilmMaker maker, Film film, Consumer<LabViewModel> look, String name) {
        Notice notice;
        try {
            Path folder = files.madeFolder();
            Path part = Files.createTempDirectory(folder, ".film");
            try {
                FilmMaker.Made made = maker.make(look, part.resolve(name), this::frame);
                Path target = files.put(part.resolve(name), name, film.pictures() ? "" : ".gif");
                String key = film.pictures() ? "film.made.pictures" : "film.made";
                notice = Notice.info(
                        key,
                        target.getFileName(),
                        made.frames(),
                        Numbers.significant(made.bytes() / MEGA),
                        folder.toAbsolutePath());
            } finally {
                Files.delete(part);
            }
        } catch (CancellationException e) {
            notice = Notice.info("film.cancelled");
        } catch (IOException | RuntimeException e) {
            notice = Notice.of(Notice.Kind.ERROR, Texts.text("film.failed", files.folder()), e);
        }
        Notice news = notice;
        Platform.runLater(() -> {
            running.set(false);
            message.set(news.text());
            vm.tell(news);
        });
    }

    private void frame(long done, long all, long bytes) {
        Platform.runLater(() -> {
            progress.set((double) done / all);
            if (running.get()) {
                message.set(Texts.text(
                        "film.frame",
                        done,
                        all,
                        Numbers.significant(bytes / MEGA),
                        Numbers.significant(bytes / MEGA * all / done)));
            }
        });
    }

    /** Stops at once; nothing of it is left. */
    void cancel() {
        cancelled = true;
    }

    /** Ends what is being made. */
    public void close() {
        cancel();
    }
}
