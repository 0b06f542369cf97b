package normscope.lesson;

/** What a page may hide, so that it leads nobody away. */
public enum Control {
    /** Play, step, reset and all beside them. */
    TRANSPORT,
    /** The line of all steps. */
    TIMELINE,
    /** The speed. */
    SPEED,
    /** What chooses unit and quantity of the histograms. */
    TOOLBAR
}
