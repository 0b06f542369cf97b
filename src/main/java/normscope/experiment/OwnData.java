package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import normscope.data.Dataset;

/** Examples that the user has brought. What it takes to shape a network is known without reading them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface OwnData permits DrawnPoints, OwnTable {

    /** Fewer examples are not parted into a training and a test set. */
    int MIN_POINTS = 4;

    /** The number of examples: at least {@value #MIN_POINTS}. */
    int size();

    /** {@return what the inputs of one example are called, in their order} */
    List<String> inputNames();

    /** {@return what the classes are called, in the order of their numbers: at least 2} */
    List<String> classNames();

    /**
     * {@return all examples, as they are, not to be modified; refused in one sentence for the user, if they cannot be
     * read}
     */
    Dataset examples();

    /** The number of inputs of one example: 1 … 64. */
    default int inputs() {
        return inputNames().size();
    }

    /** The number of classes: 2 … 10. */
    default int classes() {
        return classNames().size();
    }
}
