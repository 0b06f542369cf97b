package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.torch.TorchExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscope export FILE.json --python DIR}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the experiment of a file, with the changes that it makes on the way, as a script and "
                + "notebook for PyTorch that give the same losses; their numbers are beside them.")
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

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
    public Integer call() {
        if (steps < 1 || steps > TorchExport.MOST_STEPS) {
            throw new ParameterException(
                    spec.commandLine(), "--steps must be from 1 to " + TorchExport.MOST_STEPS + ", not " + steps + ".");
        }
        PrintWriter err = spec.commandLine().getErr();
        ExperimentFile experiment;
        try {
            experiment = ExperimentFile.read(file);
        } catch (IOException | InvalidSettingException e) {
            err.println(file + ": " + e.getMessage());
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        String wanted = TorchExport.name(String.valueOf(file.getFileName()).replaceFirst("(?i)\\.json$", ""));
        try (OutFolder kept = new OutFolder(folder, "export")) {
            String name = kept.free(wanted, TorchExport.ENDINGS);
            TorchExport.Written written = TorchExport.write(experiment, steps, name, kept.work());
            if (written.eventsLeft() > 0) {
                out.printf(
                        Locale.ROOT,
                        "%d of the file's changes lie after the last step, and are not in it.%n",
                        written.eventsLeft());
            }
            kept.finish(out, false)
                    .forEach(each -> out.println(each.toAbsolutePath().normalize()));
            out.flush();
        } catch (InvalidSettingException e) {
            err.println(file + ": " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }
}
