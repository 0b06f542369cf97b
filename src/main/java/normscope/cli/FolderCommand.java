package normscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import normscope.experiment.InvalidSettingException;
import normscope.lesson.LessonException;

/** A command that writes to a folder. Status 2: what it was given is refused; 1: the folder can't be written to. */
public abstract class FolderCommand extends Subcommand {

    private Object given;

    /** What the command was given cannot be used; the message is the whole sentence. */
    protected static final class Refusal extends IOException {

        private static final long serialVersionUID = 1;

        Refusal(String sentence) {
            super(sentence);
        }
    }

    @FunctionalInterface
    protected interface Reading<S, T> {

        T of(S source) throws IOException;
    }

    @Override
    public final Integer call() throws InterruptedException {
        try {
            run();
            return 0;
        } catch (Refusal | LessonException e) {
            err().println(e.getMessage());
            return 2;
        } catch (InvalidSettingException e) {
            err().println(given == null ? e.getMessage() : given + ": " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err().println(OutFolder.complaint(folder(), e));
        } catch (UncheckedIOException e) {
            err().println(OutFolder.complaint(folder(), e.getCause()));
        }
        return 1;
    }

    /** Does the work; an {@link IOException} that is no refusal tells that the folder cannot be written to. */
    protected abstract void run() throws IOException, InterruptedException;

    /** {@return where to write} */
    protected abstract Path folder();

    /** Reads what the command was given; what is wrong with it, now or later, is told under its name. */
    protected final <S, T> T read(S source, Reading<S, T> reading) throws Refusal {
        given = source;
        try {
            return reading.of(source);
        } catch (IOException | InvalidSettingException e) {
            throw new Refusal(source + ": " + e.getMessage());
        }
    }

    protected final Path place() {
        return folder().toAbsolutePath().normalize();
    }

    /** Puts the files into their places, beside those of a former time, and names each. */
    protected final void finishAndName(OutFolder kept) throws IOException {
        List<Path> files = kept.finish(out(), false);
        files.forEach(file -> out().println(file.toAbsolutePath().normalize()));
        out().flush();
    }
}
