package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import normscope.data.table.TableFile;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.OwnTable;
import normscope.shell.Hideable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack gives what is in it, or one sentence; whatever it holds, nothing is written but into a folder of its own. */
class PackTest {

    private static final String EXPERIMENT = new ExperimentFile(ExperimentConfig.defaults()).toText();
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    private Path folder;

    private Path pack;

    /** Writes a pack of names and contents in turn. */
    private Path zip(String... files) throws IOException {
        pack = folder.resolve("my pack.normscope");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(pack))) {
            for (int i = 0; i < files.length; i += 2) {
                out.putNextEntry(new ZipEntry(files[i]));
                out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return pack;
    }

    private Path zipOf(Path root, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return zip(all.filter(Files::isRegularFile)
                    .flatMap(file ->
                            Stream.of(prefix + root.relativize(file).toString().replace('\\', '/'), text(file)))
                    .toArray(String[]::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the directory's record of the first entry. */
    private void patch(int offset, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(pack)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != CENTRAL) {
            at++;
        }
        bytes.put(at + 5, (byte) 3);
        bytes.putInt(at + offset, value);
        Files.write(pack, bytes.array());
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> Pack.unpack(pack))
                .isInstanceOf(LessonException.class)
                .hasMessageStartingWith("my pack.normscope: ")
                .message()
                .contains(words)
                .endsWith(".")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment.json", "deeper/mine.JSON"})
    void anExperimentIsFoundWhereverItLies(String name) throws IOException {
        zip("READ ME.txt", "hello", name, EXPERIMENT, "__MACOSX/._experiment.json", "\0", ".hidden.json", "{");
        Path file;
        try (Pack opened = Pack.unpack(pack)) {
            file = opened.content();
            assertThat(opened.lessons()).isEmpty();
            assertThat(ExperimentFile.read(file).config()).isEqualTo(ExperimentConfig.defaults());
        }
        assertThat(file).doesNotExist();
        assertThat(folder)
                .isDirectoryContaining(entry -> entry.equals(pack))
                .isDirectoryNotContaining(Files::isDirectory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mine/"})
    void aLessonIsFoundAtTheTopOrInAFolder(String prefix) throws IOException {
        OwnLessons.copy("by-hand", folder.resolve("own"), "mine", "Mine");
        zipOf(folder.resolve("own/mine"), prefix);
        try (Pack opened = Pack.unpack(pack)) {
            List<Lesson> lessons = Lessons.inFolder(opened.lessons().orElseThrow(), Locale.ENGLISH);

            assertThat(lessons).singleElement().satisfies(lesson -> {
                assertThat(lesson.id()).isEqualTo(prefix.isEmpty() ? "my pack" : "mine");
                assertThat(lesson.texts().title()).isEqualTo("Mine");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../up.json",
                "a/../../up.json",
                "/up.json",
                "C:/up.json",
                "a\\up.json",
                "a//up.json",
                "./up.json",
                "..",
                "a?.json",
                "NUL.json",
                "a\n.json"
            })
    void namesOutsideThePackAreRefused(String name) throws IOException {
        zip("experiment.json", EXPERIMENT, name, EXPERIMENT);
        assertRefused("which is no name within the pack");
        assertThat(folder.resolve("up.json")).doesNotExist();
    }

    @Test
    void linksAreRefused() throws IOException {
        zip("experiment.json", "/etc/passwd");
        patch(38, 0xA1FF << 16);
        assertRefused("has a link");
    }

    @Test
    void encryptedPacksAreRefused() throws IOException {
        zip("experiment.json", EXPERIMENT);
        patch(8, 1 | 8 << 16);
        assertRefused("is encrypted");
    }

    @Test
    void theSameNameTwiceIsRefusedAlsoInCapitals() throws IOException {
        zip("experiment.json", EXPERIMENT, "Experiment.json", EXPERIMENT);
        assertRefused("\"Experiment.json\" twice");
    }

    @Test
    void whatUnpacksToMoreThanAnyPackHasIsRefused() throws IOException {
        String[] files = new String[60];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = i + ".json";
            files[i + 1] = " ".repeat(1_000_000);
        }
        zip(files);
        assertThat(pack)
                .isRegularFile()
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
        assertRefused("larger than 20 MB when unpacked");
    }

    /** A hundred megabytes of one file are never unpacked; its reader refuses the beginning of it. */
    @Test
    void ofOneLargeFileNoMoreIsReadThanItsReaderTakes() throws IOException {
        zip("experiment.json", " ".repeat(100_000_000));
        try (Pack opened = Pack.unpack(pack)) {
            assertThat(Files.size(opened.content())).isEqualTo(1_000_001);
        }
    }

    @Test
    void moreEntriesThanAnyPackHasAreRefused() throws IOException {
        String[] files = new String[2_002];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = i + ".txt";
            files[i + 1] = "";
        }
        zip(files);
        assertRefused("has 1001 entries");
    }

    @Test
    void whatIsNoPackIsToldSo() throws IOException {
        zip("readme.txt", "hello");
        assertRefused("neither an experiment nor a lesson");
        zip("a.json", EXPERIMENT, "b.json", EXPERIMENT);
        assertRefused("several experiments");
        zip("a/".repeat(200) + "b.json", EXPERIMENT);
        assertRefused("too long or too deep");
        Files.writeString(pack, EXPERIMENT);
        assertRefused("is not a whole and correct zip");
        Files.delete(pack);
        assertRefused("is not there");
    }

    @Test
    void damagedPacksGiveASentenceAndNothingElse() throws IOException {
        zip("experiment.json", EXPERIMENT, "deeper/", "", "notes.md", "words");
        byte[] whole = Files.readAllBytes(pack);
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            byte[] damaged = trial % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int i = 0; i < 3 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try (OutputStream out = Files.newOutputStream(pack)) {
                out.write(damaged);
            }
            try (Pack opened = Pack.unpack(pack)) {
                assertThat(opened.content()).exists();
            } catch (LessonException e) {
                assertThat(e.getMessage()).startsWith("my pack.normscope: ").endsWith(".");
            }
        }
    }

    @Test
    void anExperimentIsPackedWithItsTable() throws IOException {
        Path table = Files.writeString(folder.resolve("my data.txt"), "x;y\n" + "1,5;a\n2,5;b\n".repeat(30));
        TableGuess guess = TableGuess.of(TableFile.of(table));
        OwnTable own = OwnTable.load(table.toString(), guess.choice(TableReader.Missing.DROP), done -> {})
                .table();
        ExperimentConfig defaults = ExperimentConfig.defaults();
        Path file = folder.resolve("e.json");
        new ExperimentFile(defaults.withData(defaults.data().withOwn(own))).write(file);
        pack = folder.resolve("e.normscope");

        assertThat(Pack.pack(file, pack, Opening.NONE)).isEmpty();

        try (Pack opened = Pack.unpack(pack)) {
            OwnTable there = (OwnTable)
                    ExperimentFile.read(opened.content()).config().data().own();
            assertThat(there.name()).isEqualTo("my data.csv");
            assertThat(Path.of(there.file())).hasSameBinaryContentAs(table);
        }
    }

    @Test
    void moreThanOneTableIsRefused() throws IOException {
        zip("e.json", EXPERIMENT, "a.csv", "1", "b.csv", "2");

        assertThatThrownBy(() -> Pack.unpack(pack))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining("has several tables; a pack has one experiment with one table.");
    }

    private static final String OPENING =
            "{\"format\": \"normscope-opening\", \"version\": 1, \"page\": 0, \"hide\": [\"settings\", \"speed\"]}";

    @Test
    void howItIsOpenedStandsAtTheTop() throws IOException {
        zip("experiment.json", EXPERIMENT, "opening.json", OPENING);
        try (Pack opened = Pack.unpack(pack)) {
            assertThat(opened.opening().hide()).containsExactly(Hideable.SETTINGS, Hideable.SPEED);
            assertThat(opened.content()).hasFileName("experiment.json");
        }
        zip("experiment.json", EXPERIMENT);
        try (Pack opened = Pack.unpack(pack)) {
            assertThat(opened.opening()).isEqualTo(Opening.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"page\": 0|\"page\": -1|page",
                "\"page\": 0|\"page\": 9999|page",
                "\"speed\"|\"play\"|hide[1]",
                "\"speed\"|\"settings\"|hide",
                "\"version\": 1|\"version\": 2|version",
                "\"page\": 0|\"run\": \"me\"|run",
                "normscope-opening|normscope-lesson|format",
                "]}|]|opening.json"
            })
    void anOpeningThatSaysSomethingElseIsRefused(String right, String wrong, String named) throws IOException {
        zip("experiment.json", EXPERIMENT, "opening.json", OPENING.replace(right, wrong));
        assertRefused("opening.json: ", named);
    }

    /** Whatever stands in it, there is an opening or a sentence. */
    @Test
    void aDamagedOpeningGivesASentence() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = OPENING.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= trial % 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(32, 127);
            }
            zip("experiment.json", EXPERIMENT, "opening.json", new String(damaged, StandardCharsets.UTF_8));
            try (Pack opened = Pack.unpack(pack)) {
                assertThat(opened.opening().page()).isBetween(0, 1000);
            } catch (LessonException e) {
                assertThat(e.getMessage())
                        .startsWith("my pack.normscope: opening.json: ")
                        .endsWith(".");
            }
        }
    }
}
