package normscope.lesson;

import java.util.List;
import java.util.Set;
import normscope.experiment.Check;

/**
 * A question to be answered before the page's action. Not to know is one more answer, which the window adds.
 *
 * @param answers the answers' names, 2 … 4
 * @param right the name of the one that comes true
 */
public record Prediction(List<String> answers, String right) {

    public Prediction {
        for (int i = 0; i < answers.size(); i++) {
            Page.checkName("answers[" + i + "]", answers.get(i));
        }
        boolean alike = Set.copyOf(answers).size() < answers.size();
        Check.that(answers.size() >= 2 && answers.size() <= 4 && !alike, "answers", "must be 2 to 4 different names.");
        Check.that(
                answers.contains(right), "right", "must be one of %s, not \"%s\".", String.join(", ", answers), right);
        answers = List.copyOf(answers);
    }
}
