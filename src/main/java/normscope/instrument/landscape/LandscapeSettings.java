package normscope.instrument.landscape;

import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;

/**
 * Which plane, and which loss on it.
 *
 * @param directions what spans the plane
 * @param side grid points a side, odd, so that the present weights are one of them: 25 … 101
 * @param reach how far the plane goes to each side, in lengths of all present weights: 0.01 … 10
 * @param examples the loss of which examples, in TRAIN mode
 * @param seed of the random directions, and of the sample: 0 … 999999999
 */
public record LandscapeSettings(Directions directions, int side, double reach, Examples examples, long seed)
        implements InstrumentSettings {

    static final int SMALLEST = 25;
    static final int LARGEST = 101;

    public enum Directions {
        /** Against the gradient of the examples, and a random one. */
        GRADIENT,
        /** Two random ones. */
        RANDOM
    }

    public enum Examples {
        /** The mini-batch that the next step takes. */
        BATCH,
        /** Training examples that stay the same, as one batch. */
        SAMPLE
    }

    public LandscapeSettings {
        Check.present("directions", directions);
        Check.within("side", side, SMALLEST, LARGEST);
        Check.that((side & 1) == 1, "side", "must be odd, not " + side + ".");
        Check.within("reach", reach, 0.01, 10);
        Check.present("examples", examples);
        Check.whole("seed", seed, 0, 999_999_999);
    }

    /** Against the gradient of the mini-batch, half as far as the weights are from 0, in a grid that takes seconds. */
    public static LandscapeSettings defaults() {
        return new LandscapeSettings(Directions.GRADIENT, 41, 0.5, Examples.BATCH, 1);
    }
}
