package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import normscope.experiment.Divergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureBoundsTest {

    static List<Figure> figures() {
        Random random = new Random(1);
        HistogramFigure histogram = new HistogramFigure(Role.WITHOUT);
        histogram.setAxis(-3, 3);
        histogram.setHistogram(SampleFigures.histogram(random, 3, 2));
        histogram.setOutline(SampleFigures.histogram(random, 0, 4));
        histogram.setTitle("Layer 1");
        CurvesFigure curves = new CurvesFigure();
        curves.setTitle("Training loss", "log scale");
        curves.setSeries(SampleFigures.losses(random, 100, 10));
        curves.setMarks(List.of(new Mark(300, "rate 0.3"), new Mark(990, "shift")));
        curves.setDivergences(Map.of(Role.WITHOUT, new Divergence(1000, 1)));
        curves.setCursor(500);
        BandsFigure bands = new BandsFigure();
        bands.setTitle("Layer 4", "15 \u00b7 50 \u00b7 85 %");
        bands.setBands(SampleFigures.bands(random, 100, 10));
        BoundaryFigure boundary = new BoundaryFigure();
        boundary.setGrid(SampleFigures.grid(20, 3, 4));
        boundary.setPoints(SampleFigures.points(random, 200, 3));
        ConfusionFigure confusion = new ConfusionFigure();
        confusion.setCounts(new int[][] {{1234, 1}, {0, 7}});
        return List.of(histogram, curves, bands, boundary, confusion);
    }

    static Stream<ChartTheme> themes() {
        return Stream.of(ChartTheme.LIGHT, ChartTheme.DARK, ChartTheme.PROJECTOR, ChartTheme.LIGHT.scaled(1.5));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void noFigureDrawsOutsideOfItsBounds(ChartTheme theme) {
        for (Figure figure : figures()) {
            for (int[] size : sizes(figure)) {
                assertThat(Pictures.outside(figure, size[0], size[1], theme))
                        .as("%s at %d x %d", figure.getClass().getSimpleName(), size[0], size[1])
                        .isZero();
            }
        }
    }

    /** From the least that the window gives to plenty. */
    private static int[][] sizes(Figure figure) {
        return switch (figure.getClass().getSimpleName()) {
            case "HistogramFigure" -> new int[][] {{150, 90}, {190, 160}, {600, 500}};
            case "CurvesFigure", "BandsFigure" -> new int[][] {{260, 140}, {350, 280}, {900, 600}};
            default -> new int[][] {{100, 100}, {150, 130}, {500, 600}};
        };
    }

    @Test
    void everyFigureHasASummary() {
        assertThat(figures()).allSatisfy(figure -> assertThat(figure.summary()).endsWith("."));
    }

    @Test
    void aPageShowsItsFiguresAtTwiceTheSharpness(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("page.png");
        new FigurePage(400, 300, ChartTheme.DARK)
                .title("Lab")
                .text("Without batch norm", 10, 60, Role.WITHOUT, true)
                .card(figures().get(0), 10, 70, 200, 165)
                .writePng(file, 2);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(Pictures.count(image, Pictures.like(ChartTheme.DARK.colour(Role.WITHOUT))))
                .isGreaterThan(100);
        assertThat(image.getRGB(790, 590)).isEqualTo(ChartTheme.DARK.ground().getRGB());
    }

    @Test
    void theSameFigureDrawsTheSamePixels() {
        for (int i = 0; i < figures().size(); i++) {
            BufferedImage first = Pictures.draw(figures().get(i), 200, 160);
            BufferedImage second = Pictures.draw(figures().get(i), 200, 160);
            for (int y = 0; y < 160; y++) {
                for (int x = 0; x < 200; x++) {
                    assertThat(second.getRGB(x, y)).isEqualTo(first.getRGB(x, y));
                }
            }
        }
    }
}
