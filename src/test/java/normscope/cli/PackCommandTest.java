package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import normscope.experiment.Configs;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Lessons;
import normscope.lesson.Opening;
import normscope.lesson.OwnLessons;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is packed is what is unpacked; and unpacking writes nothing but below its folder, whatever it is given. */
class PackCommandTest {

    @TempDir
    private Path folder;

    private final ExperimentFile experiment = new ExperimentFile(Configs.small());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;
    private Path packs;
    private Path to;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("mine.json");
        packs = folder.resolve("packs");
        to = folder.resolve("in/to");
        experiment.write(file);
        Files.createDirectory(folder.resolve("in"));
    }

    private int run(Object command, Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private int pack(Path source) {
        return run(new PackCommand(), source, "--out", packs);
    }

    private int unpack(Path pack) {
        return run(new UnpackCommand(), pack, "--out", to);
    }

    private static List<String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(each -> !Files.isDirectory(each))
                    .map(each -> in.relativize(each).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith(".normscope-"))
                    .sorted()
                    .toList();
        }
    }

    private Path zip(String... files) throws IOException {
        Path pack = folder.resolve("in/bad.normscope");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(pack))) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return pack;
    }

    @Test
    void anExperimentComesOutAsItWentInAndTheSameBytesAgain() throws IOException {
        assertThat(pack(file)).as(err.toString()).isZero();
        byte[] first = Files.readAllBytes(packs.resolve("mine.normscope"));
        assertThat(pack(file)).isZero();
        assertThat(packs.resolve("mine.normscope")).hasBinaryContent(first);
        assertThat(files(packs)).containsExactly("mine.normscope");

        assertThat(unpack(packs.resolve("mine.normscope"))).as(err.toString()).isZero();
        assertThat(files(to)).containsExactly("mine.json");
        assertThat(to.resolve("mine.json")).hasSameBinaryContentAs(file);
        assertThat(unpack(packs.resolve("mine.normscope"))).isZero();
        assertThat(files(to)).containsExactly("mine.json");
    }

    @Test
    void aLessonKeepsItsNameAndWhatNoPackHoldsIsTold() throws IOException {
        OwnLessons.copy("by-hand", folder.resolve("own"), "mine", "Mine");
        Path lesson = folder.resolve("own/mine");
        Files.writeString(lesson.resolve("picture.png"), "png");
        Files.writeString(lesson.resolve(".hidden.md"), "hidden");
        assertThat(pack(lesson)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Left out", "mine/picture.png").doesNotContain("hidden");

        assertThat(unpack(packs.resolve("mine.normscope"))).isZero();
        assertThat(Lessons.inFolder(to, Locale.ENGLISH))
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo("mine"));
        try (Pack opened = Pack.unpack(packs.resolve("mine.normscope"))) {
            assertThat(opened.lessons()).isPresent();
        }
    }

    @Test
    void aFolderOfLessonsIsPackedWhole() throws IOException {
        OwnLessons.copy("by-hand", folder.resolve("own"), "one", "One");
        OwnLessons.copy("by-hand", folder.resolve("own"), "two", "Two");
        assertThat(pack(folder.resolve("own"))).as(err.toString()).isZero();
        assertThat(unpack(packs.resolve("own.normscope"))).isZero();
        assertThat(files(to)).isEqualTo(files(folder.resolve("own")));
    }

    @Test
    void aPackCanSayItsPageAndWhatIsHidden() throws IOException {
        OwnLessons.copy("by-hand", folder.resolve("own"), "mine", "Mine");
        Path lesson = folder.resolve("own/mine");
        Object[] told = {lesson, "--out", packs, "--page", 3, "--hide", "settings,timeline", "--hide", "modes"};
        assertThat(run(new PackCommand(), told)).as(err.toString()).isZero();
        try (Pack opened = Pack.unpack(packs.resolve("mine.normscope"))) {
            assertThat(opened.opening())
                    .isEqualTo(new Opening(3, List.of(Hideable.SETTINGS, Hideable.TIMELINE, Hideable.MODES)));
            assertThat(opened.lessons()).isPresent();
        }

        assertThat(run(new PackCommand(), lesson, "--out", packs, "--page", 99)).isEqualTo(2);
        assertThat(err.toString())
                .contains("pages; it cannot be opened at page 99.")
                .hasLineCount(1);
        assertThat(run(new PackCommand(), lesson, "--out", packs, "--page", 0)).isEqualTo(2);
        assertThat(err.toString()).contains("--page must be from 1");
        assertThat(run(new PackCommand(), file, "--out", packs, "--page", 1)).isEqualTo(2);
        assertThat(err.toString()).contains("no lesson in the pack").hasLineCount(1);
        assertThat(run(new PackCommand(), file, "--out", packs, "--hide", "everything"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--hide knows settings, instruments, modes, present, timeline, speed");
        assertThat(files(packs)).containsExactly("mine.normscope");
    }

    @Test
    void whatCouldNotBeOpenedIsNotPacked() throws IOException {
        Files.writeString(file, "{\"format\": \"normscope-experiment\", \"version\": 2}");
        assertThat(pack(file)).isEqualTo(2);
        assertThat(err.toString()).contains("mine.json").doesNotContain("\tat ").hasLineCount(1);
        assertThat(pack(folder.resolve("in"))).isEqualTo(2);
        assertThat(err.toString()).contains("neither an experiment nor a lesson");
        assertThat(pack(folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(files(packs)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.json", "a/../../up.json", "/up.json", "C:/up.json", "a\\up.json", "NUL.json"})
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        assertThat(unpack(zip("experiment.json", experiment.toText(), name, "{}")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no name within the pack").hasLineCount(1);
        assertThat(files(folder)).containsExactly("in/bad.normscope", "mine.json");
    }

    /** A pack cannot pose as the command's own notes of what it wrote, nor hide files. */
    @Test
    void hiddenFilesStayInThePack() throws IOException {
        Path pack = zip("experiment.json", experiment.toText(), ".normscope-unpack/a.json", "{}", ".b.md", "");
        assertThat(unpack(pack)).as(err.toString()).isZero();
        assertThat(files(to)).containsExactly("experiment.json");
        assertThat(to.resolve(".normscope-unpack")).isRegularFile().hasContent("experiment.json");
    }

    @Test
    void aLinkInTheFolderDoesNotLeadOutOfIt() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(to);
        Files.createSymbolicLink(to.resolve("deep"), elsewhere);
        assertThat(unpack(zip("deep/er/experiment.json", experiment.toText()))).isEqualTo(1);
        assertThat(err.toString()).contains("by a link").hasLineCount(1);
        assertThat(files(elsewhere)).isEmpty();
        assertThat(elsewhere.resolve("er")).doesNotExist();
    }

    @Test
    void damagedPacksGiveOneSentenceAndNothingBesideTheFolder() throws IOException {
        Path pack = zip("deeper/experiment.json", experiment.toText(), "deeper/", "", "notes.md", "words");
        byte[] whole = Files.readAllBytes(pack);
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = trial % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int i = 0; i < 3 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(pack, damaged);
            int status = unpack(pack);
            assertThat(status).isBetween(0, 2);
            assertThat(err.toString()).hasLineCount(status == 0 ? 0 : 1);
            assertThat(Files.list(folder.resolve("in"))
                            .map(each -> each.getFileName().toString()))
                    .isSubsetOf("bad.normscope", "to");
            assertThat(Files.list(folder).map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("in", "mine.json");
        }
    }
}
