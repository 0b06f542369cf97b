package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import normscope.chart.BoundaryFigure.Grid;
import normscope.chart.BoundaryFigure.Rule;

/**
 * Colours every pixel by the probabilities there.
 *
 * <p>The probabilities are interpolated, not the colours, so the boundary stays thin however coarse the grid is.
 */
final class RegionPainter {

    private static final int SHADES = 256;

    private RegionPainter() {}

    static void paint(BufferedImage image, Grid grid, ChartTheme theme) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[][] shades = shades(grid.classes(), theme);
        double[] places = places(width, grid.n());
        double[][] line = new double[grid.classes()][grid.n()];
        double[][] answer = new double[grid.classes()][width];
        for (int j = 0; j < height; j++) {
            for (int k = 0; k < grid.classes(); k++) {
                grid.blendRows((1 - (j + 0.5) / height) * grid.n() - 0.5, k, line[k]);
                stretch(line[k], places, answer[k]);
            }
            colour(answer, shades, pixels, j * width);
        }
    }

    /** Draws a line where the true class of two neighbouring pixels differs. */
    static void border(BufferedImage image, double scale, Grid grid, Rule rule, ChartTheme theme) {
        int width = image.getWidth();
        int height = image.getHeight();
        double r = Math.max(1, 1.1 * scale * theme.line());
        Graphics2D g = image.createGraphics();
        Draw.quality(g);
        int[] above = null;
        Path2D halo = new Path2D.Double();
        Path2D line = new Path2D.Double();
        for (int j = 0; j < height; j++) {
            int[] row = new int[width];
            double y = grid.y1() - (j + 0.5) / height * (grid.y1() - grid.y0());
            for (int i = 0; i < width; i++) {
                row[i] = rule.label(grid.x0() + (i + 0.5) / width * (grid.x1() - grid.x0()), y);
                if (i > 0 && row[i] != row[i - 1] || above != null && row[i] != above[i]) {
                    line.append(new Ellipse2D.Double(i - r, j - r, 2 * r, 2 * r), false);
                    halo.append(new Ellipse2D.Double(i - 2 * r, j - 2 * r, 4 * r, 4 * r), false);
                }
            }
            above = row;
        }
        line.setWindingRule(Path2D.WIND_NON_ZERO);
        halo.setWindingRule(Path2D.WIND_NON_ZERO);
        g.setColor(ChartTheme.fade(theme.card(), 0.7));
        g.fill(halo);
        g.setColor(theme.text());
        g.fill(line);
        g.dispose();
    }

    /** Where each pixel's middle lies, counted from the middle of the first cell; kept within the outer middles. */
    private static double[] places(int pixels, int cells) {
        double[] places = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            places[i] = Math.max(0, Math.min(cells - 1.0, (i + 0.5) / pixels * cells - 0.5));
        }
        return places;
    }

    private static void stretch(double[] cells, double[] places, double[] out) {
        int last = cells.length - 1;
        for (int i = 0; i < out.length; i++) {
            int left = (int) places[i];
            double here = cells[left];
            out[i] = here + (places[i] - left) * (cells[Math.min(left + 1, last)] - here);
        }
    }

    private static void colour(double[][] answer, int[][] shades, int[] pixels, int offset) {
        double least = 1.0 / answer.length;
        for (int i = 0; i < answer[0].length; i++) {
            int best = 0;
            double most = answer[0][i];
            for (int k = 1; k < answer.length; k++) {
                if (answer[k][i] > most) {
                    most = answer[k][i];
                    best = k;
                }
            }
            // A diverged arm has no answer anywhere: NaN becomes "undecided".
            double sure = most >= least ? Math.min(1, (most - least) / (1 - least)) : 0;
            pixels[offset + i] = shades[best][(int) (sure * (SHADES - 1))];
        }
    }

    private static int[][] shades(int classes, ChartTheme theme) {
        int[][] shades = new int[classes][SHADES];
        for (int k = 0; k < classes; k++) {
            for (int s = 0; s < SHADES; s++) {
                double strength = theme.regionStrength() * s / (SHADES - 1);
                Color colour = ChartTheme.mix(theme.between(), theme.classColour(k), strength);
                shades[k][s] = colour.getRGB();
            }
        }
        return shades;
    }
}
