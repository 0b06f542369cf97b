package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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

/** {@code normscope pack FILE-OR-FOLDER --out DIR}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Packs an experiment, a lesson or script, or a folder of these into one file to hand out, which "
                + "the program opens. It is checked as it will be when it is opened.")
public final class PackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE-OR-FOLDER",
            description = "An experiment's file, a lesson's folder, or a folder of lessons.")
    private Path source;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "normscope-pack",
            description = "The folder to write to; made if it is not there (default normscope-pack). A pack of the "
                    + "same name that the command has written there before is replaced, other files are kept.")
    private Path folder;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.exists(source)) {
            err.println(source + ": is not there; check its name.");
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        try (OutFolder kept = new OutFolder(folder, "pack")) {
            String name = String.valueOf(source.toAbsolutePath().normalize().getFileName())
                    .replaceFirst("(?i)\\.json$", "");
            List<String> left;
            try {
                left = Pack.pack(source, kept.work().resolve(name + Pack.ENDING));
            } catch (LessonException e) {
                err.println(e.getMessage());
                return 2;
            }
            if (!left.isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "Left out, for a pack has .json and .md, and the table of an experiment: %s.%n",
                        String.join(", ", left));
            }
            kept.finish(out, false)
                    .forEach(file -> out.println(file.toAbsolutePath().normalize()));
            out.flush();
        } catch (IOException e) {
            err.println(OutFolder.complaint(folder, e));
            return 1;
        }
        return 0;
    }
}
