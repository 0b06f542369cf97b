package normscope.lab;

import normscope.experiment.ExperimentConfig;
import normscope.text.Texts;

/** What the window calls the arms of an experiment. */
public final class ArmNames {

    private ArmNames() {}

    /**
     * The name of an arm: its own, or what its normalizers make of it.
     *
     * @param arm which arm, from 0
     * @return such as "with batch norm"
     */
    public static String of(ExperimentConfig config, int arm) {
        return of(config, arm, Texts.text(arm == config.batchNormArm() ? "arm.with" : "arm.without"));
    }

    /** {@return an arm's own name; without one, these words} */
    public static String of(ExperimentConfig config, int arm, String words) {
        String own = config.arms().get(arm).name();
        return own.isEmpty() ? words : own;
    }
}
