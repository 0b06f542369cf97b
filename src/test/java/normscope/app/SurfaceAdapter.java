package normscope.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import normscope.experiment.Arms;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.InstrumentKind;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonProgress;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.present.Modes;
import normscope.present.PresentViewModel;
import normscope.present.Presenter;
import normscope.window.KeyBindings;
import picocli.CommandLine;

/**
 * Where the surface tests touch the program. When classes move or change their names, only this class is adapted; the
 * kept files must stay as they are.
 */
public final class SurfaceAdapter {

    private static final CommandLine LINE = commandLine();

    private SurfaceAdapter() {}

    /** A refusal of a file, with the sentence for the user. */
    public static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    /**
     * Opens an experiment.
     *
     * @param json the text of an experiment file
     * @return the experiment
     * @throws Refused if the program refuses it
     */
    public static ExperimentConfig openExperiment(byte[] json, Path folder) throws IOException, Refused {
        try {
            return ExperimentFile.read(Files.write(folder.resolve("experiment.json"), json))
                    .withoutEvents();
        } catch (InvalidSettingException e) {
            throw new Refused(e.getMessage());
        }
    }

    /** {@return the text of an experiment file as the program saves it today} */
    public static String saveExperiment(ExperimentConfig config) {
        return new ExperimentFile(config).toText();
    }

    /** {@return every value of an experiment by the name of its field in a file of version 1} */
    public static Map<String, String> fields(ExperimentConfig config) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", config.name());
        fields.put("seed", config.seed());
        fields.put("data.kind", config.data().kind());
        fields.put("data.points", config.data().points());
        fields.put("data.noise", config.data().noise());
        fields.put("data.testShare", config.data().testShare());
        fields.put("data.standardize", config.data().standardize());
        fields.put("network.hiddenUnits", config.network().hiddenUnits());
        fields.put("network.activation", config.network().activation());
        Init init = config.network().init();
        fields.put("network.init.kind", init.kind());
        if (init instanceof Init.Normal normal) {
            fields.put("network.init.sd", normal.sd());
        }
        fields.put("network.normalizedWithout", config.arms().get(0).batchNorm());
        fields.put("network.normalizedWith", config.arms().get(1).batchNorm());
        fields.put("network.epsilon", config.network().epsilon());
        fields.put("network.runningDecay", config.network().runningDecay());
        fields.put("network.unbiasedRunningVar", config.network().unbiasedRunningVar());
        OptimizerSpec optimizer = config.training().optimizer();
        fields.put("training.optimizer.kind", optimizer.kind());
        fields.put("training.optimizer.beta1", optimizer.constants().getOrDefault("beta1", 0.0));
        fields.put("training.optimizer.beta2", optimizer.constants().getOrDefault("beta2", 0.0));
        fields.put("training.optimizer.epsilon", optimizer.constants().getOrDefault("epsilon", 0.0));
        fields.put("training.learningRate", config.training().learningRate());
        fields.put("training.batchSize", config.training().batchSize());
        fields.put("training.l2", config.training().l2());
        fields.put("training.dropout", config.training().dropout());
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                texts.put(name, value instanceof Enum<?> ? value.toString().toLowerCase(Locale.ROOT) : "" + value));
        return texts;
    }

    /** {@return what a record was called when the kept files were written} */
    public static String kind(Record record) {
        if (record instanceof OptimizerSpec) {
            return "OptimizerSpec";
        }
        return record instanceof Command.SetNormalizer
                ? "SetNormalized"
                : record.getClass().getSimpleName();
    }

    /**
     * The values of a record by the names of the time when the kept files were written.
     *
     * @param record of any kind
     * @param components its values by their names of today. Modified.
     * @return the values
     */
    public static Map<String, Object> asKept(Record record, Map<String, Object> components) {
        if (record instanceof ExperimentConfig config) {
            components.remove("arms");
            components.put("network.normalizedWithout", config.arms().get(0).batchNorm());
            components.put("network.normalizedWith", config.arms().get(1).batchNorm());
        }
        if (record instanceof Command.SetNormalizer set) {
            components.remove("normalizer");
            components.put("on", set.normalizer() instanceof NormalizerSpec.Batch);
        }
        if (record instanceof OptimizerSpec optimizer) {
            components.clear();
            components.put("kind", optimizer.kind());
            for (String constant : List.of("beta1", "beta2", "epsilon")) {
                components.put(constant, optimizer.constants().getOrDefault(constant, 0.0));
            }
        }
        components.computeIfPresent("arm", (name, arm) -> Arms.key((int) arm));
        return components;
    }

    /**
     * Opens a lesson or a script.
     *
     * @param folder a folder with lesson.json and en.md
     * @return the lesson
     * @throws Refused if the program refuses it; the folder is not named in the message
     */
    public static Lesson openLesson(Path folder) throws Refused {
        try {
            return Lessons.inFolder(folder, Locale.ENGLISH).get(0);
        } catch (LessonException e) {
            throw new Refused(e.getMessage().replace(folder + "/", ""));
        }
    }

    /** {@return the lessons and the scripts that come with the program} */
    public static List<List<Lesson>> builtInLessons() throws IOException {
        return List.of(Lessons.builtIn(Locale.ENGLISH), Lessons.scripts(Locale.ENGLISH));
    }

    /** {@return the program's command line with all its commands} */
    public static CommandLine commandLine() {
        return Launcher.commandLine();
    }

    /**
     * Runs {@code normscope replay}.
     *
     * @param json the text of a fixture
     * @param folder for the files
     * @throws Refused if the program refuses it
     */
    public static void replay(byte[] json, Path folder) throws IOException, Refused {
        Path in = Files.write(folder.resolve("in.json"), json);
        StringWriter error = new StringWriter();
        LINE.setErr(new PrintWriter(error, true));
        int status =
                LINE.execute("replay", in.toString(), folder.resolve("out.json").toString());
        if (status != 0) {
            throw new Refused(
                    "exit status " + status + ": " + error.toString().strip().replace(in + ": ", ""));
        }
    }

    /** {@return the experiment that was left in a user's folder, as a window would open it; null if there is none} */
    public static ExperimentConfig lastExperiment(Path folder) {
        return new UserFolder(folder).lastExperiment().orElse(null);
    }

    /** Leaves an experiment in a user's folder. */
    public static void leaveExperiment(ExperimentConfig config, Path folder) {
        new UserFolder(folder).keep(config);
    }

    /** {@return the mode and the progress of each lesson, as kept in a user's folder} */
    public static Map<String, String> progress(Path folder) {
        ProgressFile file = new ProgressFile(folder);
        Map<String, String> progress = new LinkedHashMap<>();
        progress.put("mode", file.mode().name());
        file.load().forEach((lesson, of) -> progress.put(lesson, text(of)));
        return progress;
    }

    private static String text(LessonProgress progress) {
        return String.format(
                Locale.ROOT,
                "page %s, furthest %s, %s",
                progress.page(),
                progress.furthest(),
                progress.finished() ? "finished" : "not finished");
    }

    /** {@return settings with which each instrument opens} */
    public static List<InstrumentSettings> instruments() {
        return Stream.of(InstrumentKind.values()).map(InstrumentKind::defaults).toList();
    }

    /** {@return the keys of the window} */
    public static List<String> windowKeys(Modes modes) throws ReflectiveOperationException {
        return keys(new KeyBindings(modes));
    }

    /** {@return the keys while presenting} */
    public static List<String> presentKeys(PresentViewModel vm, Presenter presenter)
            throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("normscope.present.PresentKeys")
                .getDeclaredConstructor(PresentViewModel.class, Presenter.class);
        constructor.setAccessible(true);
        return keys(constructor.newInstance(vm, presenter));
    }

    /** The key maps are tables that only their owners read. */
    private static List<String> keys(Object owner) throws ReflectiveOperationException {
        Map<?, ?> keys = (Map<?, ?>) field(field(owner, "keys"), "keys");
        return keys.keySet().stream()
                .map(key -> ((KeyCombination) key).getName())
                .toList();
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
