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
 * Where the program keeps what it remembers of its user between two starts. Here: the experiment that was left.
 *
 * @param folder the folder; made when something is first kept
 */
public record UserFolder(Path folder) {

    private static final Logger LOG = System.getLogger(UserFolder.class.getName());
    private static final String LAST_EXPERIMENT = "last-experiment.json";

    /** The folder that the system means for this, or the one that {@code -Dnormscope.home} names. */
    public static UserFolder standard() {
        String home = System.getProperty("normscope.home");
        return new UserFolder(
                home != null
                        ? Path.of(home)
                        : of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
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
