package normscope.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import normscope.experiment.Check;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.PageFigures;
import normscope.lesson.page.ProgressStore;
import normscope.shell.StateFile;
import normscope.shell.WindowMode;

/**
 * The small file that keeps how far the user has come in the lessons, and which mode was left, between two starts. A
 * file that cannot be read or written is told in the log; work goes on.
 */
final class ProgressFile implements ProgressStore {

    private static final int MOST_PAGES = 1000;

    private final Path file;
    private final StateFile<Content> store;
    private final Map<String, LessonProgress> lessons = new LinkedHashMap<>();
    private WindowMode mode = WindowMode.LESSONS;

    ProgressFile(Path folder) {
        file = folder.resolve("progress.json");
        store = new StateFile<>(file, Content.class, "progress");
        store.read(this::take);
    }

    /** What the file holds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Content(WindowMode mode, Map<String, LessonProgress> lessons) {}

    private void take(Content content) {
        mode = content.mode();
        content.lessons().forEach((id, progress) -> {
            Check.whole("lessons." + id + ".page", progress.page(), -1, MOST_PAGES);
            Check.whole("lessons." + id + ".furthest", progress.furthest(), progress.page(), MOST_PAGES);
            lessons.put(id, progress);
        });
    }

    /** The mode that was left: at the first start the lessons, for who does not know the program. */
    WindowMode mode() {
        return mode;
    }

    void keep(WindowMode left) {
        mode = left;
        write();
    }

    @Override
    public PageFigures figures() {
        return new PageFigures(file.resolveSibling("lesson-figures"));
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
        store.write(new Content(mode, lessons));
    }
}
