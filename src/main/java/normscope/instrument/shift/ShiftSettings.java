package normscope.instrument.shift;

import normscope.experiment.InstrumentSettings;

/** The shift lab is opened on the running experiment, with nothing to set. */
public record ShiftSettings() implements InstrumentSettings {

    public static ShiftSettings defaults() {
        return new ShiftSettings();
    }
}
