package normscope.torch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import normscope.experiment.ExperimentFile;

/** An experiment as a script for PyTorch, with its numbers beside it. */
public final class TorchExport {

    /** How many steps are compared, unless one asks for others. */
    public static final int STEPS = 200;

    public static final int MOST_STEPS = 100_000;

    public static final List<String> ENDINGS = List.of(".py", ".ipynb", ".npz");

    private static final String FOLDER = "-python";
    private static final String USUAL_NAME = "experiment";
    private static final int LONGEST_NAME = 60;

    private TorchExport() {}

    /**
     * What was written.
     *
     * @param eventsLeft how many of the experiment's commands lie behind the last step, and are not in it
     */
    public record Written(List<Path> files, int eventsLeft) {
        public Written {
            files = List.copyOf(files);
        }
    }

    /** {@return a name for files and for Python's modules, made of any text; a usual one of an empty text} */
    public static String name(String text) {
        String name = text.replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
        String shorter = name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        return shorter.isEmpty() ? USUAL_NAME : shorter;
    }

    /**
     * Makes the run, and writes the script {@code NAME.py}, the same as a notebook, {@code NAME.ipynb}, and their
     * numbers, {@code NAME.npz}. What has these names is replaced.
     *
     * @param steps updates to make and to compare: 1 … {@value #MOST_STEPS}
     */
    public static Written write(ExperimentFile file, int steps, String name, Path folder) throws IOException {
        Recording run = Recorder.record(file, steps);
        return new Written(write(run, name, folder), run.eventsLeft());
    }

    /**
     * The same in a new folder, which is there when all of it is.
     *
     * @param in where the folder shall be: {@code NAME-python}, or with a number behind it where there is one already
     */
    public static Written writeNew(ExperimentFile file, int steps, String name, Path in) throws IOException {
        Recording run = Recorder.record(file, steps);
        Path part = in.resolve(".normscope-" + UUID.randomUUID());
        Files.createDirectory(part);
        try {
            List<Path> files = write(run, name, part);
            Path folder = in.resolve(name + FOLDER);
            for (int number = 2; Files.exists(folder); number++) {
                folder = in.resolve(name + FOLDER + "-" + number);
            }
            Path made = Files.move(part, folder);
            return new Written(
                    files.stream().map(each -> made.resolve(each.getFileName())).toList(), run.eventsLeft());
        } finally {
            for (String ending : ENDINGS) {
                Files.deleteIfExists(part.resolve(name + ending));
            }
            Files.deleteIfExists(part);
        }
    }

    static List<Path> write(Recording run, String name, Path folder) throws IOException {
        String script = Script.of(run, name);
        List<Path> files =
                ENDINGS.stream().map(ending -> folder.resolve(name + ending)).toList();
        Files.writeString(files.get(0), script, StandardCharsets.UTF_8);
        Files.writeString(files.get(1), Notebook.of(script), StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(files.get(2)))) {
            writeNpz(run.arrays(), out);
        }
        return files;
    }

    /** Writes what NumPy's {@code load} reads as a dictionary of arrays: a zip file of one {@code .npy} each. */
    static void writeNpz(Map<String, Npy> arrays, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, Npy> each : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "%s.npy", each.getKey()));
            // The same experiment gives the same bytes.
            entry.setTime(0);
            zip.putNextEntry(entry);
            each.getValue().write(zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
