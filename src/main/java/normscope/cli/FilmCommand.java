package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscope film FILE.json --panel NAME --from A --to B --every N --fps F --width W --out DIR}. */
@Command(
        name = "film",
        mixinStandardHelpOptions = true,
        description = "Makes the run of a file again and films a panel of it, as a GIF or a series of pictures.")
public final class FilmCommand implements Callable<Integer> {

    private static final int BAR = 40;

    @Spec
    private CommandSpec spec;

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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-film",
            description = "The folder to write to; made if it is not there (default normscope-film). What the command "
                    + "has written there before is replaced, other files are kept.")
    private Path folder;

    private final FilmWriter films;
    private long drawn;

    /**
     * The command.
     *
     * @param films makes the film
     */
    public FilmCommand(FilmWriter films) {
        this.films = films;
    }

    @Override
    public Integer call() {
        FilmWriter.Wanted wanted = new FilmWriter.Wanted(panel, screen, from, to, every, rate, width, !once, pictures);
        String complaint = films.complaint(wanted);
        if (complaint != null) {
            throw new ParameterException(spec.commandLine(), complaint);
        }
        PrintWriter out = spec.commandLine().getOut();
        ExperimentFile run;
        try {
            run = ExperimentFile.read(file);
        } catch (IOException | InvalidSettingException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage());
            return 2;
        }
        try (OutFolder kept = new OutFolder(folder, "film")) {
            out.printf(Locale.ROOT, "Filming steps %d to %d  |", from, to);
            String made = films.write(run, wanted, kept.work(), (done, all) -> bar(out, done, all));
            out.println("|");
            kept.finish(out, true);
            out.printf(
                    Locale.ROOT,
                    "%s It is in %s%n",
                    made,
                    folder.toAbsolutePath().normalize());
            out.flush();
        } catch (InvalidSettingException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage());
            return 2;
        } catch (IOException e) {
            spec.commandLine().getErr().println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }

    private void bar(PrintWriter out, long done, long all) {
        for (; drawn < done * BAR / all; drawn++) {
            out.print('#');
        }
        out.flush();
    }
}
