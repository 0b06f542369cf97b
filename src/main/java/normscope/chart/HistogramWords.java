package normscope.chart;

import normscope.stats.Histogram;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What a histogram says under the mouse and to screen readers. */
final class HistogramWords {

    private HistogramWords() {}

    /**
     * {@return the mean and deviation above the plot of a drawn histogram, a bin within it, an end beside it; null
     * where there is nothing}
     */
    static String describe(HistogramGeometry at, double x, double y) {
        Histogram bins = at.bins();
        if (bins == null || bins.total() == 0) {
            return null;
        }
        double span = at.axisMax() - at.axisMin();
        if (y < at.plot().y) {
            return Texts.text("stats.hover", Numbers.value(bins.mean(), span), Numbers.value(bins.sd(), span));
        }
        if (x < at.plot().x) {
            return bins.below() == 0 ? null : end("hist.below", bins.lo(), bins.below(), at);
        }
        if (x > at.plot().getMaxX()) {
            return bins.above() == 0 ? null : end("hist.above", bins.hi(), bins.above(), at);
        }
        int bin = at.bin(x);
        return bin < 0 ? null : bin(at, bin);
    }

    private static String bin(HistogramGeometry at, int bin) {
        int count = at.bins().counts()[bin];
        int total = at.bins().total();
        double share = count / (double) total;
        String from = edge(at.edge(bin), at);
        String to = edge(at.edge(bin + 1), at);
        String counted = Texts.text("hist.count", count, total, Numbers.percent(share));
        return at.density()
                ? Texts.text(
                        "hist.bin.density",
                        from,
                        to,
                        Numbers.significant(share / at.bins().binWidth()),
                        counted)
                : Texts.text("hist.bin", from, to, counted);
    }

    private static String end(String key, double edge, int count, HistogramGeometry at) {
        int total = at.bins().total();
        String share = Numbers.percent(count / (double) total);
        return Texts.text(key, edge(edge, at), Texts.text("hist.count", count, total, share));
    }

    /** Kills the 1e-17 that adding binary fractions leaves where 0 is meant. */
    private static String edge(double edge, HistogramGeometry at) {
        return Numbers.significant(Math.abs(edge) < 1e-9 * (at.axisMax() - at.axisMin()) ? 0 : edge);
    }

    /** One sentence about all values. */
    static String summary(Histogram bins, double axisMin, double axisMax) {
        if (bins == null || bins.total() == 0) {
            return Texts.text("hist.summary.none");
        }
        double total = bins.total();
        double span = axisMax - axisMin;
        return Texts.text(
                "hist.summary",
                bins.total(),
                Numbers.value(bins.mean(), span),
                Numbers.value(bins.sd(), span),
                Numbers.percent(bins.below() / total),
                Numbers.percent(bins.above() / total),
                Numbers.value(axisMin, span),
                Numbers.value(axisMax, span));
    }
}
