package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.runner.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscope run FILE.json --steps N --out DIR}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Trains the experiment of a file without a window, with the changes that it makes on the way; writes "
                        + "its scalars as CSV, what they are, its figures as PNG, SVG and PDF, and the "
                        + "experiment itself.")
public final class RunCommand implements Callable<Integer> {

    private static final String EXPERIMENT = "experiment.json";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.json", description = "The experiment, as the window saves it.")
    private Path file;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "2000", description = "Updates to make (default 2000).")
    private long steps;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-run",
            description = "The folder to write to; made if it is not there (default normscope-run). What the command "
                    + "has written there before is replaced, other files are kept.")
    private Path folder;

    private final FigureWriter figures;

    /**
     * The command.
     *
     * @param figures draws the figures
     */
    public RunCommand(FigureWriter figures) {
        this.figures = figures;
    }

    @Override
    public Integer call() {
        if (steps < 1 || steps > 10_000_000) {
            throw new ParameterException(spec.commandLine(), "--steps must be from 1 to 10000000, not " + steps + ".");
        }
        ExperimentFile experiment;
        try {
            experiment = ExperimentFile.read(file);
        } catch (IOException | InvalidSettingException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage());
            return 2;
        }
        HeadlessRun run = new HeadlessRun(spec.commandLine().getOut(), figures);
        try (OutFolder out = new OutFolder(folder, "run")) {
            Session session = run.train(experiment, steps);
            experiment.write(out.work().resolve(EXPERIMENT));
            HistoryCsv.write(session, out.work());
            run.draw(session, out);
        } catch (InvalidSettingException e) {
            spec.commandLine().getErr().println(file + ": " + e.getMessage());
            return 2;
        } catch (IOException e) {
            spec.commandLine().getErr().println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }
}
