package normscope.app;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.SimpleFormatter;
import javax.swing.JOptionPane;

/** The log in the user's folder, and what is told when the window cannot be opened. */
final class StartFailure {

    private static final Logger LOG = System.getLogger(StartFailure.class.getName());
    private static final int MOST_BYTES = 500_000;
    private static Path log;

    private StartFailure() {}

    /** Writes what the program logs into a file as well; where that cannot be, it goes on without. */
    static void keepLog(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("normscope.log");
            // A name may hold a percent sign, which begins a pattern there.
            FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), MOST_BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            java.util.logging.Logger.getLogger("").addHandler(handler);
            log = file;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "There is no log in " + folder, e);
        }
    }

    /** {@return one sentence with the innermost cause of a start that failed; JavaFX and threads wrap it} */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage().strip());
        String first = reason.lines().findFirst().orElse("");
        return "The window cannot be opened (" + first
                + "); please report this, with your system and its version of Java.";
    }

    static void tell(Throwable failure) {
        LOG.log(Level.ERROR, "The window cannot be opened.", failure);
        tell(sentence(failure) + (log == null ? "" : String.format(Locale.ROOT, " More is in %s.", log)));
    }

    /** Tells it on stderr; to whoever started a package by its icon, who does not see that, in a dialog. */
    static void tell(String sentence) {
        System.err.println(sentence);
        boolean byIcon = System.getProperty("jpackage.app-path") != null && System.console() == null;
        if (byIcon && !GraphicsEnvironment.isHeadless()) {
            JOptionPane.showMessageDialog(null, sentence, "NormScope", JOptionPane.ERROR_MESSAGE);
        }
    }
}
