package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import normscope.lesson.LessonException;
import normscope.lesson.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscope unpack FILE.normscope --out DIR}. */
@Command(
        name = "unpack",
        mixinStandardHelpOptions = true,
        description = "Takes the files out of a pack, to look at or change them. Nothing is written but below DIR.")
public final class UnpackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

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
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Pack.is(pack)) {
            err.println(pack + ": is no pack; its name must end in " + Pack.ENDING + ".");
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Pack opened = Pack.unpack(pack);
                OutFolder kept = new OutFolder(folder, "unpack")) {
            opened.copyTo(kept.work());
            List<Path> files = kept.finish(out, false);
            out.printf(
                    Locale.ROOT,
                    "%d files are in %s%n",
                    files.size(),
                    folder.toAbsolutePath().normalize());
            out.flush();
        } catch (LessonException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }
}
