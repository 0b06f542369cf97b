package normscope.lesson.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import normscope.runner.QuietThread;

/**
 * Sees when files of own lessons are saved. A folder counts as changed once it has stayed the same for two looks: an
 * editor may write in pieces.
 */
final class LessonWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 500;
    private static final int DEPTH = 2;

    private final Map<Path, Map<Path, List<Object>>> told = new ConcurrentHashMap<>();
    private final Map<Path, Map<Path, List<Object>>> seen = new ConcurrentHashMap<>();
    private final Queue<Path> changed = new ConcurrentLinkedQueue<>();
    private ScheduledExecutorService looking;

    /** Watches a folder from now on; what is in it now is known. */
    void watch(Path folder) {
        Map<Path, List<Object>> now = stamps(folder);
        seen.put(folder, now);
        told.put(folder, now);
        if (looking == null) {
            looking = Executors.newSingleThreadScheduledExecutor(work -> QuietThread.of("lesson-watch", work));
            looking.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks once. */
    void look() {
        told.replaceAll((folder, before) -> {
            Map<Path, List<Object>> now = stamps(folder);
            boolean still = now.equals(seen.put(folder, now));
            if (!still || now.equals(before)) {
                return before;
            }
            changed.add(folder);
            return now;
        });
    }

    /** {@return a folder in which something was saved since it was last asked for; null if there is none} */
    Path next() {
        return changed.poll();
    }

    /** When each of the files was written, and how long it is. */
    private static Map<Path, List<Object>> stamps(Path folder) {
        Map<Path, List<Object>> stamps = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : files.filter(LessonWatch::isOfLesson).sorted().toList()) {
                stamps.put(file, List.of(Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (IOException e) {
            // On its way, as editors move files; the next look sees more.
            return Map.of(folder, List.of());
        }
        return stamps;
    }

    private static boolean isOfLesson(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("lesson.json") || name.equals("index.json") || name.endsWith(".md");
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.shutdownNow();
        }
    }
}
