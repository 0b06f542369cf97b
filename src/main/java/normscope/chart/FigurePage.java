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

    /**
     * An empty page.
     *
     * @param width in logical pixels
     * @param height in logical pixels
     * @param theme for everything on it
     */
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

    /**
     * Writes a line of text.
     *
     * @param text one line
     * @param x where it begins
     * @param baseline where the letters stand
     * @param colour of an arm, or null for the text's own
     * @param bold or plain and muted
     * @return this page
     */
    public FigurePage text(String text, double x, double baseline, Role colour, boolean bold) {
        Color paint = colour != null ? theme.ink(colour) : bold ? theme.text() : theme.muted();
        Font font = bold ? theme.headFont() : theme.labelFont();
        parts.add(g -> Draw.text(g, text, font, paint, x, baseline, 0));
        return this;
    }

    /**
     * Writes a caption below everything else; the page grows by as many lines as its parts need.
     *
     * @param words parts that are kept whole where they fit
     * @param x the left edge, and the margin on the right
     * @return this page
     */
    public FigurePage caption(List<String> words, double x) {
        Font font = theme.tickFont();
        double line = 1.4 * font.getSize2D();
        for (String text : lines(words, font, width - 2 * x)) {
            double baseline = height + font.getSize2D() - x / 2;
            parts.add(g -> Draw.text(g, text, font, theme.muted(), x, baseline, 0));
            height += (int) Math.ceil(line);
        }
        return this;
    }

    private static List<String> lines(List<String> words, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + " \u00b7 " + word;
            if (line.isEmpty() || Draw.width(font, longer) <= room) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    /**
     * Puts a figure on a card.
     *
     * @param figure is given the page's theme when the page is drawn
     * @param x left edge of the card
     * @param y upper edge of the card
     * @param w width of the card
     * @param h height of the card
     * @return this page
     */
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

    /**
     * Draws the page.
     *
     * @param scale image pixels per logical pixel
     * @return an opaque image
     */
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

    /**
     * The page as a picture for JavaFX, such as for its clipboard.
     *
     * @param scale image pixels per logical pixel
     * @return an opaque image
     */
    public Image fxImage(double scale) {
        return SwingFXUtils.toFXImage(image(scale), null);
    }

    /**
     * Writes the page.
     *
     * @param file a PNG file, overwritten
     * @param scale image pixels per logical pixel
     * @throws IOException when it can't be written
     */
    public void writePng(Path file, double scale) throws IOException {
        FigureImages.write(image(scale), file);
    }

    /**
     * The page as a file's content.
     *
     * @param scale image pixels per logical pixel
     * @return PNG
     */
    public byte[] png(double scale) {
        return drawn(scale).get();
    }

    /**
     * The same, drawn at once and to be packed later on any thread.
     *
     * @param scale image pixels per logical pixel
     * @return gives PNG
     */
    public Supplier<byte[]> drawn(double scale) {
        BufferedImage image = image(scale);
        return () -> FigureImages.png(image);
    }

    /**
     * Writes the page as lines and letters.
     *
     * @param file an SVG file, overwritten
     * @throws IOException when it can't be written
     */
    public void writeSvg(Path file) throws IOException {
        SvgFile.write(file, width, height, title, this::draw);
    }

    /**
     * Writes the page as lines and words.
     *
     * @param file a PDF file, overwritten
     * @throws IOException when it can't be written
     */
    public void writePdf(Path file) throws IOException {
        PdfFile.write(file, width, height, title, this::draw);
    }

    /**
     * Writes the page in every form there is.
     *
     * @param folder an existing folder
     * @param name of the files, without {@link #ENDINGS}
     * @param scale image pixels per logical pixel of the PNG file
     * @return the PNG file
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
