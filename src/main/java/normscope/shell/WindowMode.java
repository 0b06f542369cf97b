package normscope.shell;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the window is used for. */
public enum WindowMode {
    /** Going through lessons, page by page. */
    @JsonProperty("LESSONS")
    LESSONS,
    /** Free experiments. */
    @JsonProperty("LAB")
    LAB,
    /** Runs side by side. */
    @JsonProperty("COMPARE")
    COMPARE
}
