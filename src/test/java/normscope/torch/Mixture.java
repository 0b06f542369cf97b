package normscope.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import normscope.data.DataKind;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.DataConfig;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.LearnFrom;
import normscope.experiment.NetworkConfig;
import normscope.experiment.Selection;
import normscope.experiment.TrainingConfig;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;

/** Any experiment at rates at which one usually learns, with changes on the way. */
final class Mixture {

    private static final List<NormalizerSpec> NORMALIZERS = List.of(
            new NormalizerSpec.None(),
            new NormalizerSpec.Batch(),
            new NormalizerSpec.Batch(6),
            new NormalizerSpec.Layer(),
            new NormalizerSpec.Rms(),
            new NormalizerSpec.BatchRenorm(2, 1, 20),
            new NormalizerSpec.Weight());

    private final RandomGenerator random;

    private Mixture(long seed) {
        random = new SplittableRandom(seed);
    }

    static ExperimentFile of(long seed) {
        Mixture mixture = new Mixture(seed);
        ExperimentConfig config = mixture.config();
        return new ExperimentFile(config, mixture.events(config));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private ExperimentConfig config() {
        DataKind kind = any(DataKind.BUILT_IN.toArray(DataKind[]::new));
        int layers = random.nextInt(1, 5);
        List<Integer> units = random.ints(layers, 4, 17).boxed().toList();
        OptimizerSpec optimizer = any(OptimizerSpec.EXPERIMENTS.toArray(OptimizerSpec[]::new));
        List<ArmConfig> arms = new ArrayList<>();
        for (int arm = random.nextInt(2, 4); arm > 0; arm--) {
            List<NormalizerSpec> normalizers = random.ints(layers, 0, NORMALIZERS.size())
                    .mapToObj(NORMALIZERS::get)
                    .toList();
            arms.add(new ArmConfig(
                    "",
                    normalizers,
                    any(null, null, rate(optimizer)),
                    null,
                    any(null, null, 0.25),
                    any(null, null, 0.5)));
        }
        return new ExperimentConfig(
                "",
                random.nextLong(),
                new DataConfig(kind, random.nextInt(100, 300), 0.2, 0.4, random.nextBoolean()),
                new NetworkConfig(
                        units,
                        any(Activation.RELU, Activation.TANH, Activation.SIGMOID),
                        any(new Init.He(), new Init.Xavier(), new Init.Normal(0.3)),
                        any(1e-5, 1e-3),
                        any(0.5, 0.9, 0.99),
                        random.nextBoolean()),
                arms,
                new TrainingConfig(
                        optimizer,
                        rate(optimizer),
                        any(0, 8, 20, 32),
                        any(0.0, 0.001, 0.02),
                        any(0.0, 0.0, 0.3),
                        any(null, null, rate(optimizer)),
                        any(null, null, 0.01)));
    }

    private double rate(OptimizerSpec optimizer) {
        boolean adaptive = optimizer instanceof OptimizerSpec.Adam || optimizer instanceof OptimizerSpec.RmsProp;
        return (adaptive ? 0.01 : 0.1) * random.nextDouble(0.2, 1);
    }

    private List<Event> events(ExperimentConfig config) {
        List<Command> commands = new ArrayList<>();
        int layer = random.nextInt(config.network().layers());
        NormalizerSpec own = config.arms().get(0).normalizers().get(layer);
        boolean normalized =
                config.arms().stream().anyMatch(arm -> arm.normalized().contains(true));
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < config.data().classes(); i++) {
            weights.add(random.nextDouble(0.2, 1));
        }
        commands.add(new Command.SetLearningRate(rate(config.training().optimizer())));
        commands.add(new Command.Reestimate());
        commands.add(
                new Command.KickLayer(layer, any(new Kick.ScaleWeights(1.5), new Kick.AddToZ(0.5), new Kick.Redraw())));
        commands.add(new Command.ShiftInputs(
                config.data().isPlanar()
                        ? any(new InputShift.Translate(0.5, 0.2), new InputShift.Rotate(20), new InputShift.Noise(0.1))
                        : new InputShift.Negative(),
                any(0, 25)));
        commands.add(new Command.Select(new Selection.Labels(weights), any(0, 25)));
        commands.add(new Command.SetLearnFrom(any(new LearnFrom(true, 0.5, false), new LearnFrom(false, 0, false))));
        if (normalized) {
            commands.add(new Command.SetNormalizedRate(rate(config.training().optimizer())));
        }
        if (!(own instanceof NormalizerSpec.None)) {
            commands.add(new Command.SetNormalizer(0, layer, new NormalizerSpec.None()));
        }
        return commands.stream()
                .filter(command -> random.nextInt(3) > 0)
                .map(command -> new Event(random.nextInt(0, 190), command))
                .sorted(Comparator.comparingLong(Event::step))
                .toList();
    }
}
