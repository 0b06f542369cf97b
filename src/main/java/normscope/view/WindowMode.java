package normscope.view;

/** What the window is used for. */
public enum WindowMode {
    /** Going through lessons, page by page. */
    LESSONS,
    /** Free experiments. */
    LAB
}
