package normscope.instrument.formula;

import normscope.experiment.Check;
import normscope.experiment.DataConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.NetworkConfig;

/**
 * Whose numbers are put into the formulas first. Where there are fewer layers, units or examples it is the last.
 *
 * @param example the example of the mini-batch, from 0
 */
public record FormulaSettings(int layer, int unit, int example) implements InstrumentSettings {

    public FormulaSettings {
        Check.within("layer", layer, 0, NetworkConfig.MAX_LAYERS - 1);
        Check.within("unit", unit, 0, NetworkConfig.MAX_UNITS - 1);
        Check.within("example", example, 0, DataConfig.MAX_POINTS - 1);
    }

    public static FormulaSettings defaults() {
        return new FormulaSettings(0, 0, 0);
    }
}
