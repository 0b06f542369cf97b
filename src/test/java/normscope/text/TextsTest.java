package normscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.instrument.InstrumentKind;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A language is a bundle: texts_xx.properties of the tests is one that has hardly begun. */
class TextsTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/normscope/text"), Path.of("src/test/resources/normscope/text"));

    private final ResourceBundle stub = Texts.bundle(Locale.forLanguageTag("xx"));

    @Test
    void aLanguageIsFoundByItsBundle() {
        assertThat(stub.getString("app.name")).isEqualTo("NormSköp");
        assertThat(Texts.bundle(Locale.forLanguageTag("xx-YY")).getString("app.name"))
                .isEqualTo("NormSköp");
    }

    @Test
    void whatALanguageDoesNotHaveIsInEnglish() {
        assertThat(stub.getString("mode.LESSONS")).isEqualTo("Lessons");
        assertThat(stub.containsKey("mode.LAB.tip")).isTrue();
        assertThat(Texts.bundle(Locale.forLanguageTag("yy")).getString("app.name"))
                .isEqualTo("NormScope");
    }

    @Test
    void theSystemsLanguageIsNeverShownForAnother() {
        Locale system = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("xx"));
            assertThat(Texts.bundle(Locale.ENGLISH).getString("app.name")).isEqualTo("NormScope");
        } finally {
            Locale.setDefault(system);
        }
    }

    @Test
    void thePropertyGoesBeforeTheSystem() {
        assertThat(Texts.language(null, Locale.FRANCE)).isEqualTo(Locale.FRANCE);
        assertThat(Texts.language("pt-BR", Locale.FRANCE)).isEqualTo(Locale.forLanguageTag("pt-BR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row.units | 1 | 1 unit | 1 ünit",
                "row.units | 0 | 0 unit | no ünits",
                "row.units | 2400 | 2_400 units | 2_400 ünits",
                "network.note | 1 | 1 hidden layer · 0.5 parameters | 0.5 pärämeters in one läyer",
                "network.note | 3 | 3 hidden layers · 0.5 parameters | 0.5 pärämeters in 3 läyers",
                "network.note | 12 | 12 hidden layers · 0.5 parameters | 0.5 pärämeters in many läyers",
            })
    void wordsGoWithTheirNumber(String key, int number, String english, String other) {
        String pattern = Texts.bundle(Locale.ENGLISH).getString(key);

        assertThat(Texts.filled(pattern, number, 0.5)).isEqualTo(english.replace('_', Numbers.GROUP));
        assertThat(Texts.filled(stub.getString(key), number, 0.5)).isEqualTo(other.replace('_', Numbers.GROUP));
    }

    /** What a kind is called is asked for by its name, so that the compiler misses nothing. */
    @Test
    void everyKindThatIsOfferedHasItsWords() {
        List<String> keys = new ArrayList<>();
        OptimizerSpec.EXPERIMENTS.forEach(kind -> addNamed(keys, "optimizer." + kind.kind()));
        DataKind.BUILT_IN.forEach(kind -> addNamed(keys, "data." + kind));
        Stream.of(InstrumentKind.values()).forEach(kind -> addNamed(keys, "instrument." + kind.id()));
        for (NormalizerSpec kind : NormalizerSpec.EXPERIMENTS) {
            keys.add("normalizer." + kind.kind());
            if (!(kind instanceof NormalizerSpec.None || kind instanceof NormalizerSpec.Batch)) {
                keys.add("norm.why." + kind.kind());
                keys.add("column.AFTER.note." + kind.kind());
            }
        }
        ResourceBundle english = Texts.bundle(Locale.ENGLISH);

        assertThat(keys)
                .allSatisfy(key -> assertThat(english.containsKey(key))
                        .as("%s in texts.properties", key)
                        .isTrue());
    }

    private static void addNamed(List<String> keys, String key) {
        keys.addAll(List.of(key, key + ".tip"));
    }

    static List<Path> languages() throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".properties")).forEach(bundles::add);
            }
        }
        return bundles;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLanguageHasNoTextOfItsOwnAndOnlyTheEnglishPlaces(Path bundle) throws IOException {
        Properties english = read(FOLDERS.get(0).resolve("texts.properties"));
        read(bundle).forEach((key, text) -> {
            assertThat(english).as("%s has a text without use", bundle).containsKey(key);
            String original = (String) english.get(key);
            if (hasPlaces(original) || hasPlaces((String) text)) {
                MessageFormat format = new MessageFormat((String) text, Locale.ROOT);
                assertThat(format.getFormatsByArgumentIndex().length)
                        .as("places of %s in %s", key, bundle)
                        .isLessThanOrEqualTo(
                                new MessageFormat(original, Locale.ROOT).getFormatsByArgumentIndex().length);
                assertThat(Arrays.stream(format.getFormats()).filter(Objects::nonNull))
                        .as("formats of %s in %s", key, bundle)
                        .hasOnlyElementsOfType(ChoiceFormat.class);
                assertThat(((String) text).replace("''", ""))
                        .as("%s in %s, where ' begins a quotation", key, bundle)
                        .doesNotContain("'");
            }
        });
    }

    private static boolean hasPlaces(String text) {
        return text.matches("(?s).*\\{\\d.*");
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts;
    }
}
