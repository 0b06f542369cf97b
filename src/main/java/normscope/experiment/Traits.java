package normscope.experiment;

import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.Split;

/**
 * What examples that are chosen by a trait have of it.
 *
 * @param before of those that the drawn ones are compared with; may be empty
 * @param now of those drawn now
 */
public record Traits(Trait by, double[] before, double[] now) {

    /** {@return the trait of each example of a set as the networks get it, in order} */
    public static double[] of(Trait by, Dataset set, Split split) {
        return IntStream.range(0, set.size())
                .mapToDouble(row -> by.of(set.x().data, row, split))
                .toArray();
    }
}
