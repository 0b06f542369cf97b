package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the networks learn from after a change. At first all mini-batches are of the examples as they are now.
 *
 * @param labels whether the examples of now have labels to learn from; if not, all mini-batches are as before the last
 *     change
 * @param replay the fraction of each mini-batch that is as before the last change, 0 … 1
 * @param weighted whether each example of before counts P(drawn now) / P(drawn before) in the loss: importance
 *     weighting (Shimodaira, 2000); only without labels, after a selection that has some of the old examples in it
 */
public record LearnFrom(
        boolean labels,

        @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        double replay,

        @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean weighted)
        implements DataChange {

    /** The examples as they are now. */
    public static final LearnFrom NOW = new LearnFrom(true, 0, false);

    public LearnFrom {
        Check.within("replay", replay, 0, 1);
        Check.that(labels || replay == 0, "replay", "needs labels: without them all examples are old ones.");
        Check.that(!labels || !weighted, "weighted", "is for learning without new labels.");
    }
}
