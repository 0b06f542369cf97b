package normscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import normscope.chart.ChartTheme;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.panel.PanelWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Films of a real run, taken apart again. */
@Timeout(120)
class FilmMakerTest {

    private static final ExperimentFile RUN =
            new ExperimentFile(ExperimentConfig.defaults(), List.of(new Event(12, new Command.SetLearningRate(0.01))));

    @TempDir
    private Path folder;

    private static Film film(String word, boolean loop, boolean pictures) {
        return new Film(Film.word(word), false, 10, 25, 5, 20, 480, loop, pictures);
    }

    private FilmMaker.Made make(Film film, Path target) throws IOException {
        return new FilmMaker(RUN, film, ChartTheme.LIGHT, () -> false).make(vm -> {}, target, (done, all, bytes) -> {});
    }

    /** What a viewer shows: each frame over those before it. */
    private static List<BufferedImage> shown(ImageReader reader) throws IOException {
        List<BufferedImage> all = new ArrayList<>();
        for (int i = 0; i < reader.getNumImages(true); i++) {
            BufferedImage frame = reader.read(i);
            BufferedImage whole = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = whole.createGraphics();
            if (i > 0) {
                g.drawImage(all.get(i - 1), 0, 0, null);
            }
            g.drawImage(frame, 0, 0, null);
            g.dispose();
            all.add(whole);
        }
        return all;
    }

    private static String attribute(ImageReader reader, int frame, String node, String name) throws IOException {
        IIOMetadataNode root =
                (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return root.getElementsByTagName(node).getLength() == 0
                ? null
                : ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "histograms", "boundaries", "all"})
    void theFramesOfAGifAreThoseOfAFreshRendering(String word) throws IOException {
        Path gif = folder.resolve("film.gif");
        Path fresh = folder.resolve("fresh");

        FilmMaker.Made made = make(film(word, true, false), gif);
        make(film(word, true, true), fresh);

        assertThat(made.frames()).isEqualTo(4);
        assertThat(made.bytes()).isEqualTo(Files.size(gif));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(4);
            assertThat(attribute(reader, 0, "ApplicationExtension", "applicationID"))
                    .isEqualTo("NETSCAPE");
            for (int i = 0; i < 4; i++) {
                assertThat(attribute(reader, i, "GraphicControlExtension", "delayTime"))
                        .isEqualTo("5");
            }
            List<BufferedImage> frames = shown(reader);
            for (int i = 0; i < 4; i++) {
                BufferedImage drawn = ImageIO.read(
                        fresh.resolve("frame-0000" + (i + 1) + ".png").toFile());
                assertThat(frames.get(i).getWidth()).isEqualTo(480);
                assertThat(difference(frames.get(i), drawn)).isLessThan(2.5);
                assertThat(farthest(frames.get(i), drawn)).isLessThan(60);
            }
            assertThat(difference(frames.get(0), frames.get(3))).isPositive();
        }
    }

    /** The mean difference of a channel, of 255. */
    private static double difference(BufferedImage a, BufferedImage b) {
        double sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    private static int farthest(BufferedImage a, BufferedImage b) {
        int most = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    most = Math.max(
                            most, Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF)));
                }
            }
        }
        return most;
    }

    @Test
    void aFilmThatIsToEndDoesNotBeginAgain() throws IOException {
        Path gif = folder.resolve("film.gif");
        make(film("loss", false, false), gif);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertThat(attribute(reader, 0, "ApplicationExtension", "applicationID"))
                    .isNull();
        }
    }

    @Test
    void cancelledItLeavesNothing() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        for (boolean pictures : new boolean[] {false, true}) {
            cancelled.set(false);
            FilmMaker maker = new FilmMaker(RUN, film("loss", true, pictures), ChartTheme.DARK, cancelled::get);
            assertThatThrownBy(() -> maker.make(
                            vm -> {}, folder.resolve("film"), (done, all, bytes) -> cancelled.set(done == 2)))
                    .as("pictures " + pictures)
                    .isInstanceOf(CancellationException.class);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void theClassesScreenIsWideAndEveryPanelIsThere() throws IOException {
        for (String word : Film.words()) {
            PanelWord panel = Film.word(word);
            if (panel == null || panel == PanelWord.INSTRUMENT) {
                continue;
            }
            Film screen = new Film(panel, true, 0, 0, 1, 10, 640, true, true);
            make(screen, folder.resolve(word));
            BufferedImage frame =
                    ImageIO.read(folder.resolve(word).resolve("frame-00001.png").toFile());
            assertThat(frame.getHeight()).isEqualTo(360);
        }
    }
}
