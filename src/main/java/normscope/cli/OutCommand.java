package normscope.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A command that writes to a folder of its name, if no other is said. */
public abstract class OutCommand extends FolderCommand {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-${COMMAND-NAME}",
            description = "The folder to write to; made if it is not there (default normscope-${COMMAND-NAME}). What "
                    + "the command has written there before is replaced, other files are kept.")
    private Path folder;

    @Override
    protected final Path folder() {
        return folder;
    }
}
