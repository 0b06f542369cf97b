package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import normscope.chart.ChartTheme;
import normscope.cli.FilmWriter;
import normscope.experiment.ExperimentFile;
import normscope.export.Film;
import normscope.export.FilmMaker;

/** Films without a window. */
final class FilmFiles implements FilmWriter {

    private static final double MEGA = 1e6;

    @Override
    public List<String> panels() {
        return Film.words();
    }

    private static Film film(Wanted wanted) {
        return new Film(
                Film.word(wanted.panel()),
                wanted.screen(),
                wanted.from(),
                wanted.to(),
                wanted.every(),
                wanted.rate(),
                wanted.width(),
                wanted.loop(),
                wanted.pictures());
    }

    @Override
    public String complaint(Wanted wanted) {
        if (!panels().contains(wanted.panel())) {
            return "--panel must be one of " + String.join(", ", panels()) + ", not " + wanted.panel() + ".";
        }
        if (wanted.screen() && wanted.panel().equals(Film.ALL)) {
            return "--screen shows one panel; name it by --panel.";
        }
        if (wanted.from() < 0 || wanted.to() < wanted.from() || wanted.to() > Film.LAST_STEP) {
            return "--from and --to must be steps from 0 to " + Film.LAST_STEP + ", the first one not after the last.";
        }
        if (wanted.every() < 1 || film(wanted).frames() > Film.MOST_FRAMES) {
            return "--every must leave from 1 to " + Film.MOST_FRAMES + " frames; take more steps a frame.";
        }
        if (wanted.rate() < 1 || wanted.rate() > Film.FASTEST) {
            return "--fps must be from 1 to " + Film.FASTEST + ", not " + wanted.rate() + ".";
        }
        if (wanted.width() < Film.NARROWEST || wanted.width() > Film.WIDEST) {
            return "--width must be from " + Film.NARROWEST + " to " + Film.WIDEST + ", not " + wanted.width() + ".";
        }
        return null;
    }

    @Override
    public String write(ExperimentFile run, Wanted wanted, Path folder, BiConsumer<Long, Long> progress)
            throws IOException {
        Film film = film(wanted);
        Path target = folder.resolve(wanted.pictures() ? wanted.panel() : wanted.panel() + ".gif");
        FilmMaker.Made made = new FilmMaker(run, film, ChartTheme.LIGHT, () -> false)
                .make(vm -> {}, target, (done, all, bytes) -> progress.accept(done, all));
        String ended = made.frames() < film.frames() ? " All networks had diverged before the last step." : "";
        return String.format(
                Locale.ROOT,
                "%d frames, %.1f seconds, %.2f MB.%s",
                made.frames(),
                film.seconds() * made.frames() / film.frames(),
                made.bytes() / MEGA,
                ended);
    }
}
