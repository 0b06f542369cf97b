package normscope.lesson;

import java.util.Map;

/**
 * All words of a lesson in one language. Texts are Markdown; what does not apply is empty.
 *
 * @param line what it is about, in one line
 * @param pages the pages' words by the pages' names
 * @param sources where it is from
 */
public record LessonTexts(
        String title,
        String line,
        Map<String, PageTexts> pages,
        String notice,
        String tryThis,
        String sources,
        Map<String, GoalTexts> goals) {

    public LessonTexts {
        pages = Map.copyOf(pages);
        goals = Map.copyOf(goals);
    }

    /**
     * The words of a goal.
     *
     * @param goal what is to be reached, in one sentence
     * @param now how it stands, with {@code {name}} for each measured number
     */
    public record GoalTexts(String goal, String now) {}

    /**
     * The words of one page.
     *
     * @param text what it tells before anything is done
     * @param question what is asked before the action
     * @param but of wrong answers, by their names: what speaks for it, and what it misses; need not be complete
     * @param action what the button says
     * @param result what was measured, with {@code {name}} for each measured number
     * @param explain why
     * @param spoken the formula said aloud
     * @param notes what only the presenter sees
     */
    public record PageTexts(
            String title,
            String text,
            String question,
            Map<String, String> answers,
            Map<String, String> but,
            String action,
            String result,
            String explain,
            String spoken,
            String notes) {

        public PageTexts {
            answers = Map.copyOf(answers);
            but = Map.copyOf(but);
        }
    }
}
