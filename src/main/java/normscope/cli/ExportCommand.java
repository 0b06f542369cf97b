package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import normscope.experiment.ExperimentFile;
import normscope.torch.TorchExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope export FILE.json --python DIR}. */
@Command(
        name = "export",
        description = "Writes the experiment of a file, with the changes that it makes on the way, as a script and "
                + "notebook for PyTorch that give the same losses; their numbers are beside them.")
public final class ExportCommand extends FolderCommand {

    @Parameters(index = "0", paramLabel = "FILE.json", description = "The experiment, as the window saves it.")
    private Path file;

    @Option(
            names = "--python",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to; made if it is not there. What the command has written there before "
                    + "under the same name is replaced, other files are kept.")
    private Path folder;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "" + TorchExport.STEPS,
            description = "Updates to make and to compare (default " + TorchExport.STEPS + ").")
    private int steps;

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected void run() throws IOException {
        if (steps < 1 || steps > TorchExport.MOST_STEPS) {
            throw wrong("--steps must be from 1 to %d, not %d.", TorchExport.MOST_STEPS, steps);
        }
        ExperimentFile experiment = read(file, ExperimentFile::read);
        String wanted = TorchExport.name(String.valueOf(file.getFileName()).replaceFirst("(?i)\\.json$", ""));
        try (OutFolder kept = new OutFolder(folder, "export")) {
            String name = kept.free(wanted, TorchExport.ENDINGS);
            TorchExport.Written written = TorchExport.write(experiment, steps, name, kept.work());
            if (written.eventsLeft() > 0) {
                say("%d of the file's changes lie after the last step, and are not in it.%n", written.eventsLeft());
            }
            finishAndName(kept);
        }
    }
}
