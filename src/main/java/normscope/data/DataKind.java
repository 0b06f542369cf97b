package normscope.data;

import java.util.List;
import java.util.stream.Stream;

/** The problems a network can be trained on. All are classifications; the labels are class numbers from 0. */
public enum DataKind {
    /** Two interleaving half circles. */
    MOONS(2),
    /** A disc inside a ring. */
    CIRCLES(2),
    /** Four squares, opposite ones of one class. */
    XOR(2),
    /** Two Gaussian clouds. */
    BLOBS(2),
    /** Two arms that wind around each other. */
    SPIRAL(2),
    /** Three bent arms. */
    PINWHEEL(3),
    /** Black cats and coloured ones: colour of the coat against shape, labelled by a {@link TrueRule}. */
    CATS(2),
    /** Handwritten digits of 8 x 8 pixels (real data; see {@code assets/data}). */
    DIGITS(10),
    /** The user's own examples, which say themselves how many inputs and classes they have. */
    OWN(0);

    /** The problems that come with the program. */
    public static final List<DataKind> BUILT_IN =
            Stream.of(values()).filter(kind -> kind != OWN).toList();

    private final int classes;

    DataKind(int classes) {
        this.classes = classes;
    }

    /** The number of classes of a problem that comes with the program: 2 or more. */
    public int classes() {
        return classes;
    }

    /** The number of inputs of one example of such a problem: 2, or 64 for the digits. */
    public int inputs() {
        return this == DIGITS ? 64 : 2;
    }

    /** The number of points asked for when the user has not said. */
    public int defaultPoints() {
        return this == DIGITS ? Datasets.DIGITS_AVAILABLE : 500;
    }
}
