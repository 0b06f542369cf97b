package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas as pictures: large enough for their ink, in the theme's colours, made once, from any thread. */
class FormulaImageTest {

    private static final String NORMALIZED = "z_{\\mathrm{norm}}=\\frac{z-\\mu}{\\sqrt{\\sigma^2+\\varepsilon}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NORMALIZED,
                "f",
                "\\tilde z=\\gamma\\,z_{\\mathrm{norm}}+\\beta",
                "\\frac{\\partial L}{\\partial\\gamma}=\\sum_{i=1}^m\\frac{\\partial L}{\\partial\\tilde z_i}"
            })
    void theInkFitsIntoThePicture(String tex) {
        FormulaImage formula = FormulaImage.of(tex, 17, ChartTheme.LIGHT);
        Image image = formula.image();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();

        assertThat(width).isEqualTo((int) (2 * formula.width()));
        assertThat(height).isEqualTo((int) (2 * formula.height()));
        assertThat(formula.baseline()).isBetween(1.0, formula.height());
        assertThat(inked(image, 0, 0, width, height)).isGreaterThan(20);
        assertThat(inked(image, 0, 0, width, 1)).as("top row").isZero();
        assertThat(inked(image, 0, height - 1, width, 1)).as("bottom row").isZero();
        assertThat(inked(image, 0, 0, 1, height)).as("left column").isZero();
        assertThat(inked(image, width - 1, 0, 1, height)).as("right column").isZero();
    }

    @Test
    void inkIsOfTheThemesColour() {
        assertThat(darkest(FormulaImage.of("m", 30, ChartTheme.LIGHT))).isEqualTo(Color.web("#1C2430"));
        assertThat(darkest(FormulaImage.of("m", 30, ChartTheme.DARK, FormulaImage.Ink.MUTED)))
                .isEqualTo(Color.web("#98A2B3"));
    }

    @Test
    void aFormulaShownAgainIsTheSamePicture() {
        FormulaImage first = FormulaImage.of(NORMALIZED, 14, ChartTheme.LIGHT);

        assertThat(FormulaImage.of(NORMALIZED, 14, ChartTheme.LIGHT)).isSameAs(first);
        assertThat(FormulaImage.of(NORMALIZED, 15, ChartTheme.LIGHT)).isNotSameAs(first);
        assertThat(FormulaImage.of(NORMALIZED, 14, ChartTheme.DARK).image()).isNotSameAs(first.image());
    }

    @Test
    void whatIsNoFormulaIsRefusedWithItsText() {
        assertThatThrownBy(() -> FormulaImage.of("\\frac{1}{m", 14, ChartTheme.LIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\\frac{1}{m");
        assertThatThrownBy(() -> FormulaImage.of("\\nosuchcommand", 14, ChartTheme.LIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nosuchcommand");
    }

    @Test
    void manyThreadsMayTypesetAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<FormulaImage>> wishes = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<FormulaImage>) () -> FormulaImage.of(
                            String.format(Locale.ROOT, "x_{%d}=\\frac{%d}{3}", i % 10, i % 10), 14, ChartTheme.DARK))
                    .toList();
            var made = threads.invokeAll(wishes);
            for (int i = 0; i < 30; i++) {
                assertThat(made.get(i).get()).isSameAs(made.get(i + 10).get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int inked(Image image, int x, int y, int width, int height) {
        int found = 0;
        for (int j = y; j < y + height; j++) {
            for (int i = x; i < x + width; i++) {
                found += image.getPixelReader().getArgb(i, j) >>> 24 > 8 ? 1 : 0;
            }
        }
        return found;
    }

    /** The colour of the most opaque pixel. */
    private static Color darkest(FormulaImage formula) {
        Image image = formula.image();
        int best = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                best = argb >>> 24 > best >>> 24 ? argb : best;
            }
        }
        return Color.rgb(best >> 16 & 255, best >> 8 & 255, best & 255);
    }
}
