package normscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** A data set cut into pieces that fit the cache, on which networks are scored in EVAL mode. */
public final class ScoringSet {

    private static final int PIECE = 256;

    private final List<Dataset> pieces = new ArrayList<>();
    private final int size;
    private final int classes;

    /**
     * How a network does on the set.
     *
     * @param accuracy the share classified correctly, 0 … 1; NaN when the network is no longer finite
     * @param confusion examples by true class (row) and predicted class (column)
     */
    public record Score(double loss, double accuracy, int[][] confusion) {}

    public ScoringSet(Dataset set) {
        this.size = set.size();
        this.classes = set.classes();
        int[] order = IntStream.range(0, size).toArray();
        for (int from = 0; from < size; from += PIECE) {
            pieces.add(set.select(order, from, Math.min(size, from + PIECE)));
        }
    }

    public int size() {
        return size;
    }

    /** Scores a network with one logit for two classes, else one a class. Its last forward pass is replaced. */
    public Score score(Network network) {
        double lossSum = 0;
        int correct = 0;
        int[][] confusion = new int[classes][classes];
        for (Dataset piece : pieces) {
            DMatrixRMaj logits = network.forward(piece.x(), Mode.EVAL);
            lossSum += network.loss(piece.y()) * piece.size();
            for (int row = 0; row < piece.size(); row++) {
                int predicted = predictedClass(logits, row);
                if (predicted >= 0) {
                    confusion[piece.label(row)][predicted]++;
                    correct += predicted == piece.label(row) ? 1 : 0;
                }
            }
        }
        double accuracy = Double.isNaN(lossSum) ? Double.NaN : (double) correct / size;
        return new Score(lossSum / size, accuracy, confusion);
    }

    /** {@return how many rows of logits, examples x outputs, say the class that each row is labelled with} */
    public static int correct(DMatrixRMaj logits, IntUnaryOperator label) {
        return (int) IntStream.range(0, logits.numRows)
                .filter(row -> predictedClass(logits, row) == label.applyAsInt(row))
                .count();
    }

    /**
     * {@return the class of an example with the largest logit, of examples x outputs; -1 if the network no longer says
     * any}
     */
    public static int predictedClass(DMatrixRMaj logits, int row) {
        int columns = logits.numCols;
        if (Double.isNaN(logits.data[row * columns])) {
            return -1;
        }
        if (columns == 1) {
            return logits.data[row] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int column = 1; column < columns; column++) {
            if (logits.data[row * columns + column] > logits.data[row * columns + best]) {
                best = column;
            }
        }
        return best;
    }
}
