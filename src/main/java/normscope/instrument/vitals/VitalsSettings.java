package normscope.instrument.vitals;

import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;

/**
 * Which of the vital signs is shown first.
 *
 * @param sign the sign
 */
public record VitalsSettings(Sign sign) implements InstrumentSettings {

    public VitalsSettings {
        Check.present("sign", sign);
    }

    /** How large updates are, beside the usual. */
    public static VitalsSettings defaults() {
        return new VitalsSettings(Sign.UPDATE);
    }
}
