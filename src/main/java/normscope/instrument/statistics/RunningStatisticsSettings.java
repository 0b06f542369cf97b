package normscope.instrument.statistics;

import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.NetworkConfig;

/** Whose statistics are shown first. A network that has fewer layers or units shows its last. */
public record RunningStatisticsSettings(int layer, int unit) implements InstrumentSettings {

    public RunningStatisticsSettings {
        Check.within("layer", layer, 0, NetworkConfig.MAX_LAYERS - 1);
        Check.within("unit", unit, 0, NetworkConfig.MAX_UNITS - 1);
    }

    public static RunningStatisticsSettings defaults() {
        return new RunningStatisticsSettings(0, 0);
    }
}
