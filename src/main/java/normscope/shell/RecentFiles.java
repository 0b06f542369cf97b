package normscope.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files and folders that were opened or saved last, the latest first, kept between two starts. */
public final class RecentFiles {

    private static final int MOST = 8;

    private final StateFile<Content> store;
    private final ObservableList<Path> files = FXCollections.observableArrayList();

    /** Kept, since it hears of changes only as long as somebody holds it. */
    private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(files);

    /** What the file holds. */
    private record Content(List<String> files) {}

    /** Reads what was kept in a file; null keeps nothing. */
    public RecentFiles(Path store) {
        this.store = new StateFile<>(store, Content.class, "recent files");
        this.store.read(
                content -> content.files().stream().limit(MOST).map(Path::of).forEach(files::add));
    }

    /** {@return them, the latest first; not modifiable} */
    public ObservableList<Path> files() {
        return shown;
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
        store.write(new Content(files.stream().map(Path::toString).toList()));
    }
}
