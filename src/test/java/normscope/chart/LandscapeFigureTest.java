package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LandscapeFigureTest {

    private static final int SIDE = 25;
    private static final int SIZE = 400;

    /** Losses exp(a + 2 b) on the square to 1: their logarithm is a plane, which bilinear places hit exactly. */
    private static double[] slope() {
        double[] losses = new double[SIDE * SIDE];
        Arrays.setAll(losses, i -> Math.exp(place(i % SIDE) + 2 * place(Math.floorDiv(i, SIDE))));
        return losses;
    }

    private static double place(int index) {
        return 2.0 * index / (SIDE - 1) - 1;
    }

    private static BufferedImage draw(LandscapeFigure figure) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        figure.draw(g, SIZE, SIZE);
        g.dispose();
        return image;
    }

    @Test
    void everyPlaceTellsItsLoss() {
        LandscapeFigure figure = new LandscapeFigure();
        figure.setGrid(slope(), SIDE, 1, Math.exp(-3), Math.exp(3));
        draw(figure);
        Pattern numbers = Pattern.compile("At (\\S+), (\\S+): loss (\\S+)");
        int read = 0;
        for (int x = 0; x < SIZE; x += 20) {
            for (int y = 0; y < SIZE; y += 20) {
                String told = figure.describe(x, y);
                if (told != null) {
                    Matcher at = numbers.matcher(told.replace('\u2212', '-'));
                    assertThat(at.matches()).as(told).isTrue();
                    double loss = Math.exp(Double.parseDouble(at.group(1)) + 2 * Double.parseDouble(at.group(2)));
                    assertThat(Double.parseDouble(at.group(3))).isCloseTo(loss, within(0.02 * loss));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void coloursAscendWithTheLossAndWhatIsBeyondTheScaleIsItsEnd() {
        LandscapeFigure figure = new LandscapeFigure();
        double[] losses = slope();
        losses[SIDE * SIDE - 1] = Double.NaN;
        losses[SIDE * SIDE - 2] = Double.POSITIVE_INFINITY;
        figure.setGrid(losses, SIDE, 1, 0.1, 2);
        BufferedImage image = draw(figure);
        long colours = Arrays.stream(image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(10);
        assertThat(Arrays.stream(image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE)))
                .contains(Viridis.colour(0).getRGB(), Viridis.colour(1).getRGB());
    }

    @Test
    void whatIsComparedHasOneScaleThatAnExplosionDoesNotEat() {
        double[] calm = new double[SIDE * SIDE];
        Arrays.fill(calm, 0.5);
        calm[3] = 0.01;
        double[] wild = calm.clone();
        wild[7] = 1e9;
        wild[8] = Double.NaN;
        double[] scale = LandscapeFigure.scale(List.of(calm, wild), 10);
        assertThat(scale[0]).isEqualTo(0.01);
        assertThat(scale[1]).isCloseTo(10 * Math.log(10), within(1e-12));
        assertThat(LandscapeFigure.scale(List.of(calm), 10)[1]).isEqualTo(0.5);
    }

    @Test
    void withoutLossesItSaysWhy() {
        LandscapeFigure figure = new LandscapeFigure();
        figure.setTitle(0, "with", null);
        figure.setState("nothing yet", "");
        draw(figure);
        assertThat(figure.summary()).isEqualTo("with: nothing yet");
        assertThat(figure.describe(200, 200)).isNull();
    }
}
