package normscope.chart;

/**
 * The end of an arm: its loss is not a finite number from here on.
 *
 * @param role the arm
 * @param step where
 * @param layer the first layer with a number that isn't finite, counted from 1; 0 when unknown
 */
public record Divergence(Role role, long step, int layer) {}
