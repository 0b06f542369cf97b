package normscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import normscope.experiment.Json;
import normscope.lesson.Opening;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope pack FILE-OR-FOLDER --out DIR}. */
@Command(
        name = "pack",
        description = "Packs an experiment, a lesson or script, or a folder of these into one file to hand out, which "
                + "the program opens. It is checked as it will be when it is opened.")
public final class PackCommand extends FolderCommand {

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
            throw wrong("--page must be from 1, not %d.", page);
        }
        Map<String, Hideable> controls = new LinkedHashMap<>();
        for (Hideable each : Hideable.values()) {
            controls.put(Json.name(each), each);
        }
        for (String name : hidden) {
            if (!controls.containsKey(name)) {
                throw wrong("--hide knows %s, not \"%s\".", String.join(", ", controls.keySet()), name);
            }
        }
        return new Opening(
                page == null ? 0 : page,
                hidden.stream().distinct().map(controls::get).toList());
    }

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected void run() throws IOException {
        Opening opening = opening();
        if (!Files.exists(source)) {
            throw new Refusal(source + ": is not there; check its name.");
        }
        try (OutFolder kept = new OutFolder(folder, "pack")) {
            String name = String.valueOf(source.toAbsolutePath().normalize().getFileName())
                    .replaceFirst("(?i)\\.json$", "");
            List<String> left = Pack.pack(source, kept.work().resolve(name + Pack.ENDING), opening);
            if (!left.isEmpty()) {
                say(
                        "Left out, for a pack has .json and .md, and the table of an experiment: %s.%n",
                        String.join(", ", left));
            }
            finishAndName(kept);
        }
    }
}
