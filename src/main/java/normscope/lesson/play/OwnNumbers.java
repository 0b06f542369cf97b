package normscope.lesson.play;

import java.util.Map;
import normscope.lesson.Lesson;

/** What the pages of a lesson tell if everything on them is left as the lesson has it. */
public final class OwnNumbers {

    private OwnNumbers() {}

    /**
     * Plays a lesson with its own seeds; one with a sweep takes some ten seconds.
     *
     * @return what was measured, by page/name
     */
    public static Map<String, Double> of(Lesson lesson) {
        return Player.ofPages(lesson).play();
    }
}
