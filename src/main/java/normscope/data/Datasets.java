package normscope.data;

import static java.lang.Math.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.ejml.data.DMatrixRMaj;

/** Makes the examples of every {@linkplain DataKind#BUILT_IN built-in} problem. */
public final class Datasets {

    /** The number of digits that come with the program. */
    public static final int DIGITS_AVAILABLE = 1797;

    private static final String DIGITS_RESOURCE = "/normscope/assets/data/digits.csv";
    private static final int DIGIT_PIXELS = 64;
    private static final double DIGIT_MAX = 16;

    private Datasets() {}

    /**
     * Makes a data set. Classes alternate, so each has n / classes examples (rounded up for the first ones); of cats,
     * black and coloured ones do.
     *
     * @param rule what the label of a cat depends on; of no meaning to other problems
     * @param points the number n of examples; at most {@value #DIGITS_AVAILABLE} for the digits
     * @param noise the standard deviation of Gaussian noise added to every input; the shapes have a size of about 2
     */
    public static Dataset generate(DataKind kind, TrueRule rule, int points, double noise, RandomGenerator random) {
        if (kind == DataKind.DIGITS) {
            return some(AllDigits.DATASET, points, noise, random);
        }
        Dataset dataset = planar(kind, rule, points, random);
        addNoise(dataset, noise, random);
        double[] values = dataset.x().data;
        if (kind == DataKind.CATS) {
            for (int i = 0; i < points; i++) {
                dataset.y().data[i] = rule.label(values[2 * i], values[2 * i + 1]);
            }
        }
        return dataset;
    }

    /** The same with cats whose shape alone counts. */
    public static Dataset generate(DataKind kind, int points, double noise, RandomGenerator random) {
        return generate(kind, TrueRule.SHAPE, points, noise, random);
    }

    private static Dataset planar(DataKind kind, TrueRule rule, int points, RandomGenerator random) {
        DMatrixRMaj x = new DMatrixRMaj(points, 2);
        DMatrixRMaj y = new DMatrixRMaj(points, 1);
        double[] point = new double[2];
        for (int i = 0; i < points; i++) {
            int label = i % kind.classes();
            place(kind, rule, label, random, point);
            x.set(i, 0, point[0]);
            x.set(i, 1, point[1]);
            y.set(i, 0, label);
        }
        return new Dataset(x, y, kind.classes());
    }

    private static void place(DataKind kind, TrueRule rule, int label, RandomGenerator random, double[] point) {
        double t = random.nextDouble();
        int sign = label == 0 ? 1 : -1;
        switch (kind) {
            case MOONS -> {
                point[0] = sign * cos(PI * t) - 0.5 * sign;
                point[1] = sign * sin(PI * t) - 0.25 * sign;
            }
            case CIRCLES -> polar(label == 0 ? 0.5 * Math.sqrt(t) : 1, 2 * PI * random.nextDouble(), point);
            case XOR -> {
                double side = random.nextBoolean() ? 1 : -1;
                point[0] = side * (0.1 + 0.9 * t);
                point[1] = side * sign * (0.1 + 0.9 * random.nextDouble());
            }
            case BLOBS -> {
                point[0] = 0.7 * sign + 0.35 * random.nextGaussian();
                point[1] = 0.5 * sign + 0.35 * random.nextGaussian();
            }
            case SPIRAL -> polar(0.1 + 0.9 * t, 3 * PI * t + PI * label, point);
            case PINWHEEL -> polar(0.15 + 0.85 * t, 1.8 * t + 2 * PI / 3 * label, point);
            case CATS -> {
                point[0] = -1.5 * sign + 0.7 * random.nextGaussian();
                point[1] = (2 * t - 1) * rule.reach();
            }
            default -> throw new IllegalArgumentException(kind + " is read, not generated.");
        }
    }

    private static void polar(double radius, double angle, double[] point) {
        point[0] = radius * cos(angle);
        point[1] = radius * sin(angle);
    }

    /** {@return copies of the first n of a random order of given examples, with Gaussian noise added to every input} */
    public static Dataset some(Dataset all, int points, double noise, RandomGenerator random) {
        if (points > all.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There are %d examples, not %d.", all.size(), points));
        }
        int[] order = new int[all.size()];
        RandomStreams.permutation(random, order);
        Dataset dataset = all.select(order, 0, points);
        addNoise(dataset, noise, random);
        return dataset;
    }

    private static void addNoise(Dataset dataset, double noise, RandomGenerator random) {
        double[] values = dataset.x().data;
        for (int i = 0; i < dataset.x().getNumElements(); i++) {
            values[i] += noise * random.nextGaussian();
        }
    }

    /** Read once, on first use. */
    private static final class AllDigits {
        static final Dataset DATASET = read();

        private static Dataset read() {
            DMatrixRMaj x = new DMatrixRMaj(DIGITS_AVAILABLE, DIGIT_PIXELS);
            DMatrixRMaj y = new DMatrixRMaj(DIGITS_AVAILABLE, 1);
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            InputStream stream = Datasets.class.getResourceAsStream(DIGITS_RESOURCE);
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                int row = 0;
                for (CSVRecord record : format.parse(reader)) {
                    for (int pixel = 0; pixel < DIGIT_PIXELS; pixel++) {
                        x.set(row, pixel, Double.parseDouble(record.get(pixel)) / DIGIT_MAX);
                    }
                    y.set(row++, 0, Double.parseDouble(record.get("digit")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The program's own digits.csv cannot be read.", e);
            }
            return new Dataset(x, y, DataKind.DIGITS.classes());
        }
    }
}
