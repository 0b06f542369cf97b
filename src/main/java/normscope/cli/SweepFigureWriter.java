package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import normscope.sweep.SweepResult;

/** Draws sweeps. The commands know no charts; the program hands them something that does. */
@FunctionalInterface
public interface SweepFigureWriter {

    /**
     * Writes figures of sweeps as PNG, SVG and PDF files: those of each, and of several one with the lines of all.
     *
     * @param results the sweeps, at least one
     * @param folder an existing folder
     * @return the PNG files written
     * @throws IOException if one cannot be written
     */
    List<Path> write(List<SweepResult> results, Path folder) throws IOException;
}
