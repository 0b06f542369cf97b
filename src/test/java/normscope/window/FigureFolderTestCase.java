package normscope.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of what the window saves without asking where to: each of its methods has an empty folder for it. */
public abstract class FigureFolderTestCase extends WindowTestCase {

    private static final String PROPERTY = "normscope.figures";

    @TempDir
    static Path figures;

    public Path folder;

    @Override
    @BeforeEach
    public void openWindow(Stage primary) {
        try {
            folder = Files.createTempDirectory(figures, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(PROPERTY, folder.toString());
        super.openWindow(primary);
    }

    @Override
    @AfterEach
    public void closeWindow() {
        super.closeWindow();
        System.clearProperty(PROPERTY);
    }

    /** The names of what has been saved, in order. */
    public List<String> saved() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
