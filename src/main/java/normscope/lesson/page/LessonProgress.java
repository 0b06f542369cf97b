package normscope.lesson.page;

/**
 * How far a user has come in a lesson.
 *
 * @param page the page that was left, from 0; -1 if there was none
 * @param furthest the furthest page seen, from 0; -1 if there was none
 * @param finished whether the last page was reached
 */
public record LessonProgress(int page, int furthest, boolean finished) {

    /** Nothing seen yet. */
    public static final LessonProgress NONE = new LessonProgress(-1, -1, false);

    /** Whether the lesson was ever opened. */
    public boolean isBegun() {
        return page >= 0;
    }

    /** The same after a page was entered. */
    LessonProgress entered(int index, int pages) {
        return new LessonProgress(index, Math.max(furthest, index), finished || index == pages - 1);
    }
}
