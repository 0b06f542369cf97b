package normscope.chart;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.io.File;
import java.text.AttributedCharacterIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.scilab.forge.jlatexmath.TeXIcon;
import org.w3c.dom.Element;

/**
 * A typeset formula for paper, in lines rather than pixels: as an svg element of a page of HTML, and on the same page
 * as PDF, where the element's formula is drawn anew. On any thread.
 */
public final class FormulaDrawing {

    private static final double MARGIN = 1;

    /** The attributes of the element that tell what is drawn. */
    private static final String TEX = "data-tex";

    private static final String SIZE = "data-size";

    private final TeXIcon icon;
    private final double width;
    private final double height;

    private FormulaDrawing(String tex, double size) {
        synchronized (FormulaImage.TYPESETTER) {
            icon = FormulaImage.icon(tex, size);
        }
        icon.setForeground(ChartTheme.LIGHT.text());
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        width = Math.ceil(icon.getTrueIconWidth() + 2 * MARGIN);
        height = Math.ceil(icon.getTrueIconHeight() + 2 * MARGIN);
    }

    private void draw(Graphics2D g) {
        if (g instanceof PdfBoxGraphics2D pdf) {
            pdf.setFontTextDrawer(new Outlines());
        }
        synchronized (FormulaImage.TYPESETTER) {
            icon.paintIcon(null, g, (int) MARGIN, (int) MARGIN);
        }
    }

    /**
     * {@return a formula of TeX's math language, without dollar signs, as an svg element with its words said aloud;
     * letters have this size in pixels of the page}
     *
     * @throws IllegalArgumentException when {@code tex} is not understood; the message says where
     */
    public static String svg(String tex, String spoken, double size) {
        FormulaDrawing drawing = new FormulaDrawing(tex, size);
        String svg = SvgFile.text((int) drawing.width, (int) drawing.height, spoken, drawing::draw);
        String told = String.format(
                Locale.ROOT, "<svg class=\"formula\" %s=\"%s\" %s=\"%s\" ", TEX, escaped(tex), SIZE, size);
        return svg.replaceFirst("<svg ", Matcher.quoteReplacement(told));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** {@return draws the formulas of a page of HTML on its PDF} */
    public static SVGDrawer forPdf() {
        return new Drawer();
    }

    /** The typesetter's letters as shapes: its fonts have signs where no other font has them. */
    private static final class Outlines extends PdfBoxGraphics2DFontTextDrawer {
        @Override
        public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
            return false;
        }
    }

    /** Draws what {@link #svg} has made, and nothing else. */
    private static final class Drawer implements SVGDrawer {

        @Override
        public SVGImage buildSVGImage(
                Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
            FormulaDrawing drawing =
                    new FormulaDrawing(svg.getAttribute(TEX), Double.parseDouble(svg.getAttribute(SIZE)));
            return new SVGImage() {
                @Override
                public int getIntrinsicWidth() {
                    return (int) Math.round(drawing.width * dotsPerPixel);
                }

                @Override
                public int getIntrinsicHeight() {
                    return (int) Math.round(drawing.height * dotsPerPixel);
                }

                @Override
                public void drawSVG(OutputDevice device, RenderingContext rendering, double x, double y) {
                    device.drawWithGraphics(
                            (float) x, (float) y, (float) drawing.width, (float) drawing.height, drawing::draw);
                }
            };
        }

        @Override
        public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
            // A formula brings its own letters.
        }

        @Override
        public void addFontFile(File file, String family, Integer weight, FontStyle style) {
            // As above.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
