package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.IntPredicate;

/** Draws figures for tests and counts their pixels. */
public final class Pictures {

    /** Free pixels around a figure, to see whether it keeps within its bounds. */
    public static final int MARGIN = 20;

    private static final Color GROUND = new Color(0x123456);

    private Pictures() {}

    public static BufferedImage draw(Figure figure, int width, int height) {
        return FigureImages.image(figure, width, height, 1, ChartTheme.LIGHT);
    }

    /** The number of coloured pixels outside of the figure's bounds. */
    public static int outside(Figure figure, int width, int height, ChartTheme theme) {
        BufferedImage image = new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(GROUND);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.translate(MARGIN, MARGIN);
        figure.setTheme(theme);
        figure.draw(g, width, height);
        g.dispose();
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean inside = x >= MARGIN - 1 && y >= MARGIN - 1 && x <= MARGIN + width && y <= MARGIN + height;
                found += !inside && image.getRGB(x, y) != GROUND.getRGB() ? 1 : 0;
            }
        }
        return found;
    }

    public static int count(BufferedImage image, IntPredicate colour) {
        return count(image, 0, 0, image.getWidth(), image.getHeight(), colour);
    }

    public static int count(BufferedImage image, int x, int y, int width, int height, IntPredicate colour) {
        int found = 0;
        for (int j = Math.max(0, y); j < Math.min(y + height, image.getHeight()); j++) {
            for (int i = Math.max(0, x); i < Math.min(x + width, image.getWidth()); i++) {
                found += colour.test(image.getRGB(i, j)) ? 1 : 0;
            }
        }
        return found;
    }

    /** Pixels of about this colour. */
    public static IntPredicate like(Color wanted) {
        return rgb -> {
            Color c = new Color(rgb);
            return Math.abs(c.getRed() - wanted.getRed()) < 24
                    && Math.abs(c.getGreen() - wanted.getGreen()) < 24
                    && Math.abs(c.getBlue() - wanted.getBlue()) < 24;
        };
    }

    /** Any pixel that isn't the light theme's card. */
    public static IntPredicate drawn() {
        return rgb -> rgb != ChartTheme.LIGHT.card().getRGB();
    }
}
