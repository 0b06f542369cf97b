package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ConfusionFigureTest {

    private final ConfusionFigure figure = new ConfusionFigure();

    @Test
    void hoveringTellsTheCountOfARow() {
        figure.setCounts(new int[][] {{30, 5}, {2, 40}});
        Pictures.draw(figure, 150, 150);

        assertThat(figure.describe(130, 40).replace('\u00a0', ' ')).isEqualTo("true 0, predicted 1: 5 of 35");
        assertThat(figure.describe(40, 130).replace('\u00a0', ' ')).isEqualTo("true 1, predicted 0: 2 of 42");
        assertThat(figure.describe(3, 3)).isNull();
        assertThat(figure.summary()).isEqualTo("Confusion matrix: 70 of 77 examples are right.");
    }

    @Test
    void aFullerCellIsFurtherFromTheBackgroundInEveryTheme() {
        figure.setCounts(new int[][] {{90, 10}, {0, 0}});
        for (ChartTheme theme : new ChartTheme[] {ChartTheme.LIGHT, ChartTheme.DARK}) {
            BufferedImage image = FigureImages.image(figure, 112, 112, 1, theme);
            double card = brightness(theme.card().getRGB());
            double full = Math.abs(brightness(image.getRGB(20, 20)) - card);
            double little = Math.abs(brightness(image.getRGB(70, 20)) - card);
            assertThat(full).isGreaterThan(little + 40);
        }
    }

    private static double brightness(int rgb) {
        return 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }

    @Test
    void anEmptyRowAndNoMatrixDraw() {
        figure.setCounts(new int[10][10]);
        assertThat(Pictures.count(Pictures.draw(figure, 150, 150), Pictures.drawn()))
                .isPositive();
        figure.setCounts(null);
        assertThat(Pictures.count(Pictures.draw(figure, 150, 150), Pictures.drawn()))
                .isPositive();
    }
}
