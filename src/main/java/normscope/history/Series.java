package normscope.history;

import java.util.Arrays;
import java.util.Locale;

/**
 * One number a step, kept for every step, with the least, greatest and sum of each block of steps, so that a curve of a
 * million steps is drawn as quickly as one of a thousand. Values that are not finite are gaps.
 */
public final class Series {

    private static final int BLOCK = 256;

    private double[] values = new double[1024];
    private double[] blockMin = new double[8];
    private double[] blockMax = new double[8];
    private double[] blockSum = new double[8];
    private int[] blockCount = new int[8];
    private int size;

    /**
     * A curve for drawing: for each column of the picture the least, greatest and mean value of its steps. Columns
     * without finite values are left out.
     */
    public record Curve(double[] x, double[] min, double[] max, double[] mean) {

        public static final Curve EMPTY = of(new double[0], new double[0]);

        public static Curve of(double[] x, double[] y) {
            return new Curve(x, y, y, y);
        }

        /** {@return what stands before a step, and the first point at it} */
        public Curve upTo(double step) {
            int n = 0;
            while (n < x.length && x[n] < step) {
                n++;
            }
            if (n < x.length && x[n] == step) {
                n++;
            }
            return new Curve(Arrays.copyOf(x, n), Arrays.copyOf(min, n), Arrays.copyOf(max, n), Arrays.copyOf(mean, n));
        }
    }

    public int size() {
        return size;
    }

    /** {@return the value of a step, less than {@link #size}; NaN for a gap} */
    public double get(int step) {
        if (step >= size) {
            throw new IndexOutOfBoundsException(String.format(Locale.ROOT, "Step %d of %d.", step, size));
        }
        return values[step];
    }

    long bytes() {
        return 8L * values.length + (3L * 8 + 4) * blockMin.length;
    }

    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size] = value;
        include(size, value);
        size++;
    }

    void addAll(Series other, long count) {
        for (int step = 0; step < count; step++) {
            add(other.get(step));
        }
    }

    private void include(int step, double value) {
        int block = step / BLOCK;
        if (block == blockMin.length) {
            blockMin = Arrays.copyOf(blockMin, 2 * block);
            blockMax = Arrays.copyOf(blockMax, 2 * block);
            blockSum = Arrays.copyOf(blockSum, 2 * block);
            blockCount = Arrays.copyOf(blockCount, 2 * block);
        }
        if (step % BLOCK == 0) {
            blockMin[block] = Double.POSITIVE_INFINITY;
            blockMax[block] = Double.NEGATIVE_INFINITY;
            blockSum[block] = 0;
            blockCount[block] = 0;
        }
        if (Double.isFinite(value)) {
            blockMin[block] = Math.min(blockMin[block], value);
            blockMax[block] = Math.max(blockMax[block], value);
            blockSum[block] += value;
            blockCount[block]++;
        }
    }

    /** {@return the curve of all steps, of at most so many points but every step if there are fewer} */
    public Curve curve(int columns) {
        int perColumn = Math.max(1, (size + columns - 1) / columns);
        if (perColumn >= 2 * BLOCK) {
            perColumn = (perColumn + BLOCK - 1) / BLOCK * BLOCK;
        }
        int n = (size + perColumn - 1) / perColumn;
        double[] x = new double[n];
        double[] min = new double[n];
        double[] max = new double[n];
        double[] mean = new double[n];
        Column column = new Column();
        int points = 0;
        for (int i = 0; i < n; i++) {
            int from = i * perColumn;
            int to = Math.min(size, from + perColumn);
            column.gather(from, to);
            if (column.count > 0) {
                x[points] = (from + to - 1) / 2.0;
                min[points] = column.min;
                max[points] = column.max;
                mean[points++] = column.sum / column.count;
            }
        }
        return points == n
                ? new Curve(x, min, max, mean)
                : new Curve(
                        Arrays.copyOf(x, points),
                        Arrays.copyOf(min, points),
                        Arrays.copyOf(max, points),
                        Arrays.copyOf(mean, points));
    }

    /** Least, greatest, sum and number of the finite values of some steps. */
    private final class Column {
        double min;
        double max;
        double sum;
        int count;

        void gather(int from, int to) {
            min = Double.POSITIVE_INFINITY;
            max = Double.NEGATIVE_INFINITY;
            sum = 0;
            count = 0;
            int step = from;
            while (step < to) {
                if (step % BLOCK == 0 && step + BLOCK <= to) {
                    int block = step / BLOCK;
                    merge(blockMin[block], blockMax[block], blockSum[block], blockCount[block]);
                    step += BLOCK;
                } else {
                    double value = values[step++];
                    if (Double.isFinite(value)) {
                        merge(value, value, value, 1);
                    }
                }
            }
        }

        private void merge(double otherMin, double otherMax, double otherSum, int otherCount) {
            min = Math.min(min, otherMin);
            max = Math.max(max, otherMax);
            sum += otherSum;
            count += otherCount;
        }
    }
}
