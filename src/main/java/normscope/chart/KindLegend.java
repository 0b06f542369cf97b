package normscope.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import normscope.chart.CurvesFigure.Kind;

/** The row that says which stroke is which: batch TRAIN, train EVAL, test EVAL. */
final class KindLegend {

    private static final double SAMPLE = 15;
    private static final double GAP = 10;

    private KindLegend() {}

    /**
     * Draws the kinds that occur, if they fit.
     *
     * @return the height of the row, 0 without curves
     */
    static double draw(Graphics2D g, ChartTheme theme, double top, double width, List<CurvesFigure.Series> series) {
        List<Kind> kinds = List.of(Kind.TRAIN_EVAL, Kind.TEST_EVAL, Kind.BATCH_TRAIN).stream()
                .filter(kind -> series.stream().anyMatch(s -> s.kind() == kind))
                .toList();
        if (kinds.isEmpty()) {
            return 0;
        }
        // Rather smaller letters than a legend that names no mode.
        double fit = Math.max(0.8, Math.min(1, width / width(theme, kinds, "kind.")));
        boolean roomy = fit * width(theme, kinds, "kind.") <= width * 1.001;
        double type = fit * theme.type();
        double baseline = top + 10 * type;
        double x = 0;
        Font font = ChartFonts.plain(10 * type);
        for (Kind kind : kinds) {
            String text = Texts.get((roomy ? "kind." : "kind.short.") + kind);
            g.setColor(kind == Kind.BATCH_TRAIN ? ChartTheme.fade(theme.muted(), 0.6) : theme.muted());
            g.setStroke(CurveStrokes.stroke(theme, kind));
            g.draw(new Line2D.Double(x + 1, baseline - 3.5 * type, x + SAMPLE * type, baseline - 3.5 * type));
            Draw.text(g, text, font, theme.muted(), x + (SAMPLE + 4) * type, baseline, 0);
            x += (SAMPLE + 4 + GAP) * type + Draw.width(font, text);
        }
        return 15 * theme.type();
    }

    private static double width(ChartTheme theme, List<Kind> kinds, String texts) {
        double type = theme.type();
        return kinds.stream()
                        .mapToDouble(kind ->
                                (SAMPLE + 4 + GAP) * type + Draw.width(theme.tickFont(), Texts.get(texts + kind)))
                        .sum()
                - GAP * type;
    }
}
