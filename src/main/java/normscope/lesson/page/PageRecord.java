package normscope.lesson.page;

import java.util.Map;
import normscope.experiment.Json;
import normscope.lesson.Prediction;

/**
 * What is kept of a lesson's page: so that whoever comes back to it reads what was said and measured.
 *
 * @param answer the name of the answer given, {@link #UNKNOWN}, or null if there is none yet
 * @param numbers what was measured, as it is told, by the measures' names; null as long as nothing was
 * @param saw the name of the answer that was seen to come true, {@link #UNKNOWN}, or null if nobody was asked
 * @param why the student's own line on why it came out so, or null
 */
public record PageRecord(
        @Json.MayBeAbsent String answer,
        @Json.MayBeAbsent Map<String, String> numbers,
        @Json.MayBeAbsent String saw,
        @Json.MayBeAbsent String why) {

    /** The answer of who does not know yet; no answer of a lesson has such a name. */
    public static final String UNKNOWN = "?";

    /** Nothing was said or measured. */
    public static final PageRecord NONE = new PageRecord(null, null, null, null);

    private static final int LONGEST_LINE = 300;

    public PageRecord {
        numbers = numbers == null ? null : Map.copyOf(numbers);
    }

    /** Whether nothing is left to do on the page. */
    public boolean done() {
        return numbers != null;
    }

    /**
     * An answer's place in a list that ends with the one of who does not know; -1 if there is none, or if the lesson no
     * longer has it.
     */
    static int index(String name, Prediction prediction) {
        if (name == null || prediction == null) {
            return -1;
        }
        return name.equals(UNKNOWN)
                ? prediction.answers().size()
                : prediction.answers().indexOf(name);
    }

    private static String name(Prediction prediction, int index) {
        return index < prediction.answers().size() ? prediction.answers().get(index) : UNKNOWN;
    }

    PageRecord answered(Prediction prediction, int index) {
        return new PageRecord(name(prediction, index), numbers, saw, why);
    }

    PageRecord seen(Prediction prediction, int index) {
        return new PageRecord(answer, numbers, name(prediction, index), why);
    }

    PageRecord explained(String line) {
        String whole = line.strip();
        String said = whole.substring(0, Math.min(LONGEST_LINE, whole.length()));
        return new PageRecord(answer, numbers, saw, said.isEmpty() ? null : said);
    }

    PageRecord measured(Map<String, String> told) {
        return new PageRecord(answer, told, saw, why);
    }
}
