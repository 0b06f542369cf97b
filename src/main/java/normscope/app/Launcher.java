package normscope.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import normscope.app.NormScopeApp.ToOpen;
import normscope.cli.BenchCommand;
import normscope.cli.CompareCommand;
import normscope.cli.DataCommand;
import normscope.cli.ExportCommand;
import normscope.cli.HeadlessRun;
import normscope.cli.LessonsCommand;
import normscope.cli.MeasureCommand;
import normscope.cli.OutFolder;
import normscope.cli.PackCommand;
import normscope.cli.ReplayCommand;
import normscope.cli.RunCommand;
import normscope.cli.ShiftTableCommand;
import normscope.cli.SweepCommand;
import normscope.cli.UnpackCommand;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.runner.Session;
import normscope.sheet.Guides;
import normscope.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The entry point of the program: the window when there are no arguments, else a command. */
public final class Launcher {

    private static final long HEADLESS_STEPS = 2000;

    /** Held here, or its level would be forgotten. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Launcher() {}

    /** Starts the program; without arguments, opens the window. */
    public static void main(String[] args) {
        // JavaFX warns that it runs from the class path, which is how this program is meant to run.
        JAVAFX_LOG.setLevel(Level.SEVERE);
        // Without a graphics card, pictures of the cards' backgrounds take far longer to stretch than to paint
        // (decision 0006).
        System.setProperty("prism.disableRegionCaching", "true");
        // AWT draws into memory only: it needs no display of its own, which a Java without a desktop could not give it.
        System.setProperty("java.awt.headless", "true");
        int status =
                args.length == 0 ? openWindow(ToOpen.NOTHING) : commandLine().execute(args);
        if (status != 0 || args.length > 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new RunCommand(new LabFigures()));
        line.addSubcommand(new SweepCommand(new SweepPictures()));
        line.addSubcommand(new CompareCommand(new SweepPictures()));
        line.addSubcommand(new MeasureCommand(new MeasurePictures()));
        line.addSubcommand(new ExportCommand());
        line.addSubcommand(new FilmCommand());
        line.addSubcommand(new DataCommand());
        line.addSubcommand(new PackCommand());
        line.addSubcommand(new UnpackCommand());
        line.addSubcommand(new ScreenshotsCommand());
        line.addSubcommand(new ReplayCommand());
        line.addSubcommand(new ShiftTableCommand());
        line.addSubcommand(new LessonsCommand((lesson, folder) -> Guides.write(lesson, folder, About.version())));
        line.addSubcommand(new BenchCommand(new UiBench()));
        line.registerConverter(int.class, text -> number(text, Integer::valueOf));
        line.registerConverter(long.class, text -> number(text, Long::valueOf));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            Logger.getLogger(Launcher.class.getName()).log(Level.FINE, "The command failed.", e);
            command.getErr().println("normscope " + command.getCommandName() + " failed: " + e.getMessage());
            return 1;
        });
        return line;
    }

    private static <T> T number(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is not a whole number, or too large.");
        }
    }

    /** {@code normscope} itself. */
    @Command(
            name = "normscope",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Shows what batch normalization does inside a neural network while it learns. "
                    + "Without a command it opens the window.")
    private static final class Root implements Callable<Integer> {
        @Option(
                names = "--lesson-dir",
                paramLabel = "DIR",
                description = "A folder with your own lessons, shown after those that come with the program.")
        private Path lessonFolder;

        @Option(
                names = "--lesson",
                paramLabel = "ID",
                description = "Opens a lesson, such as by-hand; with --page at one of its pages.")
        private String lesson;

        @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "The page, from 1.")
        private int page;

        @Option(
                names = "--selftest",
                description = "Checks whether the program works here, one line a check, and ends.")
        private boolean selfTest;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE-OR-FOLDER",
                description = "An experiment, a lesson or script, or a folder or pack of these, to open in the window.")
        private Path opened;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (selfTest) {
                return new SelfTest(spec.commandLine().getOut()).run();
            }
            if (opened != null && !Files.exists(opened)) {
                spec.commandLine()
                        .getErr()
                        .println("There is no file, no folder and no command \"" + opened
                                + "\"; normscope --help lists the commands.");
                return 2;
            }
            int page = 0;
            try {
                page = lesson == null ? 0 : pageOf(Lessons.builtIn(Texts.language())) - 1;
            } catch (LessonException e) {
                spec.commandLine().getErr().println(e.getMessage());
                return 2;
            }
            return openWindow(new ToOpen(lessonFolder, opened, lesson, page));
        }

        private int pageOf(List<Lesson> builtIn) throws LessonException {
            List<Lesson> all = new ArrayList<>(builtIn);
            if (lessonFolder != null) {
                all.addAll(Lessons.inFolder(lessonFolder, Texts.language(), new ArrayList<>()));
            }
            all.removeIf(each -> each.kind() != Lesson.Kind.LESSON);
            Lesson wanted = all.stream()
                    .filter(each -> each.id().equals(lesson))
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> new LessonException(String.format(
                            Locale.ROOT,
                            "There is no lesson \"%s\"; there are %s.",
                            lesson,
                            all.stream().map(Lesson::id).distinct().collect(Collectors.joining(", ")))));
            int pages = wanted.pages().size();
            if (page < 1 || page > pages) {
                throw new LessonException(
                        String.format(Locale.ROOT, "--page must be from 1 to %d in this lesson, not %d.", pages, page));
            }
            return page;
        }
    }

    /** The version that the build wrote into the jar. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"NormScope " + About.version()};
        }
    }

    private static int openWindow(ToOpen toOpen) {
        DisplayCheck.Result result = DisplayCheck.check();
        if (result instanceof DisplayCheck.Ok) {
            StartFailure.keepLog(UserFolder.standard().folder());
            try {
                NormScopeApp.open(toOpen);
                return 0;
            } catch (RuntimeException | UnsatisfiedLinkError e) {
                Optional<DisplayCheck.Result> explained = DisplayCheck.explain(e);
                if (explained.isEmpty()) {
                    StartFailure.tell(e);
                    return 1;
                }
                result = explained.get();
            }
        }
        if (result instanceof DisplayCheck.MissingLibrary missing) {
            StartFailure.tell(missing.sentence());
            return 1;
        }
        String sentence = ((DisplayCheck.NoDisplay) result).sentence();
        if (!toOpen.equals(ToOpen.NOTHING)) {
            // What was asked for can only be shown.
            StartFailure.tell(sentence);
            return 1;
        }
        System.out.println(sentence);
        return withoutWindow();
    }

    /** The window's main job on a machine without a display. */
    private static int withoutWindow() {
        HeadlessRun run =
                new HeadlessRun(new PrintWriter(System.out, true, Charset.defaultCharset()), new LabFigures());
        Path folder = Path.of(System.getProperty("normscope.figures", "normscope-figures"));
        try {
            Session trained = run.train(new ExperimentFile(ExperimentConfig.defaults()), HEADLESS_STEPS);
            try (OutFolder out = new OutFolder(folder, "figures")) {
                run.draw(trained, out);
            }
            return 0;
        } catch (IOException e) {
            System.err.println(OutFolder.complaint(folder, e));
            return 1;
        }
    }
}
