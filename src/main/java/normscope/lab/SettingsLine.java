package normscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.DrawnPoints;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.OwnTable;
import normscope.experiment.TrainingConfig;
import normscope.nn.OptimizerSpec;
import normscope.runner.RunStatus;
import normscope.text.Texts;

/** What runs, in one line: data, networks, rate, batch and seed, and what was changed on the way. */
public final class SettingsLine {

    private static final String SEPARATOR = " · ";

    private SettingsLine() {}

    /** {@return the settings of what runs, such as "Cats · 2-16×3-1 ReLU · rate 0.1 · batch 32 · seed 385"} */
    public static String of(LabViewModel lab) {
        List<String> parts = parts(lab.configProperty().get());
        RunStatus status = lab.runner().status();
        for (Event event : status.history().events()) {
            if (!isRate(event.command())) {
                parts.add(Texts.text("settings.changed", EventFlags.label(event, status.config()), event.step()));
            }
        }
        return String.join(SEPARATOR, parts);
    }

    /** What the line's own rates say. */
    private static boolean isRate(Command command) {
        return command instanceof Command.SetLearningRate || command instanceof Command.SetNormalizedRate;
    }

    /** {@return the settings with which an experiment begins, in the same way} */
    public static String of(ExperimentConfig config) {
        return String.join(SEPARATOR, parts(config));
    }

    private static List<String> parts(ExperimentConfig config) {
        List<String> parts = new ArrayList<>(List.of(
                data(config),
                networks(config),
                rate(config),
                batch(config),
                Texts.text("settings.seed", String.valueOf(config.seed()))));
        parts.addAll(2, additions(config));
        return parts;
    }

    /** {@return what an experiment's data are called} */
    public static String data(ExperimentConfig config) {
        if (config.data().own() instanceof OwnTable table) {
            return table.name();
        }
        return Texts.text(
                config.data().own() instanceof DrawnPoints
                        ? "data.drawing"
                        : "data." + config.data().kind());
    }

    /** Layers of the same size are counted: 2-16×3-1. */
    private static String networks(ExperimentConfig config) {
        List<Integer> units = config.network().hiddenUnits();
        List<String> layers =
                new ArrayList<>(List.of(String.valueOf(config.data().inputs())));
        for (int from = 0; from < units.size(); ) {
            int to = from;
            while (to < units.size() && units.get(to).equals(units.get(from))) {
                to++;
            }
            layers.add(to - from == 1 ? String.valueOf(units.get(from)) : units.get(from) + "×" + (to - from));
            from = to;
        }
        int classes = config.data().classes();
        layers.add(String.valueOf(classes == 2 ? 1 : classes));
        return String.join("-", layers) + " " + activation(config);
    }

    private static String activation(ExperimentConfig config) {
        return Texts.text("activation." + config.network().activation());
    }

    private static String rate(ExperimentConfig config) {
        return Texts.text("settings.rate", config.training().learningRate());
    }

    private static String batch(ExperimentConfig config) {
        int size = config.training().batchSize();
        return size == 0 ? Texts.text("settings.batch.all") : Texts.text("settings.batch", size);
    }

    private static String batchNorm(ExperimentConfig config) {
        List<Boolean> on = arm(config).batchNorm();
        String layers = IntStream.range(0, on.size())
                .filter(on::get)
                .mapToObj(layer -> String.valueOf(layer + 1))
                .collect(Collectors.joining(", "));
        return Texts.text(layers.isEmpty() ? "settings.batch-norm.none" : "settings.batch-norm", layers);
    }

    private static ArmConfig arm(ExperimentConfig config) {
        return config.arms().get(config.batchNormArm());
    }

    /** What is worth a word only where it is not as usual. */
    private static List<String> additions(ExperimentConfig config) {
        List<String> parts = new ArrayList<>();
        if (arm(config).batchNorm().contains(false)) {
            parts.add(batchNorm(config));
        }
        TrainingConfig training = config.training();
        if (!training.optimizer().kind().equals(OptimizerSpec.EXPERIMENTS.get(0).kind())) {
            parts.add(Texts.text("optimizer." + training.optimizer().kind()));
        }
        if (training.l2() > 0) {
            parts.add(Texts.text("settings.l2", training.l2()));
        }
        if (training.normalizedRate() != null) {
            parts.add(Texts.text("settings.normalized-rate", training.normalizedRate()));
        }
        if (training.normalizedL2() != null) {
            parts.add(Texts.text("settings.normalized-l2", training.normalizedL2()));
        }
        if (training.dropout() > 0) {
            parts.add(Texts.text("settings.dropout", training.dropout()));
        }
        for (int i = 0; i < config.arms().size(); i++) {
            ArmConfig arm = config.arms().get(i);
            if (arm.noiseStrength() > 0) {
                parts.add(Texts.text(
                        "settings.layer-noise",
                        ArmNames.of(config.withArm(i, arm.withNoise(0)), i),
                        arm.noiseStrength()));
            }
        }
        return parts;
    }

    /**
     * {@return what an experiment has that another one has not, in a few words each, such as "batch 4"; empty if they
     * are alike in all that can be changed at a class's request}
     */
    public static List<String> differences(ExperimentConfig now, ExperimentConfig before) {
        List<Function<ExperimentConfig, String>> told = List.of(
                SettingsLine::data,
                config -> Texts.text("settings.noise", config.data().noise()),
                SettingsLine::activation,
                SettingsLine::batchNorm,
                SettingsLine::rate,
                SettingsLine::batch);
        return told.stream()
                .filter(part -> !part.apply(now).equals(part.apply(before)))
                .map(part -> part.apply(now))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** {@return a command in a word or two} */
    public static String change(Command command, ExperimentConfig config) {
        return EventFlags.label(new Event(0, command), config);
    }
}
