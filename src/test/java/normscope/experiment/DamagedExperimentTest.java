package normscope.experiment;

import static normscope.experiment.ExperimentFormatTest.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no experiment, or no longer one, are refused in one sentence. */
class DamagedExperimentTest {

    @Test
    void aFieldThatIsThereTwiceIsNamed() {
        String text = new ExperimentFile(FULL).toText();
        Refusals.assertNames("seed", () -> ExperimentFile.fromText(text.replace("\"seed\"", "\"seed\" : 1, \"seed\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "null",
                "7",
                "\"text\"",
                "true",
                "[]",
                "[1, 2]",
                "nonsense",
                "<html></html>",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{\"a\": NaN}",
                "// comment\n{}",
                "{'a': 1}",
                "\u0000",
                "PK\u0003\u0004"
            })
    void whatIsNotOneJsonObjectIsRefusedInOneSentence(String text) {
        Refusals.assertOneSentence(() -> ExperimentFile.fromText(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"version\": 2}", "{\"name\": \"package\", \"version\": \"1.0.0\"}"})
    void aForeignObjectIsNotAnExperiment(String text) {
        Refusals.assertNames("format", () -> ExperimentFile.fromText(text));
    }

    @Test
    void aLaterVersionSaysThatALaterProgramReadsIt() {
        String text = new ExperimentFile(FULL).toText().replace("\"version\" : 2", "\"version\" : 3");
        assertThat(Refusals.assertNames("version", () -> ExperimentFile.fromText(text))
                        .getMessage())
                .contains("3")
                .contains("2");
    }

    @Test
    void aNameOfAFieldThatIsLongOrHasLineBreaksStaysOneSentence() {
        String text = new ExperimentFile(FULL).toText();
        String breaks = text.replace("\"l2\"", "\"a\\n. B\\u0000\\u2028\\u202e\" : 1, \"l2\"");
        Refusals.assertNames("training.a?. B???", () -> ExperimentFile.fromText(breaks));
        String endless = text.replace("\"l2\"", String.format(Locale.ROOT, "\"%s\" : 1, \"l2\"", "x".repeat(4_000)));
        Refusals.assertNames("training.xxxx", () -> ExperimentFile.fromText(endless));
    }

    @Test
    void aFieldThatIsThereTwiceInAnInnerObjectIsNamedByItsPath() {
        String text = new ExperimentFile(FULL).toText().replace("\"beta1\"", "\"beta1\" : 0.1, \"beta1\"");
        Refusals.assertNames("training.optimizer.beta1", () -> ExperimentFile.fromText(text));
    }

    @Test
    void aFileCutAnywhereIsRefusedInOneSentence() {
        String text = new ExperimentFile(FULL).toText().stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            Refusals.assertOneSentence(() -> ExperimentFile.fromText(cut));
        }
    }

    /** A changed character gives an experiment, or one sentence. */
    @Test
    void aDamagedFileIsReadOrRefusedInOneSentence() {
        String text = new ExperimentFile(FULL).toText();
        SplittableRandom random = new SplittableRandom(12);
        String damage = "{}[]\",:.-+eE019 tfn\\\u0000\uffff";
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged.setCharAt(random.nextInt(damaged.length()), damage.charAt(random.nextInt(damage.length())));
            }
            refused += Refusals.refused(() -> ExperimentFile.fromText(damaged.toString())) ? 1 : 0;
        }
        assertThat(refused).isBetween(1000, 2000);
    }
}
