package normscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.OptimizerSpec;

/** Experiments for tests: any valid one, and one that is small enough to be trained in no time. */
public final class Configs {

    private Configs() {}

    /**
     * Three hidden layers of a few units on 120 moons.
     *
     * @return an experiment of which thousands of steps take a second
     */
    public static ExperimentConfig small() {
        ExperimentConfig config = ExperimentConfig.defaults();
        return config.withData(config.data().withPoints(120))
                .withNetwork(config.network().withHiddenUnits(List.of(6, 4, 5)))
                .withTraining(config.training().withBatchSize(16));
    }

    /** {@return the small experiment on as many drawn points of some classes, each class around a place of its own} */
    public static ExperimentConfig drawn(int classes, int points) {
        List<DrawnPoints.Point> drawn = IntStream.range(0, points)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i % classes) / classes + 0.01 * i;
                    double x = Math.rint(1000 * Math.cos(angle)) / 1000;
                    return new DrawnPoints.Point(x, Math.rint(1500 * Math.sin(angle)) / 1000, i % classes);
                })
                .toList();
        ExperimentConfig config = small();
        return config.withData(
                config.data().withOwn(new DrawnPoints(classes, drawn)).withNoise(0.1));
    }

    /**
     * Any experiment that the program accepts.
     *
     * @param random where the choices come from
     * @return a valid experiment, with values at the ends of their ranges now and then
     */
    public static ExperimentConfig random(RandomGenerator random) {
        NetworkConfig network = network(random);
        return new ExperimentConfig(
                name(random),
                random.nextLong(),
                data(random),
                network,
                arms(random, network.layers()),
                training(random));
    }

    private static String name(RandomGenerator random) {
        String letters = "aZ 09\"\\/{}[],:\u00e9\u4e2d\n\t\u0000\u2028";
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(100); i > 0; i--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return name.toString();
    }

    private static DataConfig data(RandomGenerator random) {
        DataKind kind = any(random, DataKind.BUILT_IN.toArray(DataKind[]::new));
        int most = kind == DataKind.DIGITS ? 1797 : 5000;
        return new DataConfig(
                kind,
                random.nextInt(20, most + 1),
                any(random, 0.0, 1.0, random.nextDouble(), Double.MIN_VALUE),
                any(random, 0.05, 0.9, random.nextDouble(0.05, 0.9)),
                random.nextBoolean());
    }

    private static NetworkConfig network(RandomGenerator random) {
        List<Integer> units = new ArrayList<>();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            units.add(random.nextInt(1, 129));
        }
        return new NetworkConfig(
                units,
                any(random, Activation.RELU, Activation.TANH, Activation.SIGMOID),
                any(random, new Init.He(), new Init.Xavier(), new Init.Normal(random.nextDouble(1e-3, 100))),
                any(random, 1.0, 1e-5, Double.MIN_VALUE, random.nextDouble(1e-9, 1)),
                any(random, 0.0, 0.9, Math.nextDown(1.0), random.nextDouble()),
                random.nextBoolean());
    }

    private static List<ArmConfig> arms(RandomGenerator random, int layers) {
        return Stream.generate(() -> ArmConfig.batchNorm(
                        Stream.generate(random::nextBoolean).limit(layers).toList()))
                .limit(2)
                .toList();
    }

    private static TrainingConfig training(RandomGenerator random) {
        double beta = any(random, 0.0, 0.9, Math.nextDown(1.0), random.nextDouble());
        double epsilon = any(random, 0.0, 1e-8, 1.0, random.nextDouble());
        double beta2 = any(random, 0.0, 0.99, Math.nextDown(1.0), random.nextDouble());
        OptimizerSpec optimizer = OptimizerSpec.EXPERIMENTS.get(random.nextInt(OptimizerSpec.EXPERIMENTS.size()));
        for (String name : optimizer.constants().keySet()) {
            optimizer = optimizer.with(
                    name,
                    switch (name) {
                        case "epsilon" -> epsilon;
                        case "beta2" -> beta2;
                        default -> beta;
                    });
        }
        return new TrainingConfig(
                optimizer,
                any(random, 1000.0, 0.1, Double.MIN_VALUE, random.nextDouble(1e-6, 1000)),
                random.nextInt(5001),
                any(random, 0.0, 10.0, random.nextDouble(10)),
                any(random, 0.0, 0.9, random.nextDouble(0.9)));
    }

    @SafeVarargs
    private static <T> T any(RandomGenerator random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
