package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;

/** A part of a figure kept as image at the sharpness of the target, until what it shows changes. */
public final class CachedLayer {

    /** Makes the image anew. */
    public interface Painter {
        /** Paints a cleared image of the target's device pixels, of which a logical pixel has so many. */
        void paint(BufferedImage image, double scale);
    }

    private BufferedImage image;
    private List<Object> key;

    /**
     * Draws the layer at (x, y), painting it first if the size, the target's scale or the key is new. The key is what
     * the picture depends on, compared by equals, so large data should be the same object.
     */
    public void draw(Graphics2D g, double x, double y, double width, double height, List<Object> key, Painter painter) {
        AffineTransform transform = g.getTransform();
        double scale = transform.getScaleX();
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        boolean fits = image != null && image.getWidth() == columns && image.getHeight() == rows;
        if (!fits || !key.equals(this.key)) {
            if (fits) {
                Arrays.fill(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0);
            } else {
                image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
            }
            painter.paint(image, scale);
            this.key = List.copyOf(key);
        }
        // Whole device pixels, one to one: anything else would blur what was just made sharp.
        int left = (int) Math.round(transform.getTranslateX() + x * scale);
        int top = (int) Math.round(transform.getTranslateY() + y * scale);
        g.setTransform(new AffineTransform());
        g.drawImage(image, left, top, null);
        g.setTransform(transform);
    }
}
