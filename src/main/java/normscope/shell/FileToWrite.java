package normscope.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import javafx.stage.Window;

/**
 * A file that somebody chooses to write to.
 *
 * @param dialog shows a dialog that suggests a name
 * @param replace asks whether a file that is there may be written over
 * @param endings that its name may have; the first is added to a name without any
 */
record FileToWrite(
        Window owner,
        BiFunction<Window, String, Optional<Path>> dialog,
        BiPredicate<Window, Path> replace,
        List<String> endings) {

    /** Asks until the file may be written, or the user no longer wants to. */
    Optional<Path> ask(String suggested) {
        Optional<Path> chosen = dialog.apply(owner, ended(suggested));
        while (chosen.isPresent() && !mayWrite(chosen.get())) {
            chosen = dialog.apply(owner, ended(name(chosen.get())));
        }
        return chosen.map(this::target);
    }

    private Path target(Path chosen) {
        return chosen.resolveSibling(ended(name(chosen)));
    }

    /** The dialog has asked about the file of the chosen name, not about the one that the ending makes of it. */
    private boolean mayWrite(Path chosen) {
        Path target = target(chosen);
        return target.equals(chosen) || !Files.exists(target) || replace.test(owner, target);
    }

    /** A point in a name, as in "lr 0.1", begins no ending of a file. */
    private String ended(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith) ? name : name + endings.get(0);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
