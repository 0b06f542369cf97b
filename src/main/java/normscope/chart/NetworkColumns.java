package normscope.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import normscope.chart.NetworkDrawing.Layer;

/** Where the circles and boxes of a network stand, in logical pixels. */
final class NetworkColumns {

    /** The room for the label below the box, at the size 1 of type. */
    static final double READINGS = 26;

    private static final double HEAD = 30;
    private static final double CAPTIONS = 18;
    private static final double GAP = 24;
    private static final double LOW = 150;

    private final NetworkDrawing drawing;
    final double width;
    final double top;
    final double bottom;
    final double radius;
    private final double[] in;
    private final double[] out;
    private final boolean[] wide;
    private final double beside;
    /** Whether there is room for the label below the box. */
    final boolean readings;

    NetworkColumns(NetworkDrawing drawing, double type, double width, double height) {
        this.drawing = drawing;
        this.width = width;
        List<Layer> layers = drawing.layers();
        int count = layers.size();
        top = HEAD * type;
        boolean boxes = layers.stream().anyMatch(Layer::normalized);
        readings = boxes && height > LOW * type;
        bottom = Math.max(top + 20, height - ((readings ? READINGS : 0) + CAPTIONS) * type);
        int most = layers.stream().mapToInt(layer -> layer.shown().length).max().orElse(1);
        double usual = Math.min(8.5 * type, 0.36 * (bottom - top) / most);
        double side = usual + 10 * type;
        double inner = 0;
        for (int l = 0; l < count; l++) {
            inner += inner(l, type) + (isHidden(l) ? 4 * usual : 2 * usual);
        }
        // What is crowded becomes narrower as a whole, so that weights keep some room.
        double room = width - 2 * (side - usual) - (count - 1) * GAP * type;
        double squeeze = Math.min(1, room / inner);
        radius = usual * Math.max(0.5, squeeze);
        double gap = GAP * type + Math.max(0, room - squeeze * inner) / (count - 1);
        in = new double[count];
        out = new double[count];
        wide = new boolean[count];
        double x = side - usual + radius;
        for (int l = 0; l < count; l++) {
            in[l] = x;
            out[l] = isHidden(l) ? x + squeeze * (inner(l, type) + 2 * usual) : x;
            wide[l] = layers.get(l).normalized() && l == drawing.layer();
            x = out[l] + 2 * radius + gap;
        }
        beside = squeeze;
    }

    /** The room between z and a. */
    private double inner(int l, double type) {
        if (!isHidden(l)) {
            return 0;
        }
        boolean looked = l == drawing.layer();
        if (!drawing.layers().get(l).normalized()) {
            return (looked ? 46 : 18) * type;
        }
        return (looked ? 134 : 30) * type;
    }

    boolean isHidden(int l) {
        return l > 0 && l < drawing.layers().size() - 1;
    }

    /** Whether there is room for words in the box. */
    boolean isWide(int l) {
        return wide[l] && beside > 0.6;
    }

    /** x of the circles that weights lead to. */
    double in(int l) {
        return in[l];
    }

    /** x of the circles that weights come from. */
    double out(int l) {
        return out[l];
    }

    /** y of the unit that is drawn in some place. */
    double y(int l, int i) {
        int n = drawing.layers().get(l).shown().length;
        double pitch = (bottom - top) / Math.max(n, 2);
        return (top + bottom) / 2 + (i - (n - 1) / 2.0) * pitch;
    }

    /** The place of a unit among those that are drawn, or -1. */
    int index(int l, int unit) {
        return Math.max(-1, Arrays.binarySearch(drawing.layers().get(l).shown(), unit));
    }

    Rectangle2D box(int l) {
        double from = in[l] + radius;
        double room = out[l] - in[l] - 2 * radius;
        double share = wide[l] ? 0.26 : 0.22;
        return new Rectangle2D.Double(from + share * room, top, (1 - 2 * share) * room, bottom - top);
    }

    NetworkFigure.Hit hitAt(double x, double y, double near) {
        for (int l = 0; l < in.length; l++) {
            Layer layer = drawing.layers().get(l);
            for (int i = 0; i < layer.shown().length; i++) {
                double reach = radius + near;
                boolean level = Math.abs(y - y(l, i)) <= reach;
                if (level && (Math.abs(x - in[l]) <= reach || Math.abs(x - out[l]) <= reach)) {
                    return new NetworkFigure.Hit(l, layer.shown()[i]);
                }
            }
            if (x >= in[l] - radius - near && x <= out[l] + radius + near) {
                return new NetworkFigure.Hit(l, -1);
            }
        }
        return null;
    }
}
