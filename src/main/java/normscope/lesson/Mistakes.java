package normscope.lesson;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a lesson, so that its author is told everything at once. */
final class Mistakes {

    private final List<String> found = new ArrayList<>();

    /** Part of the reading. */
    @FunctionalInterface
    interface Step {
        void run() throws LessonException;
    }

    /** Does a part, and notes what is wrong with it. */
    void collect(Step step) {
        try {
            step.run();
        } catch (LessonException e) {
            if (!found.contains(e.getMessage())) {
                found.add(e.getMessage());
            }
        }
    }

    /** Fails if anything is wrong, with one line for each mistake. */
    void tell() throws LessonException {
        if (!found.isEmpty()) {
            throw new LessonException(String.join("\n", found));
        }
    }
}
