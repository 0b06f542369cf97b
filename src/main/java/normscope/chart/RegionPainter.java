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
        double least = 1.0 / grid.classes();
        double n = grid.n();
        for (int j = 0; j < height; j++) {
            double row = (1 - (j + 0.5) / height) * n - 0.5;
            for (int i = 0; i < width; i++) {
                double column = (i + 0.5) / width * n - 0.5;
                int best = 0;
                double most = grid.probability(column, row, 0);
                if (grid.classes() == 2) {
                    best = most < 0.5 ? 1 : 0;
                    most = Math.max(most, 1 - most);
                } else {
                    for (int k = 1; k < grid.classes(); k++) {
                        double p = grid.probability(column, row, k);
                        if (p > most) {
                            most = p;
                            best = k;
                        }
                    }
                }
                // A diverged arm has no answer anywhere: NaN becomes "undecided".
                double sure = most >= least ? Math.min(1, (most - least) / (1 - least)) : 0;
                pixels[j * width + i] = shades[best][(int) (sure * (SHADES - 1))];
            }
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
