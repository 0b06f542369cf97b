package normscope.lesson.page;

import java.util.Map;

/** Where progress is kept between two starts of the program. */
public interface ProgressStore {

    /** Keeps nothing. */
    ProgressStore NONE = new ProgressStore() {
        @Override
        public Map<String, LessonProgress> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, LessonProgress> progress) {
            // Nobody wants it.
        }
    };

    /** {@return what keeps the pages' pictures; in memory alone if nothing else is said} */
    default PageFigures figures() {
        return new PageFigures(null);
    }

    /** What was kept: progress by lesson id; empty the first time. */
    Map<String, LessonProgress> load();

    /** Keeps the progress of all lessons, by their ids. */
    void save(Map<String, LessonProgress> progress);
}
