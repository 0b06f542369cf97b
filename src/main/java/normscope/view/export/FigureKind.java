package normscope.view.export;

import java.util.Locale;

/** What can be saved as a figure. */
public enum FigureKind {
    /** Every layer's histograms. */
    HISTOGRAMS,
    /** The loss of both arms. */
    LOSS,
    /** The accuracy of both arms. */
    ACCURACY,
    /** What both arms decide, with the data. */
    DECISIONS,
    /** One layer's percentiles. */
    BANDS,
    /** All of these on one page, as in the window. */
    WINDOW;

    /** The part of a file's name that tells it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
