package normscope.experiment;

import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.data.Split;

/**
 * What examples that are chosen by a trait have of it.
 *
 * @param by the trait
 * @param before of those that the drawn ones are compared with; may be empty
 * @param now of those drawn now
 */
public record Traits(Trait by, double[] before, double[] now) {

    /**
     * The trait of each example.
     *
     * @param by the trait
     * @param set as the networks get it
     * @param split how the inputs were scaled
     * @return one number an example, in order
     */
    public static double[] of(Trait by, Dataset set, Split split) {
        return IntStream.range(0, set.size())
                .mapToDouble(row -> by.of(set.x().data, row, split))
                .toArray();
    }
}
