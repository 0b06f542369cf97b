package normscope.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Kick;
import normscope.experiment.ScoringSet;
import normscope.lab.ArmNames;
import normscope.nn.Layer;
import normscope.nn.Loss;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.text.Texts;

/** Makes a run and keeps what a script needs to make it again. */
final class Recorder {

    /** A script's numbers are not larger than this. */
    static final long MAX_BYTES = 256_000_000;

    private final ExperimentFile file;
    private final Experiment experiment;
    private final List<Network> networks;
    private final List<NetworkSpec> specs;
    private final List<Integer> normalizedLayers;
    private final List<Recording.Arm> arms = new ArrayList<>();
    private final List<Recording.Change> changes = new ArrayList<>();
    private final Map<String, Npy> arrays = new LinkedHashMap<>();
    private final DistinctExamples rows;
    private final int batch;
    private int given;

    /** Prepares a run; refused if its numbers would be too many. */
    private Recorder(ExperimentFile file, int steps) {
        this.file = file;
        ExperimentConfig config = file.config();
        experiment = new Experiment(config);
        experiment.keepToOneThread();
        List<Integer> all = IntStream.range(0, config.arms().size()).boxed().toList();
        networks = all.stream().map(experiment::network).toList();
        specs = networks.stream().map(Network::spec).toList();
        normalizedLayers = config.normalizedLayers();
        Split split = experiment.split();
        int wanted = config.training().batchSize();
        batch = wanted == 0
                ? split.train().size()
                : Math.min(wanted, split.train().size());
        checkSize(steps);
        rows = new DistinctExamples(split.train().x(), split.train().y());
        List<List<Integer>> drawnBiases = Tape.addWeights(arrays, networks);
        for (int arm : all) {
            arms.add(new Recording.Arm(
                    ArmNames.of(
                            config,
                            arm,
                            Texts.text(arm == config.batchNormArm() ? "python.arm.with" : "python.arm.without")),
                    specs.get(arm),
                    config.training(arm).optimizer(),
                    rates(arm),
                    config.training().l2(),
                    normalizedLayers.isEmpty() ? 0 : experiment.weightsL2(normalizedLayers.get(0)),
                    drawnBiases.get(arm)));
        }
    }

    private void checkSize(int steps) {
        Split split = experiment.split();
        long perExample = 2L * Double.BYTES
                + specs.stream().mapToLong(Draws::bytesPerExample).sum();
        long perStep = batch * perExample;
        long data = (long) split.train().size() * (split.train().inputs() + 1) * Double.BYTES;
        long most = Math.min(MAX_BYTES - data, Integer.MAX_VALUE) / perStep;
        if (steps > most) {
            throw new InvalidSettingException(
                    "",
                    most < 1
                            ? Texts.text("python.too-large")
                            : Texts.text("python.too-long", steps, Math.max(most, 1)));
        }
    }

    /**
     * Makes a run.
     *
     * @param steps updates; fewer if all networks diverge
     * @throws InvalidSettingException if its numbers would be too many, a command leaves nothing to train on, or no
     *     network gets past its first step
     */
    static Recording record(ExperimentFile file, int steps) {
        return new Recorder(file, steps).record(steps);
    }

    private Recording record(int steps) {
        Tape tape = new Tape(rows, networks.size(), steps, batch);
        List<Draws> draws = Draws.of(specs, steps, batch);
        RandomStreams streams = new RandomStreams(file.config().seed());
        while (tape.steps() < steps) {
            applyDue();
            experiment.advance();
            if (experiment.isOver()) {
                break;
            }
            Network living = networks.get(IntStream.range(0, networks.size())
                    .filter(arm -> experiment.divergence(arm) == null)
                    .findFirst()
                    .orElseThrow());
            for (Draws each : draws) {
                each.draw(streams, tape.steps(), living.layer(0).input().numRows);
            }
            tape.add(
                    living.layer(0).input(),
                    experiment.batchLabels(),
                    experiment.batchImportance(),
                    experiment.batchLosses());
        }
        if (tape.steps() == 0) {
            throw new InvalidSettingException("", Texts.text("python.diverges"));
        }
        Loss loss = specs.get(0).loss();
        Split end = experiment.world();
        arrays.put("train", rows.find(end.train()));
        arrays.put(
                "test_x",
                Npy.of(end.test().x().data, end.test().size(), end.test().inputs()));
        arrays.put("test_y", Tape.labels(end.test().y().data, end.test().size(), loss));
        arrays.put("eval", scores(end));
        double[] rounding = rounding(tape);
        arrays.put("rounding", Npy.of(rounding, rounding.length));
        draws.forEach(each -> each.addTo(arrays, tape.steps()));
        tape.addTo(arrays, loss);
        return new Recording(
                file.config().name(),
                List.copyOf(arms),
                List.copyOf(changes),
                normalizedLayers,
                tape.features(),
                arrays,
                DoubleStream.of(rounding).max().orElse(0),
                file.events().size() - given);
    }

    /**
     * How much rounding counts in this very run: the largest relative difference between its losses and those of the
     * same run from weights that are off by their last bit. Where networks jump about, it grows from step to step.
     */
    private double[] rounding(Tape tape) {
        Experiment other = new Experiment(file.config());
        other.keepToOneThread();
        for (int arm = 0; arm < other.arms(); arm++) {
            for (int layer = 0; layer < other.network(arm).layerCount(); layer++) {
                double[] w = other.network(arm).layer(layer).w().data;
                for (int i = 0; i < w.length; i++) {
                    w[i] = i % 2 == 0 ? Math.nextUp(w[i]) : Math.nextDown(w[i]);
                }
            }
        }
        double[] worst = new double[other.arms()];
        int applied = 0;
        for (int step = 0; step < tape.steps(); step++) {
            applied = other.applyDue(file.events(), applied);
            other.advance();
            for (int arm = 0; arm < worst.length; arm++) {
                double off = Math.abs(other.batchLoss(arm) / tape.loss(arm, step) - 1);
                worst[arm] = off > worst[arm] ? off : worst[arm];
            }
        }
        return worst;
    }

    /** Loss and accuracy in EVAL mode: networks x (training set, test set) x 2; NaN of one that has diverged. */
    private Npy scores(Split end) {
        List<ScoringSet> sets = List.of(new ScoringSet(end.train()), new ScoringSet(end.test()));
        double[] scores = new double[networks.size() * 4];
        for (int arm = 0; arm < networks.size(); arm++) {
            for (int set = 0; set < 2; set++) {
                boolean living = experiment.divergence(arm) == null;
                ScoringSet.Score score = living ? sets.get(set).score(networks.get(arm)) : null;
                scores[4 * arm + 2 * set] = living ? score.loss() : Double.NaN;
                scores[4 * arm + 2 * set + 1] = living ? score.accuracy() : Double.NaN;
            }
        }
        return Npy.of(scores, networks.size(), 2, 2);
    }

    private Recording.Rates rates(int arm) {
        int output = file.config().network().layers();
        double others = experiment.weightsRate(arm, output);
        return new Recording.Rates(
                others, normalizedLayers.isEmpty() ? others : experiment.weightsRate(arm, normalizedLayers.get(0)));
    }

    /** Gives the commands that are due one by one. */
    private void applyDue() {
        List<Event> events = file.events();
        while (given < events.size() && events.get(given).step() <= experiment.step()) {
            Event event = events.get(given);
            String array = null;
            if (event.command() instanceof Command.Reestimate) {
                array = "reestimate_" + given;
                arrays.put(array, rows.find(experiment.world().train()));
            }
            experiment.apply(event.command());
            given++;
            if (event.command() instanceof Command.KickLayer kick && kick.kick() instanceof Kick.Redraw) {
                array = "redrawn_" + given;
                Layer layer = networks.get(0).layer(kick.layer());
                arrays.put(array, Npy.of(layer.w().data.clone(), layer.inputs(), layer.units()));
            }
            changes.add(new Recording.Change(
                    event,
                    IntStream.range(0, networks.size()).mapToObj(this::rates).toList(),
                    array));
        }
    }
}
