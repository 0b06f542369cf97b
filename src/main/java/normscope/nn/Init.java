package normscope.nn;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** How weights are drawn: W ~ N(0, sd<sup>2</sup>), b = 0, gamma = 1, beta = 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Init {

    /** All rules in the order of the menu, with their usual constants. */
    List<Init> ALL = List.of(new He(), new Xavier(), new Normal(0.5));

    /** The weights' standard deviation: sqrt(2 / inputs), sqrt(1 / inputs) or the given one. */
    double standardDeviation(int inputs);

    /** {@return its name in files} */
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** Variance 2 / inputs (He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i>, 2015). */
    @JsonTypeName("he")
    record He() implements Init {
        @Override
        public double standardDeviation(int inputs) {
            return Math.sqrt(2.0 / inputs);
        }
    }

    /** Variance 1 / inputs, the form of Xavier initialization (Glorot and Bengio, 2010) the course gives. */
    @JsonTypeName("xavier")
    record Xavier() implements Init {
        @Override
        public double standardDeviation(int inputs) {
            return Math.sqrt(1.0 / inputs);
        }
    }

    /** A standard deviation given outright, at least 0. */
    @JsonTypeName("normal")
    record Normal(double sd) implements Init {
        public Normal {
            if (!(sd >= 0) || Double.isInfinite(sd)) {
                throw new IllegalArgumentException("sd must be a finite number of at least 0, not " + sd + ".");
            }
        }

        @Override
        public double standardDeviation(int inputs) {
            return sd;
        }
    }
}
