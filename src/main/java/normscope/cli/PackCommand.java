package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import normscope.experiment.Json;
import normscope.lesson.LessonException;
import normscope.lesson.Opening;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--page",
            paramLabel = "N",
            description = "The page at which the pack's first lesson opens, from 1.")
    private Integer page;

    @Option(
            names = "--hide",
            paramLabel = "CONTROL",
            split = ",",
            description = "Controls of the window to hide, with commas between them: settings, instruments, modes, "
                    + "present, timeline, speed. *Show everything* in the menu of themes brings them back.")
    private List<String> hidden = List.of();

    private Opening opening() {
        if (page != null && page < 1) {
            throw new ParameterException(spec.commandLine(), "--page must be from 1, not " + page + ".");
        }
        Map<String, Hideable> controls = new LinkedHashMap<>();
        for (Hideable each : Hideable.values()) {
            controls.put(Json.name(each), each);
        }
        for (String name : hidden) {
            if (!controls.containsKey(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--hide knows " + String.join(", ", controls.keySet()) + ", not \"" + name + "\".");
            }
        }
        return new Opening(
                page == null ? 0 : page,
                hidden.stream().distinct().map(controls::get).toList());
    }

    @Override
    public Integer call() {
        Opening opening = opening();
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
                left = Pack.pack(source, kept.work().resolve(name + Pack.ENDING), opening);
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
