package normscope.chart;

import java.awt.Color;

/**
 * The viridis colour map: even steps of lightness, safe for colour-blind eyes.
 *
 * <p>Source: matplotlib's viridis (Stéfan van der Walt, Nathaniel Smith; CC0), at every eighth of its range, linear in
 * between.
 */
final class Viridis {

    private static final int[] ANCHORS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Viridis() {}

    /** {@return the colour of a value from 0, dark violet, to 1, yellow} */
    static Color colour(double t) {
        double place = Math.max(0, Math.min(1, t)) * (ANCHORS.length - 1);
        int i = Math.min((int) place, ANCHORS.length - 2);
        return ChartTheme.mix(new Color(ANCHORS[i]), new Color(ANCHORS[i + 1]), place - i);
    }
}
