package normscope.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import normscope.stats.Histogram;

/** Figures as pictures, without a display. */
public final class FigureImages {

    private static final int WARM_UP_SIZE = 200;

    private FigureImages() {}

    /**
     * {@return a figure, which is given the theme, on the background of its cards: an opaque image of round(scale
     * width) x round(scale height) pixels}
     */
    public static BufferedImage image(Figure figure, int width, int height, double scale, ChartTheme theme) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(scale * width), (int) Math.round(scale * height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(theme.card());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            figure.setTheme(theme);
            figure.draw(g, width, height);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** {@return such a picture for the window, made on any thread} */
    public static Image small(Figure figure, int width, int height, double scale, ChartTheme theme) {
        return SwingFXUtils.toFXImage(image(figure, width, height, scale, theme), null);
    }

    /** Writes such an image into a PNG file, which is overwritten. */
    public static void writePng(Figure figure, int width, int height, double scale, ChartTheme theme, Path file)
            throws IOException {
        write(image(figure, width, height, scale, theme), file);
    }

    /** Writes a picture of the window, as a scene's snapshot gives it, into a PNG file, which is overwritten. */
    public static void writePng(Image image, Path file) throws IOException {
        write(SwingFXUtils.fromFXImage(image, null), file);
    }

    /**
     * Draws one figure of each kind to nowhere. Loading what draws them takes a second at first; this may be done on
     * any thread before they are needed.
     */
    public static void warmUp() {
        warmUp(ChartTheme.LIGHT, WARM_UP_SIZE);
    }

    /** The same at another size of each figure: letters of a size that was never drawn take their time, too. */
    public static void warmUp(ChartTheme theme, int size) {
        Role role = Role.of(0);
        HistogramFigure histogram = new HistogramFigure(role);
        histogram.setAxis(-1, 1);
        histogram.setHistogram(Histogram.of(new double[] {-0.5, 0, 0.5, 2}, 4, -1, 1, 4));
        double[] x = {0, 1, 2};
        double[] y = {1, 0.5, 0.2};
        CurvesFigure curves = new CurvesFigure();
        curves.setSeries(List.of(new CurvesFigure.Series(role, CurvesFigure.Kind.BATCH_TRAIN, x, y, y, y)));
        BandsFigure bands = new BandsFigure();
        bands.setBands(List.of(new BandsFigure.Band(role, x, y, y, y)));
        BoundaryFigure boundary = new BoundaryFigure();
        boundary.setGrid(new BoundaryFigure.Grid(0, 1, 0, 1, 1, new float[] {0.5f, 0.5f}));
        boundary.setPoints(List.of(new BoundaryFigure.DataPoint(0.5, 0.5, 0, false)));
        for (Figure figure : List.of(histogram, curves, bands, boundary)) {
            image(figure, size, size, 1, theme);
        }
    }

    /** {@return what packs a picture of the window, as a node's snapshot gives it, as PNG, on any thread} */
    public static Supplier<byte[]> png(Image image) {
        BufferedImage drawn = SwingFXUtils.fromFXImage(image, null);
        return () -> png(drawn);
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    /** ImageIO reports a missing writer by its result and a missing folder not at all; hence the stream. */
    static void write(BufferedImage image, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer for " + file.getFileName());
            }
        }
    }
}
