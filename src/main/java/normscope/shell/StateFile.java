package normscope.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.experiment.WholeFile;

/**
 * A small file of what is kept between two starts. What cannot be read or written is told in the log; work goes on.
 *
 * @param <T> what it holds: a record
 */
public final class StateFile<T> {

    private static final Logger LOG = System.getLogger(StateFile.class.getName());
    private static final int MOST_BYTES = 1_000_000;

    private final Path file;
    private final Class<T> type;
    private final String what;

    /** Names a file, or null to keep nothing, and what it keeps, for the log, such as "place of the window". */
    public StateFile(Path file, Class<T> type, String what) {
        this.file = file;
        this.type = type;
        this.what = what;
    }

    /**
     * Reads what was kept, if there is something. Who takes it refuses it by an {@link InvalidSettingException} or
     * {@link InvalidPathException}.
     */
    public void read(Consumer<T> take) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            take.accept(Json.PLAIN.bind(Json.parse(Json.bytes(file, MOST_BYTES)), type));
        } catch (IOException | InvalidSettingException | InvalidPathException e) {
            LOG.log(
                    Level.WARNING,
                    String.format(Locale.ROOT, "The %s kept last time is not used: %s", what, e.getMessage()));
        }
    }

    /** Keeps something for the next start. */
    public void write(T content) {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(Json.PLAIN.text(content), file);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    String.format(Locale.ROOT, "The %s cannot be kept for the next start in %s", what, file),
                    e);
        }
    }
}
