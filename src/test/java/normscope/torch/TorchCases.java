package normscope.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import normscope.data.DataKind;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.DataConfig;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.LearnFrom;
import normscope.experiment.NetworkConfig;
import normscope.experiment.OwnTable;
import normscope.experiment.RuleChange;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.Loss;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;

/** Experiments of every kind to be exported: each tells one thing, the mixtures many. */
final class TorchCases {

    /** Rounding alone does less in all cases, but for {@link #ROUGH}. */
    static final double CALM = 1e-11;

    /** ReLUs that get just 0 at first, where rounding decides. */
    static final String ROUGH = "rounding decides";

    static final String DIVERGENCE = "divergence";

    private static final int MIXTURES = 10;

    private final Map<String, Supplier<Recording>> cases = new LinkedHashMap<>();
    private final int steps;

    private TorchCases(int steps) {
        this.steps = steps;
        addNormalizers();
        addOptimizers();
        addData();
        addSettings();
        addCommands();
        IntStream.range(0, MIXTURES).forEach(seed -> cases.put("mixture " + seed, () -> calm(seed)));
    }

    /** The first mixture of a series that does not jump about, by our own reckoning. */
    private Recording calm(long seed) {
        return LongStream.range(0, 100)
                .mapToObj(i -> Recorder.record(Mixture.of(100 * seed + i), steps))
                .filter(run -> run.rounding() < CALM)
                .findFirst()
                .orElseThrow();
    }

    /** {@return runs of so many steps by what they are of; each is made when it is asked for} */
    static Map<String, Supplier<Recording>> all(int steps) {
        return new TorchCases(steps).cases;
    }

    /** A kind as its name tells it, with constants that differ from the usual ones where there are several cases. */
    private static String name(Record kind) {
        return kind.toString().replaceAll("[^\\w.=, ]+", " ").strip();
    }

    private void add(String name, ExperimentConfig config, Event... events) {
        cases.put(name, () -> Recorder.record(new ExperimentFile(config, List.of(events)), steps));
    }

    private static ExperimentConfig pair(NormalizerSpec normalizer) {
        ExperimentConfig small = Configs.small();
        return small.withArm(1, ArmConfig.of(normalizer, small.network().layers()));
    }

    /** With an activation that has no kink, at a rate at which nothing jumps about. */
    private static ExperimentConfig calm(ExperimentConfig config) {
        return config.withNetwork(config.network().withActivation(Activation.TANH))
                .withTraining(config.training().withLearningRate(0.03));
    }

    private static ExperimentConfig unbiased(ExperimentConfig config) {
        NetworkConfig net = config.network();
        return config.withNetwork(
                new NetworkConfig(net.hiddenUnits(), net.activation(), net.init(), 1e-3, 0.8, true, net.biasSd()));
    }

    private void addNormalizers() {
        List<NormalizerSpec> all = List.of(
                new NormalizerSpec.None(),
                new NormalizerSpec.Batch(),
                new NormalizerSpec.Batch(5),
                new NormalizerSpec.Layer(),
                new NormalizerSpec.Layer(false),
                new NormalizerSpec.Rms(),
                new NormalizerSpec.Rms(false),
                new NormalizerSpec.BatchRenorm(),
                new NormalizerSpec.BatchRenorm(1.2, 0.3, 40),
                new NormalizerSpec.Weight());
        all.forEach(each -> add("normalizer " + name((Record) each), calm(pair(each))));
        add(ROUGH, pair(new NormalizerSpec.BatchRenorm()));
        for (NormalizerSpec each :
                List.of(new NormalizerSpec.Batch(), new NormalizerSpec.Batch(5), new NormalizerSpec.BatchRenorm())) {
            add("unbiased " + name((Record) each), unbiased(pair(each)));
            add("one example, " + name((Record) each), calm(single(pair(each))));
            add("one example, unbiased, " + name((Record) each), calm(unbiased(single(pair(each)))));
        }
        for (NormalizerSpec each : List.of(
                new NormalizerSpec.Group(2, true), new NormalizerSpec.Group(3, false), new NormalizerSpec.MeanOnly())) {
            cases.put(
                    "normalizer " + name((Record) each),
                    () -> BareRun.record(each, new OptimizerSpec.Sgd(), Loss.SOFTMAX, steps));
        }
    }

    /** Of 65 examples in mini-batches of 16, one is left over. */
    private static ExperimentConfig single(ExperimentConfig config) {
        return config.withData(config.data().withPoints(130));
    }

    private void addOptimizers() {
        for (OptimizerSpec each : OptimizerSpec.EXPERIMENTS) {
            boolean adaptive = each instanceof OptimizerSpec.Adam || each instanceof OptimizerSpec.RmsProp;
            ExperimentConfig config = Configs.small();
            add(
                    "optimizer " + name((Record) each),
                    config.withTraining(config.training().withOptimizer(each).withLearningRate(adaptive ? 0.01 : 0.1)));
        }
        OptimizerSpec torch = new OptimizerSpec.TorchMomentum(0.9);
        cases.put(
                "optimizer " + name((Record) torch),
                () -> BareRun.record(new NormalizerSpec.Batch(), torch, Loss.BCE, steps));
        for (Loss each : Loss.values()) {
            cases.put(
                    "loss " + each,
                    () -> BareRun.record(new NormalizerSpec.Batch(), new OptimizerSpec.Sgd(), each, steps));
        }
    }

    private void addData() {
        for (DataKind each : DataKind.BUILT_IN) {
            ExperimentConfig config = Configs.small();
            add("data " + each, config.withData(config.data().withKind(each).withPoints(200)));
        }
        add("data drawn", calm(Configs.drawn(3, 120)));
        for (String each : List.of("wine", "breast-cancer")) {
            ExperimentConfig config = Configs.small();
            add("data " + each, calm(config.withData(config.data().withOwn(table(each)))));
        }
    }

    private static OwnTable table(String example) {
        String source = OwnTable.EXAMPLE + example;
        try {
            TableGuess guess = TableGuess.of(OwnTable.source(source));
            TableReader.Choice choice =
                    new TableReader.Choice(guess.format(), guess.label(), guess.inputs(), TableReader.Missing.DROP);
            return OwnTable.load(source, choice, done -> {}).table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSettings() {
        ExperimentConfig config = Configs.small();
        NetworkConfig net = config.network();
        add("activation tanh", config.withNetwork(net.withActivation(Activation.TANH)));
        add("activation sigmoid", config.withNetwork(net.withActivation(Activation.SIGMOID)));
        add("init xavier", config.withNetwork(net.withInit(new Init.Xavier())));
        add("init normal", config.withNetwork(net.withInit(new Init.Normal(0.2))));
        add("whole set", config.withTraining(config.training().withBatchSize(0)));
        add("L2", config.withTraining(config.training().withL2(0.02)));
        add("normalized rate", config.withTraining(config.training().withNormalizedRate(0.5)));
        add("normalized L2", config.withTraining(config.training().withL2(0.01).withNormalizedL2(0.1)));
        add("dropout", config.withTraining(config.training().withDropout(0.3)));
        add("noise", config.withArmsAlike(arm -> arm.withNoise(1)));
        add("noise in one network", config.withArm(1, config.arms().get(1).withNoise(0.5)));
        add(
                "each its own",
                config.withTraining(config.training().withL2(0.01).withDropout(0.2))
                        .withArm(
                                0,
                                config.arms().get(0).withLearningRate(0.02).withOptimizer(new OptimizerSpec.Momentum()))
                        .withArm(1, config.arms().get(1).withDropout(0.5).withNoise(2)));
        add(
                "one network",
                new ExperimentConfig(
                        "\"alone\"\n",
                        1,
                        config.data(),
                        net,
                        List.of(ArmConfig.of(new NormalizerSpec.Batch(), net.layers())),
                        config.training()));
        add("no standardizing", config.withData(new DataConfig(DataKind.BLOBS, 120, 0.2, 0.3, false)));
        add(
                DIVERGENCE,
                diverging(config.withNetwork(net.withHiddenUnits(units(8, 10)).withInit(new Init.Normal(1)))));
    }

    /** The first network, after some steps; the second learns. */
    private static ExperimentConfig diverging(ExperimentConfig config) {
        return config.withArm(0, config.arms().get(0).withLearningRate(30.0))
                .withArm(1, config.arms().get(1).withLearningRate(0.01));
    }

    private void addCommands() {
        ExperimentConfig config = Configs.small();
        ExperimentConfig adam = config.withTraining(config.training()
                .withOptimizer(new OptimizerSpec.Adam())
                .withLearningRate(0.01)
                .withL2(0.01));
        ExperimentConfig weight = pair(new NormalizerSpec.Weight());
        ExperimentConfig cats =
                config.withData(config.data().withKind(DataKind.CATS).withPoints(300));
        NormalizerSpec batch = new NormalizerSpec.Batch();
        NormalizerSpec none = new NormalizerSpec.None();
        Event[] switching = {
            at(0, new Command.SetNormalizer(0, 2, batch)),
            at(15, new Command.SetNormalizer(1, 1, none)),
            at(20, new Command.SetNormalizer(0, 1, batch)),
            at(30, new Command.SetNormalizer(1, 1, batch)),
            at(45, new Command.SetNormalizer(0, 1, none)),
        };
        add("rate", config, at(10, new Command.SetLearningRate(0.3)), at(20, new Command.SetLearningRate(0.01)));
        add(
                "rate of groups",
                adam,
                at(10, new Command.SetLearningRate(0.02)),
                at(12, new Command.SetNormalizedRate(0.03)),
                at(20, new Command.SetLearningRate(0.001)));
        add(
                "rate of nobody",
                config.withArmsAlike(arm -> arm.withLearningRate(0.1)),
                at(3, new Command.SetLearningRate(1)));
        add("switch", config, switching);
        add("switch, adam", adam, switching);
        add(
                "switch, weight",
                weight,
                at(10, new Command.SetNormalizer(1, 0, none)),
                at(20, new Command.SetNormalizer(1, 0, new NormalizerSpec.Weight())));
        add(
                "switch, layer",
                calm(pair(new NormalizerSpec.Layer())),
                at(10, new Command.SetNormalizer(1, 0, none)),
                at(20, new Command.SetNormalizer(1, 0, new NormalizerSpec.Layer())));
        for (NormalizerSpec each : List.of(batch, new NormalizerSpec.Weight())) {
            add(
                    "kick, " + name((Record) each),
                    pair(each),
                    at(5, new Command.KickLayer(0, new Kick.ScaleWeights(1.5))),
                    at(10, new Command.KickLayer(1, new Kick.AddToZ(2))),
                    at(20, new Command.KickLayer(2, new Kick.Redraw())),
                    at(20, new Command.KickLayer(2, new Kick.ScaleWeights(0.5))),
                    at(30, new Command.KickLayer(1, new Kick.AddToZ(-0.5))));
        }
        add("kick and switch", config, at(5, new Command.KickLayer(1, new Kick.AddToZ(1))), switching[1], switching[3]);
        for (NormalizerSpec each :
                List.of(batch, new NormalizerSpec.Batch(5), new NormalizerSpec.BatchRenorm(2, 1, 9))) {
            add("re-estimate, " + name((Record) each), unbiased(pair(each)), at(20, new Command.Reestimate()));
            add(
                    "re-estimate with noise, " + name((Record) each),
                    pair(each)
                            .withArmsAlike(arm -> arm.withNoise(1))
                            .withTraining(config.training().withDropout(0.2)),
                    at(20, new Command.Reestimate()));
        }
        addShifts(config, cats);
    }

    private void addShifts(ExperimentConfig config, ExperimentConfig cats) {
        add("shift", config, at(10, new Command.ShiftInputs(new InputShift.Translate(1, -1), 0)));
        add("drift", config, at(10, new Command.ShiftInputs(new InputShift.Rotate(60), 30)));
        add("noise of the inputs", config, at(10, new Command.ShiftInputs(new InputShift.Noise(0.3), 0)));
        add("selection", config, at(10, new Command.Select(new Selection.Labels(List.of(1.0, 0.2)), 10)));
        add("rule", cats, at(10, new Command.ChangeRule(new RuleChange.Flip(new Trait.Input(0), 0, 0.5))));
        add(
                "replay",
                config,
                at(10, new Command.ShiftInputs(new InputShift.Translate(1, -1), 0)),
                at(20, new Command.SetLearnFrom(new LearnFrom(true, 0.5, false))));
        add(
                "importance",
                config,
                at(10, new Command.Select(new Selection.Labels(List.of(1.0, 0.2)), 0)),
                at(10, new Command.SetLearnFrom(new LearnFrom(false, 0, true))));
    }

    static Event at(long step, Command command) {
        return new Event(step, command);
    }

    /** Many times the same number. */
    static List<Integer> units(int layers, int units) {
        return Collections.nCopies(layers, units);
    }
}
