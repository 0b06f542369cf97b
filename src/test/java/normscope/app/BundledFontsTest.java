package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fonts of {@code assets/fonts}: both toolkits load them, under names that CSS can select. */
class BundledFontsTest {

    private static final List<String> FILES =
            List.of("NormScopeSans-Regular", "NormScopeSans-Medium", "NormScopeSans-SemiBold", "NormScopeSans-Bold");

    /** Everything outside ASCII that labels and formulas in running text use. */
    private static final String SYMBOLS = "z̃ ẑ x̄ μ σ γ β ε η √ × − · ± ← → λ ½ ² ₁ ≤ ≥ ≈ ∞ ∑ ∂ – — … • ‖ ⌘ ⇧ ⏎ ▲ ▼ ✓";

    @BeforeAll
    static void loadIntoJavaFx() {
        FILES.forEach(file -> assertThat(Font.loadFont(open(file), 13)).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "NormScope Sans, NORMAL, NormScope Sans, Regular",
        "NormScope Sans, BOLD, NormScope Sans Bold, Bold",
        "NormScope Sans Medium, NORMAL, NormScope Sans Medium, Regular",
        "NormScope Sans SemiBold, NORMAL, NormScope Sans SemiBold, Regular"
    })
    void javaFxSelectsEachFaceByFamilyAndWeight(String family, FontWeight weight, String name, String style) {
        Font font = Font.font(family, weight, 13);

        assertThat(font.getFamily()).isEqualTo(family);
        assertThat(font.getName()).isEqualTo(name);
        assertThat(font.getStyle()).isEqualTo(style);
    }

    @Test
    void everyFaceHasTheSymbolsOfTheField() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(awtFont(file).canDisplayUpTo(SYMBOLS))
                        .as("index of the first symbol that %s lacks", file)
                        .isEqualTo(-1));
    }

    @Test
    void allDigitsAreEquallyWide() {
        FontRenderContext context = new FontRenderContext(new AffineTransform(), true, true);

        assertThat(FILES)
                .allSatisfy(file -> assertThat(Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
                                .map(digit -> awtFont(file)
                                        .getStringBounds(digit, context)
                                        .getWidth())
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void noFileIsLargerThan150Kilobytes() {
        assertThat(FILES).allSatisfy(file -> {
            try (InputStream in = open(file)) {
                assertThat(in.readAllBytes()).hasSizeLessThan(150 * 1024);
            }
        });
    }

    private static java.awt.Font awtFont(String file) {
        try (InputStream in = open(file)) {
            return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in).deriveFont(100f);
        } catch (java.awt.FontFormatException | java.io.IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static InputStream open(String file) {
        return BundledFontsTest.class.getResourceAsStream("/normscope/assets/fonts/" + file + ".ttf");
    }
}
