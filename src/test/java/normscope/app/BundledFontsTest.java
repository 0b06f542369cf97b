package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import normscope.text.Numbers;
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

    private static final double[] VALUES = {
        0,
        -0.0,
        1,
        0.5,
        -1.25,
        0.0004,
        0.9996,
        12.345,
        999.6,
        -4321,
        99_999,
        1_234_567,
        -3.2e9,
        6.78901e-15,
        1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

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

    /** Every function of the formatter, by reflection, so that none is forgotten. */
    @Test
    void everyFaceHasWhatTheFormatterWrites() throws ReflectiveOperationException {
        StringBuilder written = new StringBuilder();
        for (Method function : Numbers.class.getMethods()) {
            if (function.getReturnType() == String.class && Modifier.isStatic(function.getModifiers())) {
                // Only settings are written plain, and these are finite.
                boolean finiteOnly = function.getName().equals("plain");
                for (double value : VALUES) {
                    if (finiteOnly && !Double.isFinite(value)) {
                        continue;
                    }
                    written.append(function.invoke(null, arguments(function, value)));
                }
            }
        }

        assertThat(written).contains("\u2212", "\u221e", "\u207b\u00b9", "\u00d7", "%", "\u2013");
        assertThat(missing(written.toString())).isEmpty();
    }

    private static Object[] arguments(Method function, double value) {
        Object[] arguments = Stream.of(function.getParameterTypes())
                .map(type -> type == double.class
                        ? (Object) value
                        : type == long.class ? (Object) (long) value : type == int.class ? (Object) 2 : "text")
                .toArray();
        if (arguments.length == 2 && arguments[1] instanceof Double) {
            // A span or a distance between ticks, which is positive.
            arguments[1] = 0.01;
        }
        return arguments;
    }

    @Test
    void everyFaceHasTheCharactersOfAllTexts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> texts = files.filter(
                            file -> file.toString().matches(".*\\.(properties|md|json)") && !isBuildInfo(file))
                    .toList();
            assertThat(texts).hasSizeGreaterThan(10);
            for (Path file : texts) {
                assertThat(missing(characters(file)))
                        .as("what a font lacks of %s", file)
                        .isEmpty();
            }
        }
    }

    private static boolean isBuildInfo(Path file) {
        return file.endsWith("about.properties");
    }

    private static String characters(Path file) throws IOException {
        if (!file.toString().endsWith(".properties")) {
            return Files.readString(file);
        }
        Properties bundle = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            bundle.load(in);
        }
        return String.join(
                "",
                bundle.stringPropertyNames().stream().map(bundle::getProperty).toList());
    }

    /** {@return the visible characters that some face cannot draw, each as its code} */
    private static List<String> missing(String text) {
        List<java.awt.Font> fonts =
                FILES.stream().map(BundledFontsTest::awtFont).toList();
        return text.codePoints()
                .distinct()
                .filter(code -> code >= ' ' && fonts.stream().anyMatch(font -> !font.canDisplay(code)))
                .mapToObj(code -> String.format(Locale.ROOT, "U+%04X %s", code, Character.toString(code)))
                .toList();
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
