package normscope.lesson;

/**
 * A formula. How it is said aloud is in the page's texts.
 *
 * @param tex in TeX, without dollar signs
 */
public record Formula(String tex) {}
