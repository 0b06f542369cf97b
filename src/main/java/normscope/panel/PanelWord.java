package normscope.panel;

/** What a page may show. */
public enum PanelWord {
    /** The layers' histograms, in the centre. */
    HISTOGRAMS,
    /** The loss curves. */
    LOSS,
    /** The accuracy curves, in the place of the loss. */
    ACCURACY,
    /** What the networks answer in the plane, or the table of confusions. */
    BOUNDARIES,
    /** The percentiles of one layer over time. */
    BANDS,
    /** The page's instrument, in the centre. */
    INSTRUMENT
}
