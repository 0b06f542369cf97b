package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import normscope.experiment.ExperimentFile;
import normscope.runner.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope run FILE.json --steps N --out DIR}. */
@Command(
        name = "run",
        description =
                "Trains the experiment of a file without a window, with the changes that it makes on the way; writes "
                        + "its scalars as CSV, what they are, its figures as PNG, SVG and PDF, and the "
                        + "experiment itself.")
public final class RunCommand extends OutCommand {

    private static final String EXPERIMENT = "experiment.json";

    @Parameters(index = "0", paramLabel = "FILE.json", description = "The experiment, as the window saves it.")
    private Path file;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "2000", description = "Updates to make (default 2000).")
    private long steps;

    private final FigureWriter<Session> figures;

    public RunCommand(FigureWriter<Session> figures) {
        this.figures = figures;
    }

    @Override
    protected void run() throws IOException {
        if (steps < 1 || steps > 10_000_000) {
            throw wrong("--steps must be from 1 to 10000000, not %d.", steps);
        }
        ExperimentFile experiment = read(file, ExperimentFile::read);
        HeadlessRun run = new HeadlessRun(out(), figures);
        try (OutFolder kept = new OutFolder(folder(), "run")) {
            Session session = run.train(experiment, steps);
            experiment.write(kept.work().resolve(EXPERIMENT));
            HistoryCsv.write(session, kept.work());
            run.draw(session, kept);
        }
    }
}
