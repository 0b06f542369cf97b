package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import normscope.instrument.MeasureFile;

/** Draws what an instrument has measured. The commands know no charts; the program hands them something that does. */
@FunctionalInterface
public interface MeasureFigureWriter {

    /**
     * Writes the figure as PNG, SVG and PDF.
     *
     * @param file what was to be measured
     * @param measured what was measured
     * @param folder an existing folder
     * @throws IOException if it cannot be written
     */
    void write(MeasureFile file, List<MeasureFile.Measured> measured, Path folder) throws IOException;
}
