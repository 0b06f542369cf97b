package normscope.lab;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.data.RandomStreams;
import normscope.experiment.DataConfig;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.experiment.ExperimentConfig;
import normscope.text.Texts;

/** An experiment's data as points to draw on. */
final class PlanarData {

    /** How far an input reaches that has been fitted into the plane. */
    private static final double FITTED = 0.9 * DrawnPoints.REACH;

    private PlanarData() {}

    /** {@return why data cannot be drawn on; null if they can} */
    static String whyNot(DataConfig data) {
        if (!data.isPlanar()) {
            return Texts.text("draw.begin.not-planar");
        }
        return data.classes() > DrawnPoints.MAX_CLASSES
                ? Texts.text("draw.begin.classes", DrawnPoints.MAX_CLASSES)
                : null;
    }

    /** {@return the points without their noise; an input beyond the plane is fitted into it} */
    static List<Point> of(ExperimentConfig config) {
        DataConfig data = config.data();
        RandomGenerator random = new RandomStreams(config.seed()).of("data", 0);
        Dataset all = data.kind() == DataKind.OWN
                ? Datasets.some(data.own().examples(), Math.min(data.points(), DataConfig.MAX_POINTS), 0, random)
                : Datasets.generate(data.kind(), data.rule(), data.points(), 0, random);
        Fit first = Fit.of(all, 0);
        Fit second = Fit.of(all, 1);
        return IntStream.range(0, all.size())
                .mapToObj(i -> Strokes.point(
                        first.of(all.x().get(i, 0)), second.of(all.x().get(i, 1)), all.label(i)))
                .toList();
    }

    /** How an input comes into the plane: x → scale (x − middle). */
    private record Fit(double middle, double scale) {
        static Fit of(Dataset all, int input) {
            double[] values = IntStream.range(0, all.size())
                    .mapToDouble(i -> all.x().get(i, input))
                    .sorted()
                    .toArray();
            double least = values[0];
            double most = values[values.length - 1];
            if (-DrawnPoints.REACH <= least && most <= DrawnPoints.REACH) {
                return new Fit(0, 1);
            }
            double half = (most - least) / 2;
            return new Fit(least + half, half == 0 ? 0 : FITTED / half);
        }

        double of(double value) {
            return scale * (value - middle);
        }
    }
}
