package normscope.lesson.page;

import java.util.Map;
import normscope.experiment.Json;
import normscope.lesson.Prediction;

/**
 * What is kept of a lesson's page: so that whoever comes back to it reads what was said and measured.
 *
 * @param answer the name of the answer given, {@link #UNKNOWN}, or null if there is none yet
 * @param numbers what was measured, as it is told, by the measures' names; null as long as nothing was
 */
public record PageRecord(
        @Json.MayBeAbsent String answer, @Json.MayBeAbsent Map<String, String> numbers) {

    /** The answer of who does not know yet; no answer of a lesson has such a name. */
    public static final String UNKNOWN = "?";

    /** Nothing was said or measured. */
    public static final PageRecord NONE = new PageRecord(null, null);

    /** Copies the map. */
    public PageRecord {
        numbers = numbers == null ? null : Map.copyOf(numbers);
    }

    /** Whether nothing is left to do on the page. */
    public boolean done() {
        return numbers != null;
    }

    /**
     * The answer's place in a list that ends with the one of who does not know.
     *
     * @return -1 if there is none, or if the lesson no longer has it
     */
    int index(Prediction prediction) {
        if (answer == null || prediction == null) {
            return -1;
        }
        return answer.equals(UNKNOWN)
                ? prediction.answers().size()
                : prediction.answers().indexOf(answer);
    }

    PageRecord answered(Prediction prediction, int index) {
        boolean known = index < prediction.answers().size();
        return new PageRecord(known ? prediction.answers().get(index) : UNKNOWN, numbers);
    }

    PageRecord measured(Map<String, String> told) {
        return new PageRecord(answer, told);
    }
}
