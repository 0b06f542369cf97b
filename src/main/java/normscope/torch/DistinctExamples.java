package normscope.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import normscope.data.Dataset;
import org.ejml.data.DMatrixRMaj;

/**
 * All examples that mini-batches have had, each once: at first those of a training set in its order, then what changes
 * of the data have made of them. An example is known again by its numbers, whatever has moved it.
 */
final class DistinctExamples {

    private final int inputs;
    private final int targets;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Row, Integer> known = new HashMap<>();

    /** Inputs and labels of one example. */
    private record Row(double[] values) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** The examples of a training set: those of mini-batches that are the same count as these. */
    DistinctExamples(DMatrixRMaj x, DMatrixRMaj y) {
        inputs = x.numCols;
        targets = y.numCols;
        for (int i = 0; i < x.numRows; i++) {
            Row row = row(x, y, i);
            known.putIfAbsent(row, i);
            rows.add(row);
        }
    }

    /** Finds where examples stand, and writes it into a part of an array; new ones are added. */
    void find(DMatrixRMaj x, DMatrixRMaj y, int[] into, int from) {
        for (int i = 0; i < x.numRows; i++) {
            Row row = row(x, y, i);
            Integer at = known.putIfAbsent(row, rows.size());
            if (at == null) {
                at = rows.size();
                rows.add(row);
            }
            into[from + i] = at;
        }
    }

    Npy find(Dataset set) {
        int[] found = new int[set.size()];
        find(set.x(), set.y(), found, 0);
        return Npy.of(found, found.length);
    }

    private Row row(DMatrixRMaj x, DMatrixRMaj y, int i) {
        double[] values = Arrays.copyOfRange(x.data, i * inputs, i * inputs + inputs + targets);
        System.arraycopy(y.data, i * targets, values, inputs, targets);
        return new Row(values);
    }

    int size() {
        return rows.size();
    }

    Npy x() {
        return Npy.of(columns(0, inputs), rows.size(), inputs);
    }

    double[] y() {
        return columns(inputs, targets);
    }

    private double[] columns(int from, int count) {
        double[] all = new double[rows.size() * count];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).values(), from, all, i * count, count);
        }
        return all;
    }
}
