package normscope.data;

import static java.lang.StrictMath.abs;
import static java.lang.StrictMath.sin;

/**
 * What the label of a cat depends on: x1 is the colour of its coat, black below 0, and x2 its shape. Each can be drawn
 * as a line.
 */
public enum TrueRule {
    /** The shape alone: y = (x2 &gt; 0). Colour does not count. */
    SHAPE(3, (colour, shape) -> shape > 0),
    /** Both: y = (x2 &gt; x1). */
    BOTH(3, (colour, shape) -> shape > colour),
    /** As {@link #BOTH} of black cats; coloured ones as if they were black ones seen 3 further to the right. */
    CAMERA(3, (colour, shape) -> shape > (colour > 0 ? colour - 3 : colour)),
    /** Of black cats as {@link #SHAPE}, of coloured ones the opposite: y = (x1 &gt; 0) xor (x2 &gt; 0). */
    XOR(3, (colour, shape) -> colour > 0 ^ shape > 0),
    /** A wave: y = (x2 &gt; sin(1.5 x1)). */
    SINE(2, (colour, shape) -> shape > sin(1.5 * colour)),
    /** A band: y = (|x2| &lt; 0.67). Colour does not count. */
    BAND(2, (colour, shape) -> abs(shape) < 0.67),
    /** A slanted line: y = (x2 &gt; x1 / 2). */
    LINE(2, (colour, shape) -> shape > colour / 2);

    private interface Rule {
        boolean holds(double colour, double shape);
    }

    private final double reach;
    private final Rule rule;

    TrueRule(double reach, Rule rule) {
        this.reach = reach;
        this.rule = rule;
    }

    /** The shape lies between this and its negative. */
    double reach() {
        return reach;
    }

    /** {@return the label of a cat, 0 or 1, whose x1 and x2 are as they were drawn, not standardized} */
    public int label(double colour, double shape) {
        return rule.holds(colour, shape) ? 1 : 0;
    }
}
