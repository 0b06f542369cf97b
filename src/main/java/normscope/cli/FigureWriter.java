package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import normscope.runner.Session;

/** Draws a run. The commands know no charts; the program hands them something that does. */
@FunctionalInterface
public interface FigureWriter {

    /**
     * Writes figures of a run as PNG, SVG and PDF files.
     *
     * @param session the run, at the moment to be drawn
     * @param folder an existing folder
     * @return the PNG files written
     * @throws IOException if one cannot be written
     */
    List<Path> write(Session session, Path folder) throws IOException;
}
