package normscope.lesson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A formula. How it is said aloud is in the page's texts.
 *
 * @param tex in TeX, without dollar signs
 */
public record Formula(@JsonValue String tex) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Formula {}
}
