package normscope.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.experiment.WholeFile;

/** The files and folders that were opened or saved last, the latest first, kept between two starts. */
public final class RecentFiles {

    private static final Logger LOG = System.getLogger(RecentFiles.class.getName());
    private static final int MOST = 8;
    private static final int MOST_BYTES = 100_000;

    private final Path store;
    private final ObservableList<Path> files = FXCollections.observableArrayList();

    /** What the file holds. */
    private record Content(List<String> files) {}

    /**
     * Reads what was kept.
     *
     * @param store the file that keeps them; null keeps nothing
     */
    public RecentFiles(Path store) {
        this.store = store;
        if (store == null || !Files.exists(store)) {
            return;
        }
        try {
            Content content = Json.PLAIN.bind(Json.parse(Json.bytes(store, MOST_BYTES)), Content.class);
            content.files().stream().limit(MOST).map(Path::of).forEach(files::add);
        } catch (IOException | InvalidSettingException | InvalidPathException e) {
            LOG.log(Level.WARNING, "The recent files kept last time are not used: " + e.getMessage());
        }
    }

    /** {@return them, the latest first; not modifiable} */
    public ObservableList<Path> files() {
        return FXCollections.unmodifiableObservableList(files);
    }

    /** Puts one at the front. */
    public void add(Path used) {
        Path file = used.toAbsolutePath().normalize();
        List<Path> next = new ArrayList<>(files);
        next.remove(file);
        next.add(0, file);
        keep(next.subList(0, Math.min(MOST, next.size())));
    }

    /** Forgets one that is not there any more. */
    public void remove(Path gone) {
        keep(files.stream().filter(file -> !file.equals(gone)).toList());
    }

    private void keep(List<Path> next) {
        files.setAll(List.copyOf(next));
        if (store == null) {
            return;
        }
        try {
            Path folder = store.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Content content = new Content(files.stream().map(Path::toString).toList());
            WholeFile.write(Json.PLAIN.text(content), store);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The recent files cannot be kept for the next start in " + store, e);
        }
    }
}
