package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures as PDF files, read again. */
class PdfFileTest {

    @TempDir
    private Path folder;

    private final List<PDImageXObject> images = new ArrayList<>();
    private final List<PDFont> fonts = new ArrayList<>();

    private PDDocument written(Figure figure, int width, int height) throws IOException {
        Path file = folder.resolve("figure.pdf");
        new FigurePage(width, height, ChartTheme.LIGHT)
                .title("Moons, step 12")
                .card(figure, 16, 52, width - 32, height - 68)
                .writePdf(file);
        PDDocument document = Loader.loadPDF(file.toFile());
        images.clear();
        fonts.clear();
        note(document.getPage(0).getResources());
        return document;
    }

    private void note(PDResources resources) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image) {
                images.add(image);
            } else if (object instanceof PDFormXObject form && form.getResources() != null) {
                note(form.getResources());
            }
        }
    }

    @Test
    void curvesAreCurvesAndWordsAreWordsInTheProgramsOwnLetters() throws IOException {
        CurvesFigure curves = new CurvesFigure();
        curves.setTitle("Loss", null);
        curves.setSeries(SampleFigures.losses(new Random(1), 300, 4));
        try (PDDocument document = written(curves, 640, 400)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isEqualTo(480);
            assertThat(page.getMediaBox().getHeight()).isEqualTo(300);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Moons, step 12", "Loss", "without", "with", "train, EVAL", "step", "200");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Moons, step 12");
            assertThat(images).isEmpty();
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).containsIgnoringCase("NormScope");
            });
            assertThat(folder.resolve("figure.pdf").toFile().length()).isLessThan(200_000);
        }
    }

    /** The same picture as the PNG, but for the edges of letters and lines. */
    @Test
    void renderedAgainItLooksLikeThePng() throws IOException {
        HistogramFigure histogram = new HistogramFigure(Role.WITH);
        histogram.setAxis(-6, 6);
        histogram.setHistogram(SampleFigures.histogram(new Random(3), 1, 2));
        FigurePage page =
                new FigurePage(400, 260, ChartTheme.LIGHT).title("Step 12").card(histogram, 16, 60, 368, 180);
        Path file = folder.resolve("page.pdf");
        page.writePdf(file);
        BufferedImage wanted = page.image(1);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage seen = new PDFRenderer(document).renderImage(0, 96f / 72);
            assertThat(seen.getWidth()).isEqualTo(wanted.getWidth());
            assertThat(seen.getHeight()).isEqualTo(wanted.getHeight());
            long far = 0;
            for (int y = 0; y < seen.getHeight(); y++) {
                for (int x = 0; x < seen.getWidth(); x++) {
                    int a = seen.getRGB(x, y);
                    int b = wanted.getRGB(x, y);
                    int off = 0;
                    for (int shift = 0; shift < 24; shift += 8) {
                        off = Math.max(off, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
                    }
                    far += off > 96 ? 1 : 0;
                }
            }
            assertThat(far).isLessThan(seen.getWidth() * seen.getHeight() / 50);
        }
    }

    @Test
    void ofADecisionOnlyTheColoursAreAPictureAtTwiceTheSize() throws IOException {
        BoundaryFigure boundary = new BoundaryFigure();
        boundary.setGrid(SampleFigures.grid(40, 2, 3));
        boundary.setPoints(SampleFigures.points(new Random(2), 200, 2));
        try (PDDocument document = written(boundary, 352, 388)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(images).hasSize(1);
            assertThat(images.get(0).getWidth()).isEqualTo(600);
        }
    }
}
