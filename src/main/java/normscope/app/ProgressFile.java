package normscope.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.JsonValue;
import normscope.experiment.WholeFile;
import normscope.view.WindowMode;
import normscope.viewmodel.LessonProgress;
import normscope.viewmodel.ProgressStore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The small file that keeps how far the user has come in the lessons, and which mode was left, between two starts. A
 * file that cannot be read or written is told in the log; work goes on.
 */
final class ProgressFile implements ProgressStore {

    private static final Logger LOG = System.getLogger(ProgressFile.class.getName());
    private static final int MOST_PAGES = 1000;

    private final Path file;
    private final Map<String, LessonProgress> lessons = new LinkedHashMap<>();
    private WindowMode mode = WindowMode.LAB;

    ProgressFile(Path folder) {
        file = folder.resolve("progress.json");
        if (Files.exists(file)) {
            try {
                read(JsonValue.parseObject(Files.readAllBytes(file)));
            } catch (IOException | InvalidSettingException e) {
                LOG.log(Level.WARNING, "The progress kept last time is not used: " + e.getMessage());
            }
        }
    }

    private void read(JsonValue root) {
        mode = WindowMode.valueOf(root.get("mode").choice("LESSONS", "LAB"));
        JsonValue all = root.get("lessons");
        for (String id : all.node().propertyNames()) {
            JsonValue one = all.get(id);
            int page = one.get("page").integerWithin(0, MOST_PAGES);
            int furthest = one.get("furthest").integerWithin(page, MOST_PAGES);
            lessons.put(
                    id, new LessonProgress(page, furthest, one.get("finished").flag()));
        }
    }

    /** The mode that was left. */
    WindowMode mode() {
        return mode;
    }

    void keep(WindowMode left) {
        mode = left;
        write();
    }

    @Override
    public Map<String, LessonProgress> load() {
        return Map.copyOf(lessons);
    }

    @Override
    public void save(Map<String, LessonProgress> progress) {
        lessons.clear();
        lessons.putAll(progress);
        write();
    }

    private void write() {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("mode", mode.name());
        ObjectNode all = root.putObject("lessons");
        lessons.forEach((id, progress) -> all.putObject(id)
                .put("page", progress.page())
                .put("furthest", progress.furthest())
                .put("finished", progress.finished()));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n", file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Progress cannot be kept for the next start in " + file, e);
        }
    }
}
