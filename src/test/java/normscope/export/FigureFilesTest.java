package normscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import normscope.chart.ChartTheme;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Kick;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.panel.Panels;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Figures of a real run as files, without a window. */
@Timeout(60)
class FigureFilesTest {

    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    private LabViewModel vm;

    @BeforeEach
    void train() {
        vm = new LabViewModel(ExperimentConfig.defaults());
        vm.transport().step(30);
        awaitStep(30);
    }

    @AfterEach
    void close() {
        vm.close();
    }

    private void awaitStep(long step) {
        while (vm.transport().stepProperty().get() != step
                || vm.evaluation().evaluationProperty().get() == null
                || vm.evaluation().evaluationProperty().get().step() != step) {
            LockSupport.parkNanos(POLL_NANOS);
            vm.pulse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"histograms", "loss", "accuracy", "decisions", "bands", "window"})
    void aFigureIsSavedInAllFormsUnderANameThatTellsExperimentAndStep(String word) throws Exception {
        vm.curves().showAccuracyProperty().set(word.equals("accuracy"));
        FigureFiles files = new FigureFiles(folder);
        Notice notice = Panels.ALL.stream()
                .filter(panel -> panel.id(vm).equals(word))
                .findFirst()
                .map(panel -> files.save(vm, panel, ChartTheme.LIGHT))
                .orElseGet(() -> files.saveAll(vm, ChartTheme.LIGHT))
                .join();

        assertThat(notice.kind()).isEqualTo(Notice.Kind.INFO);
        String name = "moons-step-30-" + word;
        assertThat(notice.text()).contains(name, folder.toString());
        var picture = ImageIO.read(folder.resolve(name + ".png").toFile());
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(name + ".svg").toFile())
                .getDocumentElement();
        assertThat(picture.getWidth()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("width")));
        assertThat(picture.getHeight()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("height")));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("Moons, step 30");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(name + ".pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(0.375f * picture.getWidth());
            assertThat(new PDFTextStripper().getText(pdf)).contains("Moons, step 30");
        }
        int background = picture.getRGB(0, 0);
        long drawn = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                drawn += picture.getRGB(x, y) == background ? 0 : 1;
            }
        }
        assertThat(drawn).isGreaterThan(1000);
    }

    /** Whoever finds the picture can make the run again. */
    @Test
    void theCaptionTellsTheSettingsTheStepTheChangesAndTheMode() {
        vm.runner().apply(new Command.SetLearningRate(0.3));
        vm.runner().apply(new Command.KickLayer(0, new Kick.AddToZ(2)));
        vm.transport().step(10);
        awaitStep(40);
        assertThat(FigureCaption.of(vm, "EVAL mode"))
                .containsExactly(
                        "Moons, 500 points, noise 0.15, standardized",
                        "test set 50\u00a0%",
                        "hidden layers 32-32-32-32, ReLU",
                        "without: no batch norm",
                        "with: batch norm in layers 1, 2, 3, 4",
                        "SGD, rate 0.3, batch 64",
                        "seed 7",
                        "step 40",
                        "rate 0.3 at step 30",
                        "kick layer 1 z + 2 at step 30",
                        "EVAL mode");
        vm.transport().reviewBefore(1);
        vm.pulse();
        assertThat(FigureCaption.of(vm, null))
                .contains("step 30", "rate 0.3 at step 30")
                .doesNotContain("kick layer 1 z + 2 at step 30");
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(folder.resolve("moons-step-30-loss.svg"), "mine");
        FigureFiles files = new FigureFiles(folder);

        files.save(vm, Panels.CURVES, ChartTheme.LIGHT).join();
        files.save(vm, Panels.CURVES, ChartTheme.LIGHT).join();

        assertThat(folder.resolve("moons-step-30-loss.svg")).hasContent("mine");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "moons-step-30-loss.svg",
                            "moons-step-30-loss-2.png",
                            "moons-step-30-loss-2.pdf",
                            "moons-step-30-loss-2.svg",
                            "moons-step-30-loss-3.png",
                            "moons-step-30-loss-3.pdf",
                            "moons-step-30-loss-3.svg");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldInOneSentence() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file where the folder should be");

        Notice notice = new FigureFiles(taken).saveAll(vm, ChartTheme.DARK).join();

        assertThat(notice.kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notice.text()).contains(taken.toString());
        assertThat(taken).hasContent("a file where the folder should be");
    }

    @Test
    void theExperimentsOwnNameBecomesPartOfTheFilesName() {
        ExperimentConfig named = new ExperimentConfig(
                "Week 3: shift / ../x?",
                7,
                ExperimentConfig.defaults().data().withKind(DataKind.XOR),
                ExperimentConfig.defaults().network(),
                ExperimentConfig.defaults().arms(),
                ExperimentConfig.defaults().training());
        vm.edit(named);
        awaitStep(0);

        assertThat(FigureFiles.name(vm, "loss")).isEqualTo("week-3-shift-x-step-0-loss");
    }
}
