package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws or prints something. The commands know no charts and no paper; the program hands them something that does.
 *
 * @param <T> what is drawn, such as a run at a moment
 */
@FunctionalInterface
public interface FigureWriter<T> {

    /**
     * Writes files: figures as PNG, SVG and PDF.
     *
     * @param folder an existing folder
     * @return the files written; of figures, the PNG files
     */
    List<Path> write(T shown, Path folder) throws IOException;
}
