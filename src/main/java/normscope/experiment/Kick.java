package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;

/** A blow to one layer, given to both arms alike. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Kick {

    double MAX = 1000;

    /** Multiplies the layer's weights by more than 0 and at most 1000; bias, gamma and beta stay. */
    @JsonTypeName("scale-weights")
    record ScaleWeights(@JsonValue double factor) implements Kick {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public ScaleWeights {
            Check.above("factor", factor, 0, MAX);
        }
    }

    /**
     * Adds a constant, -1000 … 1000, to every z of the layer, from now on and on top of those added before. A bias
     * would do, but a normalized layer has none.
     */
    @JsonTypeName("add-to-z")
    record AddToZ(@JsonValue double constant) implements Kick {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public AddToZ {
            Check.within("constant", constant, -MAX, MAX);
        }
    }

    /** Draws the layer's weights anew, by the rule of the initial ones; bias, gamma and beta stay. */
    @JsonTypeName("redraw")
    record Redraw() implements Kick, Json.Flag {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Redraw of(boolean on) {
            return new Redraw();
        }
    }
}
