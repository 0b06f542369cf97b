package normscope.instrument.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import normscope.chart.ChartTheme;
import normscope.chart.FormulaImage;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Replica;
import normscope.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas with numbers can be typeset, and what they say adds up to the result beside them. */
class FormulaRowTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(\\\\!\\\\cdot\\\\!)?(10\\^\\{-?\\d+})?");

    @ParameterizedTest
    @EnumSource(FormulaRow.class)
    void everyRowIsTypesetWithAnyBatch(FormulaRow row) {
        for (int m : new int[] {1, 2, 3, 5, 16}) {
            FormulaNumbers numbers = numbers(m);
            assertThat(numbers.m()).isEqualTo(m);
            String tex = row.text(numbers, m - 1).numbers();
            assertThat(FormulaImage.once(tex, 14, ChartTheme.LIGHT, FormulaImage.Ink.TEXT)
                            .width())
                    .isGreaterThan(10);
            assertThat(row.text(numbers, m - 1).result()).isFinite();
        }
        assertThat(FormulaImage.of(row.text(numbers(2), 0).symbols(), 14, ChartTheme.LIGHT)
                        .width())
                .isGreaterThan(10);
        assertThat(Texts.text("formula.row." + row)).isNotBlank();
        assertThat(Texts.text("formula.row." + row + ".spoken", "0.5")).contains("0.5");
    }

    @Test
    void forwardAndBackwardTogetherAreAllRows() {
        assertThat(FormulaRow.of(true)).hasSize(4).doesNotContainAnyElementsOf(FormulaRow.of(false));
        assertThat(FormulaRow.of(false)).hasSize(6);
    }

    /** Of a batch of four every summand is written, to three digits each. */
    @ParameterizedTest
    @EnumSource(names = {"D_BETA", "D_Z"})
    void theSummandsAddUpToTheResult(FormulaRow row) {
        FormulaNumbers numbers = numbers(4);
        for (int example = 0; example < 4; example++) {
            String tex = row.text(numbers, example).numbers();
            double sum = 0;
            double size = 0;
            Matcher terms = NUMBER.matcher(tex.replace("+", " "));
            while (terms.find()) {
                double term = value(terms.group());
                sum += term;
                size += Math.abs(term);
            }
            assertThat(size).isPositive();
            assertThat(row.text(numbers, example).result()).as(tex).isCloseTo(sum, within(0.06 * size));
        }
    }

    @Test
    void theMeanIsWrittenOfItsOwnValues() {
        FormulaNumbers numbers = numbers(16);
        String tex = FormulaRow.MEAN.text(numbers, 3).numbers();

        assertThat(tex)
                .startsWith("=\\frac{1}{16}\\left(" + Tex.tex(numbers.z()[0]))
                .endsWith(Tex.tex(numbers.z()[15]) + "\\right)")
                .contains("\\cdots");
        assertThat(FormulaRow.MEAN.text(numbers, 3).result()).isEqualTo(numbers.mean());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.5, 12.34, 123.4, 9999, 10_000, 1e-3, 9.99e-4, -3.21e-7, 1e300, 1e-300})
    void numbersKeepTheirValueAndSign(double value) {
        double written = value(Tex.tex(value));
        assertThat(written).isCloseTo(value, within(0.05 * Math.abs(value)));
    }

    private static double value(String tex) {
        Matcher parts = Pattern.compile("(-?[\\d.]*)(?:\\\\!\\\\cdot\\\\!)?(?:10\\^\\{(-?\\d+)})?")
                .matcher(tex);
        if (tex.startsWith("10^") || !parts.matches()) {
            return Math.pow(10, Integer.parseInt(tex.replaceAll(".*\\{|}", "")));
        }
        double mantissa = Double.parseDouble(parts.group(1));
        return parts.group(2) == null ? mantissa : mantissa * Math.pow(10, Integer.parseInt(parts.group(2)));
    }

    private static FormulaNumbers numbers(int m) {
        ExperimentConfig config = Configs.small();
        Experiment experiment =
                new Experiment(config.withTraining(config.training().withBatchSize(m)));
        for (int step = 0; step < 9; step++) {
            experiment.advance();
        }
        return FormulaNumbers.of(Replica.of(experiment), 1, 2);
    }
}
