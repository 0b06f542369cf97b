package normscope.lab;

import java.util.List;
import java.util.stream.Collectors;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.nn.NormalizerSpec;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What the window calls the arms of an experiment. */
public final class ArmNames {

    private ArmNames() {}

    /** {@return the name of an arm: its own, or what its normalizers make of it, such as "with batch norm"} */
    public static String of(ExperimentConfig config, int arm) {
        return of(config, arm, Texts.text(arm == config.batchNormArm() ? "arm.with" : "arm.without"));
    }

    /** {@return an arm's own name; without one, these words where they say what the arms differ in, else its kinds} */
    public static String of(ExperimentConfig config, int arm, String words) {
        String own = config.arms().get(arm).name();
        if (!own.isEmpty()) {
            return own;
        }
        if (differInBatchNorm(config)) {
            return noisy(config.arms().get(arm), words);
        }
        String kinds = kinds(config.arms().get(arm));
        boolean alone = config.arms().stream()
                        .filter(other -> kinds(other).equals(kinds))
                        .count()
                == 1;
        return alone ? kinds : Texts.text("arm.kinds.numbered", kinds, arm + 1);
    }

    /** {@return what the arm is called that batch norm is compared with, and what the one that it is studied on} */
    public static List<String> ofPair(ExperimentConfig config) {
        return List.of(of(config, config.plainArm()), of(config, config.batchNormArm()));
    }

    /** {@return whether the first arm has no normalizer, and no arm another than batch norm: without and with} */
    public static boolean differInBatchNorm(ExperimentConfig config) {
        return config.arms().get(0).normalizers().stream().allMatch(NormalizerSpec.None.class::isInstance)
                && config.arms().stream()
                        .flatMap(arm -> arm.normalizers().stream())
                        .allMatch(kind -> kind instanceof NormalizerSpec.None || kind instanceof NormalizerSpec.Batch);
    }

    /**
     * Why what is about batch norm has nothing to show in the network that batch norm is studied on.
     *
     * @param layer the hidden layer that is looked at, from 0; below 0 the first that has a normalizer
     * @return a sentence on the other normalizer that is there, or empty
     */
    public static String whyNoBatchNorm(ExperimentConfig config, int layer) {
        ArmConfig arm = config.arms().get(config.batchNormArm());
        NormalizerSpec there = layer < 0 || layer >= arm.normalizers().size()
                ? arm.firstNormalizer()
                : arm.normalizers().get(layer);
        boolean other = !(there instanceof NormalizerSpec.None || there instanceof NormalizerSpec.Batch);
        return other ? Texts.text("norm.why." + there.kind()) : "";
    }

    private static String kinds(ArmConfig arm) {
        List<NormalizerSpec> kinds = arm.normalizers().stream()
                .filter(kind -> !(kind instanceof NormalizerSpec.None))
                .toList();
        String names = (kinds.isEmpty() ? arm.normalizers() : kinds)
                .stream()
                        .map(kind -> Texts.text("normalizer." + kind.kind()))
                        .distinct()
                        .collect(Collectors.joining(" + "));
        return noisy(arm, names);
    }

    private static String noisy(ArmConfig arm, String name) {
        double noise = arm.noiseStrength();
        return noise == 0 || name.isEmpty() ? name : Texts.text("arm.noisy", name, Numbers.plain(noise));
    }
}
