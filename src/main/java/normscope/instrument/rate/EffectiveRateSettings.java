package normscope.instrument.rate;

import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.NetworkConfig;

/** Whose weights are shown first. A network that has fewer layers shows its last. */
public record EffectiveRateSettings(int layer) implements InstrumentSettings {

    public EffectiveRateSettings {
        Check.within("layer", layer, 0, NetworkConfig.MAX_LAYERS - 1);
    }

    /** The second layer: the first has another width before it. */
    public static EffectiveRateSettings defaults() {
        return new EffectiveRateSettings(1);
    }
}
