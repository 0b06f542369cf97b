package normscope.instrument.depth;

import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.experiment.NetworkConfig;
import normscope.sweep.Setting;

/**
 * Which networks are looked at, and what of them is shown.
 *
 * @param show what is shown first; null for the start
 * @param layers how many hidden layers, those that are added as the last; null for those of the experiment
 * @param inputs what goes in; null for the data
 * @param linear true if no layer has an activation, which experiments cannot have; null if each has its own
 */
public record DepthSettings(
        @Json.MayBeAbsent Show show,
        @Json.MayBeAbsent Integer layers,
        @Json.MayBeAbsent Inputs inputs,
        @Json.MayBeAbsent Boolean linear)
        implements InstrumentSettings {

    public enum Show {
        /** Signals and gradients by layer at the start. */
        START,
        /** Test accuracy by rate. */
        RATES
    }

    public enum Inputs {
        /** The experiment's first mini-batch. */
        DATA,
        /** As many examples of N(0, 1), with labels drawn at random. */
        GAUSSIAN
    }

    /** Checks the depth; what is left out gets the usual value. */
    public DepthSettings {
        show = show == null ? Show.START : show;
        inputs = inputs == null ? Inputs.DATA : inputs;
        linear = Boolean.TRUE.equals(linear);
        if (layers != null) {
            Check.within("layers", layers, 1, NetworkConfig.MAX_LAYERS);
        }
    }

    public static DepthSettings defaults() {
        return new DepthSettings(Show.START, null, Inputs.DATA, false);
    }

    /** {@return the experiment whose networks are looked at} */
    ExperimentConfig experiment(ExperimentConfig config) {
        return layers == null ? config : Setting.DEPTH.apply(config, layers);
    }
}
