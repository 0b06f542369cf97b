package normscope.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.Json;

/**
 * What a page says will be seen, as a statement that can fail: {@code value [- minus] [/ over] comparison bound}, where
 * all three are names of measures, of this page or, as {@code page/name}, of one before it.
 *
 * @param value the name of a measure
 * @param minus the name of what is taken off, or null
 * @param over the name of what it is divided by, or null
 * @param atMost the bound, if it must not be exceeded; else null
 * @param atLeast the bound, if it must be reached; else null
 * @param equals the bound, if it must be met; else null
 * @param tolerance for {@code equals} how far it may be off
 * @param seeds over which seeds it is said; each seed if not given
 */
public record Claim(
        String id,
        String value,
        @Json.MayBeAbsent String minus,
        @Json.MayBeAbsent String over,
        @Json.MayBeAbsent @JsonProperty("at-most") Double atMost,
        @Json.MayBeAbsent @JsonProperty("at-least") Double atLeast,
        @Json.MayBeAbsent Double equals,
        @Json.MayBeAbsent Double tolerance,
        @Json.MayBeAbsent Seeds seeds) {

    /** Checks that there is one comparison, and that what belongs together is given. */
    public Claim {
        Page.checkName("id", id);
        long bounds =
                Stream.of(atMost, atLeast, equals).filter(Objects::nonNull).count();
        Check.that(bounds > 0, "", "must have one of at-most, at-least and equals.");
        Check.that(bounds == 1, "", "must have only one of at-most, at-least and equals.");
        Check.that(
                (equals == null) == (tolerance == null), "tolerance", "and equals go together; give both or neither.");
        Check.magnitude("tolerance", tolerance == null ? 0 : tolerance);
        seeds = seeds == null ? Seeds.EACH_SEED : seeds;
    }

    /** Over which seeds a claim is said. */
    public enum Seeds {
        /** It holds with every seed. */
        EACH_SEED,
        /** It holds of the mean over the seeds. */
        MEAN
    }

    /** {@return what is compared with the bound} */
    public double value(Map<String, Double> measured) {
        double number = measured.get(value);
        if (minus != null) {
            number -= measured.get(minus);
        }
        return over == null ? number : number / measured.get(over);
    }

    /** Whether a number is as claimed. */
    public boolean holds(double measured) {
        if (equals != null) {
            return Math.abs(measured - equals) <= tolerance;
        }
        return atMost != null ? measured <= atMost : measured >= atLeast;
    }

    /** The same with page/name for each name of a measure; {@code known} are all measures up to this page. */
    Claim on(String page, Set<String> known) {
        return new Claim(
                id,
                full("value", value, page, known),
                full("minus", minus, page, known),
                full("over", over, page, known),
                atMost,
                atLeast,
                equals,
                tolerance,
                seeds);
    }

    private static String full(String field, String text, String page, Set<String> known) {
        if (text == null) {
            return null;
        }
        String name = text.contains("/") ? text : page + "/" + text;
        Check.that(
                known.contains(name), field, "is \"%s\", but nothing of that name is measured up to this page.", text);
        return name;
    }
}
