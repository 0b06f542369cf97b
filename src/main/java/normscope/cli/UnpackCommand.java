package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import normscope.lesson.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope unpack FILE.normscope --out DIR}. */
@Command(
        name = "unpack",
        description = "Takes the files out of a pack, to look at or change them. Nothing is written but below DIR.")
public final class UnpackCommand extends FolderCommand {

    @Parameters(index = "0", paramLabel = "FILE.normscope", description = "The pack.")
    private Path pack;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-unpack",
            description = "The folder to write to; made if it is not there (default normscope-unpack). Files of the "
                    + "same names that the command has written there before are replaced, other files are kept.")
    private Path folder;

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected void run() throws IOException {
        if (!Pack.is(pack)) {
            throw new Refusal(pack + ": is no pack; its name must end in " + Pack.ENDING + ".");
        }
        try (Pack opened = Pack.unpack(pack);
                OutFolder kept = new OutFolder(folder, "unpack")) {
            opened.copyTo(kept.work());
            say("%d files are in %s%n", kept.finish(out(), false).size(), place());
        }
    }
}
