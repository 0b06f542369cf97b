package normscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import normscope.chart.CurvesFigure.Kind;
import normscope.stats.Histogram;

/** Invented data that looks like a run's, for tests of drawing only. */
public final class SampleFigures {

    private SampleFigures() {}

    public static Histogram histogram(Random random, double mean, double sd) {
        double[] values = new double[2048];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + sd * random.nextGaussian();
        }
        return Histogram.of(values, values.length, -6, 6, 40);
    }

    public static double[] steps(int count, double apart) {
        double[] steps = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = Math.floor(i * apart);
        }
        return steps;
    }

    public static List<CurvesFigure.Series> losses(Random random, int count, double apart) {
        List<CurvesFigure.Series> all = new ArrayList<>();
        for (Role role : List.of(Role.WITHOUT, Role.WITH)) {
            double fall = role == Role.WITH ? 300 : 900;
            double[] x = steps(count, apart);
            double[] min = new double[count];
            double[] max = new double[count];
            double[] mean = new double[count];
            for (int i = 0; i < count; i++) {
                double noise = Math.exp(0.12 * random.nextGaussian());
                mean[i] = (0.75 * Math.exp(-x[i] / fall) + 0.05) * noise;
                min[i] = 0.7 * mean[i];
                max[i] = 1.4 * mean[i];
            }
            all.add(new CurvesFigure.Series(role, Kind.BATCH_TRAIN, x, min, max, mean));
            double[] few = steps(count / 5, 5 * apart);
            double[] train = new double[few.length];
            double[] test = new double[few.length];
            for (int i = 0; i < few.length; i++) {
                train[i] = 0.72 * Math.exp(-few[i] / fall) + 0.045;
                test[i] = 1.25 * train[i];
            }
            all.add(new CurvesFigure.Series(role, Kind.TRAIN_EVAL, few, train));
            all.add(new CurvesFigure.Series(role, Kind.TEST_EVAL, few, test));
        }
        return all;
    }

    public static List<BandsFigure.Band> bands(Random random, int count, double apart) {
        List<BandsFigure.Band> all = new ArrayList<>();
        for (Role role : List.of(Role.WITHOUT, Role.WITH)) {
            double[] low = new double[count];
            double[] middle = new double[count];
            double[] high = new double[count];
            for (int i = 0; i < count; i++) {
                middle[i] = (role == Role.WITH ? 0.1 : 2 * Math.sin(i / 90.0)) + 0.06 * random.nextGaussian();
                low[i] = middle[i] - 1;
                high[i] = middle[i] + 1;
            }
            all.add(new BandsFigure.Band(role, steps(count, apart), low, middle, high));
        }
        return all;
    }

    public static List<BoundaryFigure.DataPoint> points(Random random, int count, int classes) {
        List<BoundaryFigure.DataPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % classes;
            double angle = Math.PI * random.nextDouble();
            double x = label == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
            double y = label == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle) + 0.4 * (label - 1);
            double noise = 0.12;
            points.add(new BoundaryFigure.DataPoint(
                    x + noise * random.nextGaussian(), y + noise * random.nextGaussian(), label, i % 4 > 1));
        }
        return points;
    }

    /** Two or more classes parted by a wave; larger sharpness makes surer answers. */
    public static BoundaryFigure.Grid grid(int n, int classes, double sharpness) {
        float[] p = new float[n * n * classes];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double x = -1.5 + (column + 0.5) * 4 / n;
                double y = -1.7 + (row + 0.5) * 4 / n;
                double[] odds = new double[classes];
                double sum = 0;
                for (int k = 0; k < classes; k++) {
                    double z = k == 0 ? y - 0.25 + 0.7 * Math.sin(2 * x - 1.1) : k == 1 ? 0 : y - 1.1;
                    odds[k] = Math.exp(sharpness * z);
                    sum += odds[k];
                }
                for (int k = 0; k < classes; k++) {
                    p[(row * n + column) * classes + k] = (float) (odds[k] / sum);
                }
            }
        }
        return new BoundaryFigure.Grid(-1.5, 2.5, -1.7, 2.3, n, p);
    }
}
