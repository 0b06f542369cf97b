package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import normscope.lesson.Lesson;

/** Prints what a teacher needs of a lesson. The commands know no paper; the program hands them something that does. */
@FunctionalInterface
public interface GuideWriter {

    /**
     * Writes guide, worksheet and answer key.
     *
     * @param lesson a lesson or script
     * @param folder where to; made if it is not there
     * @return the files written
     * @throws IOException if one cannot be written
     */
    List<Path> write(Lesson lesson, Path folder) throws IOException;
}
