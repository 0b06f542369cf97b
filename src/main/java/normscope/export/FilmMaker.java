package normscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import normscope.chart.ChartTheme;
import normscope.chart.FigurePage;
import normscope.chart.FilmFile;
import normscope.experiment.ExperimentFile;
import normscope.experiment.Quantity;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.PanelWord;
import normscope.runner.Evaluation;
import normscope.runner.Session;

/**
 * Makes a film of a run that is made again for it, step by step, from its experiment and its commands: the same numbers
 * as those of the window, which may meanwhile do what it likes. A frame is drawn, written and forgotten.
 */
public final class FilmMaker {

    private static final long POLL_NANOS = 1_000_000;

    /** Told of each frame. */
    @FunctionalInterface
    public interface Progress {
        /** A frame is written, so many of all, and so many bytes so far. */
        void frame(long done, long all, long bytes);
    }

    /** What came of it: frames, fewer than wanted where all networks have diverged before, and bytes of all files. */
    public record Made(long frames, long bytes) {}

    private final ExperimentFile run;
    private final Film film;
    private final ChartTheme theme;
    private final BooleanSupplier cancelled;

    /**
     * Prepares a film of a run in a theme, which on the class's screen is that of projectors. If {@code cancelled},
     * which is asked often, says true, {@link CancellationException} is thrown and nothing is left.
     */
    public FilmMaker(ExperimentFile run, Film film, ChartTheme theme, BooleanSupplier cancelled) {
        this.run = run;
        this.film = film;
        this.theme = film.screen() ? ChartTheme.PROJECTOR : theme;
        this.cancelled = cancelled;
    }

    /**
     * Makes it.
     *
     * @param like sets how it looks at the run, such as which layer and which axis; see {@link #lookOf}
     * @param target the GIF file, or the folder of the pictures; there is none yet
     * @param progress told of each frame, on this thread
     * @throws IOException if it cannot be written; nothing is left then
     */
    public Made make(Consumer<LabViewModel> like, Path target, Progress progress) throws IOException {
        boolean whole = false;
        try (LabViewModel vm = new LabViewModel(Session.again(run.config(), run.events()))) {
            like.accept(vm);
            vm.curves().showAccuracyProperty().set(film.word() == PanelWord.ACCURACY);
            Made made = make(vm, target, progress);
            whole = true;
            return made;
        } finally {
            if (!whole) {
                delete(target);
            }
        }
    }

    /** {@return sets another view model to look at its run as this one does now} */
    public static Consumer<LabViewModel> lookOf(LabViewModel vm) {
        boolean logarithmic = vm.curves().logAxisProperty().get();
        int layer = vm.curves().bandLayerProperty().get();
        boolean oneUnit = vm.layers().oneUnitProperty().get();
        int unit = vm.layers().unitProperty().get();
        Quantity after = vm.layers().afterProperty().get();
        boolean density = vm.layers().densityProperty().get();
        return other -> {
            other.curves().logAxisProperty().set(logarithmic);
            other.curves().bandLayerProperty().set(layer);
            other.layers().oneUnitProperty().set(oneUnit);
            other.layers().unitProperty().set(unit);
            other.layers().afterProperty().set(after);
            other.layers().densityProperty().set(density);
        };
    }

    private Made make(LabViewModel vm, Path target, Progress progress) throws IOException {
        if (film.pictures()) {
            Files.createDirectories(target);
        }
        FigureSheets.Drawn drawn = new FigureSheets.Drawn(film.to());
        long frames = 0;
        try (FilmFile file = film.pictures()
                ? FilmFile.pictures(target, film.width())
                : FilmFile.gif(target, film.width(), film.hundredths(), film.loop())) {
            boolean reached = true;
            for (long step = film.from(); step <= film.to() && reached; step += film.every()) {
                reached = goTo(vm, step);
                if (!reached && frames > 0) {
                    break;
                }
                file.add(page(vm, drawn));
                frames++;
                progress.frame(frames, film.frames(), bytes(target));
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
        }
        return new Made(frames, bytes(target));
    }

    /**
     * Goes on to a step, and waits until everything shows it; false if all networks have diverged before. What lies
     * between is not looked at: axes follow what was seen, and a film must not depend on the machine's speed.
     */
    private boolean goTo(LabViewModel vm, long step) {
        vm.transport().step(step - vm.runner().status().snapshot().step());
        await(() -> vm.runner().isSettled() && !vm.runner().status().busy());
        if (vm.runner().status().snapshot().step() < step) {
            return false;
        }
        await(() -> {
            vm.pulse();
            Evaluation evaluation = vm.evaluation().evaluationProperty().get();
            return evaluation != null
                    && evaluation.step() == step
                    && vm.transport().stepProperty().get() == step;
        });
        return true;
    }

    private void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private FigurePage page(LabViewModel vm, FigureSheets.Drawn drawn) {
        Panel panel = film.panel().orElse(null);
        if (panel == null) {
            return FigureSheets.all(vm, theme, drawn);
        }
        return film.screen() ? ScreenSheet.page(vm, panel, theme, drawn) : FigureSheets.page(vm, panel, theme, drawn);
    }

    private static long bytes(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            long sum = 0;
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void delete(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(target)) {
            files = all.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
