package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Figures as SVG files, parsed again. */
class SvgFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFigureIsWrittenWithItsWordsAndWithoutAnyFont() throws Exception {
        CurvesFigure curves = new CurvesFigure();
        curves.setTitle("Loss", null);
        curves.setSeries(SampleFigures.losses(new Random(1), 300, 4));
        Path file = folder.resolve("loss.svg");

        writeSvg(curves, 640, 400, ChartTheme.LIGHT, file);

        Element svg = parse(file).getDocumentElement();
        assertThat(svg.getLocalName()).isEqualTo("svg");
        assertThat(svg.getAttribute("width")).isEqualTo("640");
        assertThat(svg.getAttribute("height")).isEqualTo("400");
        assertThat(words(svg, "title")).isEqualTo(curves.summary());
        assertThat(words(svg, "desc")).contains("Loss", "without", "with", "train, EVAL", "step");
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(20);
    }

    @Test
    void pointsOfADecisionStayShapesAndItsColoursAreAPictureAtTwiceTheSize() throws Exception {
        BoundaryFigure boundary = new BoundaryFigure();
        boundary.setGrid(SampleFigures.grid(40, 2, 3));
        boundary.setPoints(SampleFigures.points(new Random(2), 200, 2));
        Path file = folder.resolve("boundary.svg");

        writeSvg(boundary, 300, 300, ChartTheme.LIGHT, file);

        Element svg = parse(file).getDocumentElement();
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThanOrEqualTo(200);
        Element image = (Element) svg.getElementsByTagName("image").item(0);
        assertThat(image.getAttribute("width")).isEqualTo("600");
        assertThat(image.getAttributeNS("http://www.w3.org/1999/xlink", "href")).startsWith("data:image/png;base64,");
    }

    @Test
    void aPageIsWrittenInBothFormsWithEverythingOnIt() throws Exception {
        HistogramFigure histogram = new HistogramFigure(Role.WITH);
        histogram.setAxis(-6, 6);
        histogram.setHistogram(SampleFigures.histogram(new Random(3), 1, 2));
        FigurePage page =
                new FigurePage(400, 260, ChartTheme.LIGHT).title("Step 12").card(histogram, 16, 60, 368, 180);

        page.writeSvg(folder.resolve("page.svg"));
        page.writePng(folder.resolve("page.png"), 2);

        Element svg = parse(folder.resolve("page.svg")).getDocumentElement();
        assertThat(words(svg, "title")).isEqualTo("Step 12");
        assertThat(words(svg, "desc")).contains("Step 12", "μ", "σ");
        BufferedImage png = ImageIO.read(folder.resolve("page.png").toFile());
        assertThat(png.getWidth()).isEqualTo(800);
        assertThat(png.getHeight()).isEqualTo(520);
        assertThat(Pictures.count(png, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH))))
                .isGreaterThan(100);
    }

    @Test
    void theFileNamesNoFontAndNoPlaceOutsideOfItself() throws Exception {
        BandsFigure bands = new BandsFigure();
        bands.setBands(SampleFigures.bands(new Random(4), 100, 5));
        Path file = folder.resolve("bands.svg");

        writeSvg(bands, 640, 400, ChartTheme.DARK, file);

        assertThat(Files.readString(file)).doesNotContain("NormScope Sans", "file:", "Batik", "DOCTYPE");
    }

    private static String words(Element svg, String name) {
        return svg.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Document parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static void writeSvg(Figure figure, int width, int height, ChartTheme theme, Path file) throws IOException {
        figure.setTheme(theme);
        SvgFile.write(file, width, height, figure.summary(), g -> {
            g.setColor(theme.card());
            g.fillRect(0, 0, width, height);
            figure.draw(g, width, height);
        });
    }
}
