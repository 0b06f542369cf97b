package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import normscope.chart.ChartTheme;
import normscope.cli.OutCommand;
import normscope.cli.OutFolder;
import normscope.experiment.ExperimentFile;
import normscope.export.Film;
import normscope.export.FilmMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope film FILE.json --panel NAME --from A --to B --every N --fps F --width W --out DIR}. */
@Command(
        name = "film",
        description = "Makes the run of a file again and films a panel of it, as a GIF or a series of pictures.")
final class FilmCommand extends OutCommand {

    private static final int BAR = 40;
    private static final double MEGA = 1e6;

    @Parameters(index = "0", paramLabel = "FILE.json", description = "The experiment, as the window saves it.")
    private Path file;

    @Option(
            names = "--panel",
            paramLabel = "NAME",
            defaultValue = "histograms",
            description = "histograms (the default), loss, accuracy, boundaries, bands, or all on one page.")
    private String panel;

    @Option(names = "--screen", description = "As a class sees the panel: wide, in large type.")
    private boolean screen;

    @Option(names = "--from", paramLabel = "A", defaultValue = "0", description = "The first step (default 0).")
    private long from;

    @Option(names = "--to", paramLabel = "B", defaultValue = "500", description = "The last step (default 500).")
    private long to;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps from one frame to the next (default 10).")
    private long every;

    @Option(names = "--fps", paramLabel = "F", defaultValue = "10", description = "Frames a second (default 10).")
    private int rate;

    @Option(names = "--width", paramLabel = "W", defaultValue = "960", description = "Pixels across (default 960).")
    private int width;

    @Option(names = "--once", description = "A GIF that ends; without it, it begins again.")
    private boolean once;

    @Option(names = "--png", description = "One PNG file a frame in place of a GIF.")
    private boolean pictures;

    private long drawn;

    private Film film() {
        return new Film(Film.word(panel), screen, from, to, every, rate, width, !once, pictures);
    }

    private void check() {
        List<String> panels = Film.words();
        if (!panels.contains(panel)) {
            throw wrong("--panel must be one of %s, not %s.", String.join(", ", panels), panel);
        }
        if (screen && panel.equals(Film.ALL)) {
            throw wrong("--screen shows one panel; name it by --panel.");
        }
        if (from < 0 || to < from || to > Film.LAST_STEP) {
            throw wrong(
                    "--from and --to must be steps from 0 to %d, the first one not after the last.", Film.LAST_STEP);
        }
        if (every < 1 || film().frames() > Film.MOST_FRAMES) {
            throw wrong("--every must leave from 1 to %d frames; take more steps a frame.", Film.MOST_FRAMES);
        }
        if (rate < 1 || rate > Film.FASTEST) {
            throw wrong("--fps must be from 1 to %d, not %d.", Film.FASTEST, rate);
        }
        if (width < Film.NARROWEST || width > Film.WIDEST) {
            throw wrong("--width must be from %d to %d, not %d.", Film.NARROWEST, Film.WIDEST, width);
        }
    }

    @Override
    protected void run() throws IOException {
        check();
        ExperimentFile run = read(file, ExperimentFile::read);
        try (OutFolder kept = new OutFolder(folder(), "film")) {
            say("Filming steps %d to %d  |", from, to);
            String made = write(run, kept.work().resolve(pictures ? panel : panel + ".gif"));
            out().println("|");
            kept.finish(out(), true);
            say("%s It is in %s%n", made, place());
        }
    }

    private String write(ExperimentFile run, Path target) throws IOException {
        Film film = film();
        FilmMaker.Made made = new FilmMaker(run, film, ChartTheme.LIGHT, () -> false)
                .make(vm -> {}, target, (done, all, bytes) -> bar(done, all));
        return String.format(
                Locale.ROOT,
                "%d frames, %.1f seconds, %.2f MB.%s",
                made.frames(),
                film.seconds() * made.frames() / film.frames(),
                made.bytes() / MEGA,
                made.frames() < film.frames() ? " All networks had diverged before the last step." : "");
    }

    private void bar(long done, long all) {
        for (; drawn < done * BAR / all; drawn++) {
            out().print('#');
        }
        out().flush();
    }
}
