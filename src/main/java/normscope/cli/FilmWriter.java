package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import normscope.experiment.ExperimentFile;

/** Makes films. The commands know no charts; the program hands them something that does. */
public interface FilmWriter {

    /**
     * What is wanted.
     *
     * @param panel one of {@link #panels}
     * @param screen whether it is drawn as a class sees it
     * @param from the step of the first frame
     * @param to no frame is after it
     * @param every the steps from one frame to the next
     * @param rate frames a second
     * @param width of a frame, in pixels
     * @param loop whether it begins again at its end
     * @param pictures whether it is a series of PNG files; else it is a GIF
     */
    record Wanted(
            String panel,
            boolean screen,
            long from,
            long to,
            long every,
            int rate,
            int width,
            boolean loop,
            boolean pictures) {}

    /** {@return what a film may show} */
    List<String> panels();

    /**
     * Says what is wrong with a wish.
     *
     * @return one sentence; null if nothing is
     */
    String complaint(Wanted wanted);

    /**
     * Makes a film.
     *
     * @param run what is made again
     * @param folder an existing folder
     * @param progress told the frames that are made and those that there will be
     * @return what came of it, in a sentence
     * @throws IOException if it cannot be written
     */
    String write(ExperimentFile run, Wanted wanted, Path folder, BiConsumer<Long, Long> progress) throws IOException;
}
