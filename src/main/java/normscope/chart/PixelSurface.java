package normscope.chart;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** One array of pixels that is an AWT image to draw on and a JavaFX image to show, without copying between them. */
final class PixelSurface {

    private final int[] pixels;
    private final BufferedImage awt;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage fx;

    PixelSurface(int width, int height) {
        pixels = new int[width * height];
        int[] masks = {0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000};
        WritableRaster raster =
                Raster.createPackedRaster(new DataBufferInt(pixels, pixels.length), width, height, width, masks, null);
        DirectColorModel model = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                32,
                masks[0],
                masks[1],
                masks[2],
                masks[3],
                true,
                DataBuffer.TYPE_INT);
        awt = new BufferedImage(model, raster, true, null);
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        fx = new WritableImage(buffer);
    }

    int width() {
        return awt.getWidth();
    }

    int height() {
        return awt.getHeight();
    }

    /** Draws a figure over cleared pixels and tells JavaFX. On the FX thread. */
    void draw(Figure figure, double width, double height, double scale) {
        paint(scale, g -> figure.draw(g, width, height));
        buffer.updateBuffer(b -> null);
    }

    /** Draws over cleared pixels, of a surface that JavaFX has not been given yet. On any thread. */
    void paint(double scale, Consumer<Graphics2D> painter) {
        Arrays.fill(pixels, 0);
        Graphics2D g = awt.createGraphics();
        try {
            g.scale(scale, scale);
            painter.accept(g);
        } finally {
            g.dispose();
        }
    }

    Image image() {
        return fx;
    }
}
