package normscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

/** Several figures in one picture, on cards as in the window. */
public final class FigurePage {

    /** The room around a figure on its card, in logical pixels. */
    public static final double PADDING = 10;

    /** The endings of the files that {@link #writeAll} writes. */
    public static final List<String> ENDINGS = List.of(".png", ".svg", ".pdf");

    private static final double RADIUS = 8;
    private static final double TITLE = 20;

    private final int width;
    private int height;
    private final ChartTheme theme;
    private String title = "";
    private final List<Consumer<Graphics2D>> parts = new ArrayList<>();

    /** An empty page of this size, in logical pixels. */
    public FigurePage(int width, int height, ChartTheme theme) {
        this.width = width;
        this.height = height;
        this.theme = Objects.requireNonNull(theme);
    }

    /** Writes a heading into the top left corner, smaller where it would not fit. */
    public FigurePage title(String text) {
        title = text;
        double size = 18 * theme.type();
        double fit = Math.min(1, (width - 2 * TITLE) / Draw.width(ChartFonts.bold(size), text));
        parts.add(g -> Draw.text(g, title, ChartFonts.bold(fit * size), theme.text(), TITLE, 32, 0));
        return this;
    }

    /** Writes a line of text in the colour of an arm; with null, in that of text, muted if it is not bold. */
    public FigurePage text(String text, double x, double baseline, Role colour, boolean bold) {
        Color paint = colour != null ? theme.ink(colour) : bold ? theme.text() : theme.muted();
        Font font = bold ? theme.headFont() : theme.labelFont();
        parts.add(g -> Draw.text(g, text, font, paint, x, baseline, 0));
        return this;
    }

    /**
     * Writes a caption below everything else, with the margin x on both sides; the page grows by as many lines as its
     * parts need, which are kept whole where they fit.
     */
    public FigurePage caption(List<String> words, double x) {
        Font font = theme.tickFont();
        double line = 1.4 * font.getSize2D();
        for (String text : Draw.lines(words, " \u00b7 ", font, width - 2 * x)) {
            double baseline = height + font.getSize2D() - x / 2;
            parts.add(g -> Draw.text(g, text, font, theme.muted(), x, baseline, 0));
            height += (int) Math.ceil(line);
        }
        return this;
    }

    /** Puts a figure on a card in this rectangle; it is given the page's theme when the page is drawn. */
    public FigurePage card(Figure figure, double x, double y, double w, double h) {
        parts.add(g -> {
            RoundRectangle2D box = new RoundRectangle2D.Double(x + 0.5, y + 0.5, w - 1, h - 1, 2 * RADIUS, 2 * RADIUS);
            g.setColor(theme.card());
            g.fill(box);
            g.setColor(theme.cardBorder());
            g.setStroke(new BasicStroke(1));
            g.draw(box);
            Graphics2D inner = (Graphics2D) g.create();
            inner.translate(x + PADDING, y + PADDING);
            inner.clip(new Rectangle2D.Double(-PADDING, -PADDING, w, h));
            figure.setTheme(theme);
            figure.draw(inner, w - 2 * PADDING, h - 2 * PADDING);
            inner.dispose();
        });
        return this;
    }

    /** {@return how wide it is, in logical pixels} */
    public int width() {
        return width;
    }

    /** {@return the page as an opaque image, with so many pixels a logical pixel} */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(scale * width), (int) Math.round(scale * height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            draw(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    private void draw(Graphics2D g) {
        g.setColor(theme.ground());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        Draw.quality(g);
        parts.forEach(part -> part.accept(g));
    }

    /** {@return the same for JavaFX, such as for its clipboard} */
    public Image fxImage(double scale) {
        return SwingFXUtils.toFXImage(image(scale), null);
    }

    /** Writes the same into a PNG file, which is overwritten. */
    public void writePng(Path file, double scale) throws IOException {
        FigureImages.write(image(scale), file);
    }

    /** {@return the same as the content of a PNG file} */
    public byte[] png(double scale) {
        return drawn(scale).get();
    }

    /** {@return what gives that content, later and on any thread, of a page that is drawn at once} */
    public Supplier<byte[]> drawn(double scale) {
        BufferedImage image = image(scale);
        return () -> FigureImages.png(image);
    }

    /** Writes the page as lines and letters into an SVG file, which is overwritten. */
    public void writeSvg(Path file) throws IOException {
        SvgFile.write(file, width, height, title, this::draw);
    }

    /** Writes the page as lines and words into a PDF file, which is overwritten. */
    public void writePdf(Path file) throws IOException {
        PdfFile.write(file, width, height, title, this::draw);
    }

    /**
     * Writes the page in every form there is into an existing folder, under a name without {@link #ENDINGS}, and
     * returns the PNG file, which has so many pixels a logical pixel.
     *
     * @throws IOException when one can't be written; none of them is left then
     */
    public Path writeAll(Path folder, String name, double scale) throws IOException {
        try {
            writePng(folder.resolve(name + ".png"), scale);
            writeSvg(folder.resolve(name + ".svg"));
            writePdf(folder.resolve(name + ".pdf"));
            return folder.resolve(name + ".png");
        } catch (IOException e) {
            for (String ending : ENDINGS) {
                Files.deleteIfExists(folder.resolve(name + ending));
            }
            throw e;
        }
    }
}
