package normscope.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes what is drawn as a PDF file of one page: curves as curves, and words as words, in the program's own typeface,
 * of which the letters used are put into the file.
 */
final class PdfFile {

    /** As in {@link SvgFile}: what is a raster in it has so many pixels a logical pixel. */
    private static final int SHARPNESS = 2;

    /** Points a logical pixel, of which 96 are an inch. */
    private static final float POINTS = 72f / 96;

    private PdfFile() {}

    /**
     * Writes a picture of this size in logical pixels, in which it is drawn, into a file, which is overwritten. The
     * title says in a sentence what it shows.
     */
    static void write(Path file, int width, int height, String title, Consumer<Graphics2D> painter) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            PDPage page = new PDPage(new PDRectangle(POINTS * width, POINTS * height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) SHARPNESS * width, (float) SHARPNESS * height);
            g.setFontTextDrawer(new Words(document));
            g.scale(SHARPNESS, SHARPNESS);
            painter.accept(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS / SHARPNESS, POINTS / SHARPNESS));
                content.drawForm(g.getXFormObject());
            }
            document.save(file.toFile());
        }
    }

    /** Writes what the program's typeface has as text, and anything else, such as formulas, as shapes. */
    private static final class Words extends PdfBoxGraphics2DFontTextDrawer {

        private final PDDocument document;
        private final Map<String, PDFont> fonts = new HashMap<>();

        Words(PDDocument document) {
            this.document = document;
        }

        @Override
        public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment)
                throws IOException, java.awt.FontFormatException {
            Font font = (Font) text.getAttribute(TextAttribute.FONT);
            boolean shown = (font == null ? environment.getFont() : font)
                            .canDisplayUpTo(text, text.getBeginIndex(), text.getEndIndex())
                    < 0;
            text.first();
            return shown && super.canDrawText(text, environment);
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) throws IOException {
            byte[] file = ChartFonts.file(font);
            if (file == null) {
                return null;
            }
            PDFont known = fonts.get(font.getFontName());
            if (known == null) {
                known = PDType0Font.load(document, new ByteArrayInputStream(file), true);
                fonts.put(font.getFontName(), known);
            }
            return known;
        }
    }
}
