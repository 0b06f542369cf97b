package normscope.instrument.network;

import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;

/** Which network is drawn first. Layer and unit are those that all panels show. */
public record NetworkSettings(@Json.ArmWord int arm) implements InstrumentSettings {

    public static NetworkSettings defaults() {
        return new NetworkSettings(1);
    }
}
