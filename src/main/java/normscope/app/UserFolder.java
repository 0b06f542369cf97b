package normscope.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;

/**
 * Where the program keeps what it remembers of its user between two starts: a folder, made when something is first
 * kept. Here: the experiment that was left.
 */
public record UserFolder(Path folder) {

    private static final Logger LOG = System.getLogger(UserFolder.class.getName());
    private static final String LAST_EXPERIMENT = "last-experiment.json";
    private static final String BESIDE = "profile";

    /**
     * The folder that {@code -Dnormscope.home} names, or the one that the system means for this. Where that one cannot
     * be written to, and the program's own folder can, it is a folder in there: such as on a stick, or where users have
     * no home.
     */
    public static UserFolder standard() {
        String home = System.getProperty("normscope.home");
        if (home != null) {
            return new UserFolder(Path.of(home));
        }
        Path usual = of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
        String program = System.getProperty("normscope.program");
        return new UserFolder(program == null ? usual : writable(usual, Path.of(program)));
    }

    static Path writable(Path usual, Path program) {
        return !mayBeWritten(usual) && mayBeWritten(program) ? program.resolve(BESIDE) : usual;
    }

    /** Whether a folder, or the nearest one there is above it, may be written to. */
    private static boolean mayBeWritten(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    }

    static Path of(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String appData = environment.get("APPDATA");
            return (appData == null ? home : Path.of(appData)).resolve("NormScope");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/NormScope");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("normscope");
    }

    /** The experiment that was left last time: nothing the first time, or if it cannot be read any more. */
    public Optional<ExperimentConfig> lastExperiment() {
        Path file = folder.resolve(LAST_EXPERIMENT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExperimentFile.read(file).config());
        } catch (IOException | InvalidSettingException e) {
            LOG.log(Level.WARNING, "The experiment left last time is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps the experiment for the next start. If that fails, the log says so; work goes on. */
    public void keep(ExperimentConfig config) {
        try {
            Files.createDirectories(folder);
            new ExperimentFile(config).write(folder.resolve(LAST_EXPERIMENT));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The experiment cannot be kept for the next start in " + folder, e);
        }
    }
}
