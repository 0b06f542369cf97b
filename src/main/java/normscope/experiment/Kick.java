package normscope.experiment;

/** A blow to one layer, given to both arms alike. */
public sealed interface Kick {

    /** The largest factor or constant. */
    double MAX = 1000;

    /**
     * Multiplies the layer's weights; bias, gamma and beta stay.
     *
     * @param factor more than 0 and at most 1000
     */
    record ScaleWeights(double factor) implements Kick {
        /** Checks the factor. */
        public ScaleWeights {
            Check.above("kick.factor", factor, 0, MAX);
        }
    }

    /**
     * Adds a constant to every z of the layer, from now on and on top of those added before. A bias would do, but a
     * normalized layer has none.
     *
     * @param constant -1000 … 1000
     */
    record AddToZ(double constant) implements Kick {
        /** Checks the constant. */
        public AddToZ {
            Check.within("kick.constant", constant, -MAX, MAX);
        }
    }

    /** Draws the layer's weights anew, by the rule of the initial ones; bias, gamma and beta stay. */
    record Redraw() implements Kick {}
}
