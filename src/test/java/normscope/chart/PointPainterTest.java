package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import normscope.chart.BoundaryFigure.DataPoint;
import normscope.chart.BoundaryFigure.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of a few drawn points look like points drawn one by one. */
class PointPainterTest {

    private static final int SIZE = 300;
    private static final Grid GRID = new Grid(0, 1, 0, 1, 1, 2, new float[1]);

    private enum Look {
        LIGHT(ChartTheme.LIGHT),
        DARK(ChartTheme.DARK),
        PROJECTOR(ChartTheme.PROJECTOR);

        private final ChartTheme theme;

        Look(ChartTheme theme) {
            this.theme = theme;
        }
    }

    @ParameterizedTest
    @EnumSource
    void stampsLieWhereShapesWouldAndLookLikeThem(Look look) {
        SplittableRandom random = new SplittableRandom(1);
        List<DataPoint> former = points(random, 20);
        List<DataPoint> points = points(random, 60);
        for (double scale : new double[] {1, 2}) {
            BufferedImage stamped = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
            PointPainter.paint(stamped, scale, GRID, former, points, look.theme);
            BufferedImage drawn = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = drawn.createGraphics();
            Draw.quality(g);
            g.scale(scale, scale);
            PointPainter.paint(g, SIZE / scale, SIZE / scale, GRID, former, points, look.theme);
            g.dispose();

            double ink = 0;
            double difference = 0;
            for (int i = 0; i < SIZE * SIZE; i++) {
                Color a = new Color(drawn.getRGB(i % SIZE, i / SIZE), true);
                Color b = new Color(stamped.getRGB(i % SIZE, i / SIZE), true);
                ink += a.getAlpha();
                difference += Math.abs(a.getAlpha() - b.getAlpha());
            }
            assertThat(ink).isPositive();
            assertThat(difference / ink).isLessThan(0.05);
        }
    }

    private static List<DataPoint> points(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new DataPoint(random.nextDouble(), random.nextDouble(), i % 6, i % 2 == 0))
                .toList();
    }
}
