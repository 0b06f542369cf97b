package normscope.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes what is drawn as an SVG file.
 *
 * <p>Letters become outlines: the typeface is the program's own, and a file with text in it would look different on
 * every machine that has not got it. The words stand in the file's description, for readers and for searching.
 */
final class SvgFile {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Units of the file per logical pixel: what is a raster in it, as a decision's colours, has so many pixels. */
    private static final int SHARPNESS = 2;

    private static final List<String> FONT =
            List.of("font-family", "font-size", "font-style", "font-weight", "text-rendering");

    private SvgFile() {}

    /**
     * Writes a picture of this size in logical pixels, in which it is drawn, into a file, which is overwritten. The
     * title says in a sentence what it shows.
     */
    static void write(Path file, int width, int height, String title, Consumer<Graphics2D> painter) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            save(drawn(width, height, title, true, painter), new StreamResult(out), false);
        }
    }

    /** {@return such a picture as an svg element, to stand in a page of HTML} */
    static String text(int width, int height, String title, Consumer<Graphics2D> painter) {
        StringWriter text = new StringWriter();
        try {
            save(drawn(width, height, title, false, painter), new StreamResult(text), true);
        } catch (IOException e) {
            throw new IllegalStateException("what was just drawn cannot be written as text", e);
        }
        return text.toString();
    }

    private static Element drawn(int width, int height, String title, boolean described, Consumer<Graphics2D> painter) {
        Document document = newDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(2);
        context.setImageHandler(new PngInside());
        Outlined g = new Outlined(context);
        g.setSVGCanvasSize(new Dimension(width, height));
        g.scale(SHARPNESS, SHARPNESS);
        painter.accept(g);
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + SHARPNESS * width + " " + SHARPNESS * height);
        root.setAttribute("role", "img");
        if (described) {
            root.insertBefore(text(document, "desc", String.join("; ", g.words)), root.getFirstChild());
        }
        root.insertBefore(text(document, "title", title), root.getFirstChild());
        g.dispose();
        forgetFonts(root);
        return root;
    }

    /** Without a document type, which readers would look for on the network. */
    private static void save(Element root, StreamResult to, boolean inside) throws IOException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, inside ? "yes" : "no");
            transformer.transform(new DOMSource(root), to);
        } catch (TransformerException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Batik tells every shape the font that was set, though no letter is left. */
    private static void forgetFonts(Element element) {
        for (String name : FONT) {
            element.removeAttribute(name);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                forgetFonts(inner);
            }
        }
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the default XML parser is refused", e);
        }
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElementNS(NAMESPACE, name);
        element.setTextContent(text);
        return element;
    }

    /** Writes pictures into the file itself. */
    private static final class PngInside extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
        }
    }

    /** Draws letters as shapes, laid out so that marks stand on the letters they belong to, and notes the words. */
    private static final class Outlined extends SVGGraphics2D {

        private final Set<String> words;

        Outlined(SVGGeneratorContext context) {
            super(context, true);
            words = new LinkedHashSet<>();
        }

        private Outlined(Outlined other) {
            super(other);
            words = other.words;
        }

        @Override
        public Graphics2D create() {
            return new Outlined(this);
        }

        @Override
        public void drawString(String text, float x, float y) {
            Font font = getFont();
            if (text.isBlank()) {
                return;
            }
            words.add(text);
            fill(new TextLayout(text, font, getFontRenderContext())
                    .getOutline(AffineTransform.getTranslateInstance(x, y)));
        }

        @Override
        public void drawString(String text, int x, int y) {
            drawString(text, (float) x, (float) y);
        }
    }
}
