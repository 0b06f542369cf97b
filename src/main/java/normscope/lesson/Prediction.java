package normscope.lesson;

import java.util.List;

/**
 * A question to be answered before the page's action. Not to know is one more answer, which the window adds.
 *
 * @param answers the answers' names, 2 … 4
 * @param right the name of the one that comes true
 */
public record Prediction(List<String> answers, String right) {

    /** Copies the list. */
    public Prediction {
        answers = List.copyOf(answers);
    }
}
