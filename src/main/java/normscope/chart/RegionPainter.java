package normscope.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Colours every pixel by the probabilities there.
 *
 * <p>The probabilities are interpolated, not the colours, so the boundary stays thin however coarse the grid is.
 */
final class RegionPainter {

    private static final int SHADES = 256;

    private RegionPainter() {}

    static void paint(BufferedImage image, BoundaryFigure.Grid grid, ChartTheme theme) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[][] shades = shades(grid.classes(), theme);
        double[][] line = new double[grid.classes()][grid.n()];
        double[][] answer = new double[grid.classes()][width];
        for (int j = 0; j < height; j++) {
            for (int k = 0; k < grid.classes(); k++) {
                grid.blendRows((1 - (j + 0.5) / height) * grid.n() - 0.5, k, line[k]);
                stretch(line[k], answer[k]);
            }
            colour(answer, shades, pixels, j * width);
        }
    }

    /** Linear interpolation between the middles of cells, constant beyond the outer ones. */
    private static void stretch(double[] cells, double[] out) {
        int n = cells.length;
        for (int i = 0; i < out.length; i++) {
            double place = Math.max(0, Math.min(n - 1.0, (i + 0.5) / out.length * n - 0.5));
            int left = Math.min((int) place, Math.max(0, n - 2));
            int right = Math.min(left + 1, n - 1);
            out[i] = cells[left] + (place - left) * (cells[right] - cells[left]);
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
