package normscope.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import normscope.cli.BenchCommand;
import normscope.cli.CompareCommand;
import normscope.cli.HeadlessRun;
import normscope.cli.LessonsCommand;
import normscope.cli.ReplayCommand;
import normscope.cli.RunCommand;
import normscope.cli.ShiftTableCommand;
import normscope.cli.SweepCommand;
import normscope.experiment.ExperimentConfig;
import normscope.sheet.Guides;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The entry point of the program: the window when there are no arguments, else a command. */
public final class Launcher {

    private static final long HEADLESS_STEPS = 2000;

    /** Held here, or its level would be forgotten. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Launcher() {}

    /**
     * Starts the program.
     *
     * @param args the command line; empty opens the window
     */
    public static void main(String[] args) {
        // JavaFX warns that it runs from the class path, which is how this program is meant to run.
        JAVAFX_LOG.setLevel(Level.SEVERE);
        // Without a graphics card, pictures of the cards' backgrounds take far longer to stretch than to paint
        // (decision 0006).
        System.setProperty("prism.disableRegionCaching", "true");
        int status = args.length == 0 ? openWindow(null, null) : commandLine().execute(args);
        if (status != 0 || args.length > 0) {
            System.exit(status);
        }
    }

    /** The commands of the program. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new RunCommand(new LabFigures()));
        line.addSubcommand(new SweepCommand(new SweepPictures()));
        line.addSubcommand(new CompareCommand(new SweepPictures()));
        line.addSubcommand(new ScreenshotsCommand());
        line.addSubcommand(new ReplayCommand());
        line.addSubcommand(new ShiftTableCommand());
        line.addSubcommand(new LessonsCommand((lesson, folder) -> Guides.write(lesson, folder, About.version())));
        line.addSubcommand(new BenchCommand(new UiBench()));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            Logger.getLogger(Launcher.class.getName()).log(Level.FINE, "The command failed.", e);
            command.getErr().println("normscope " + command.getCommandName() + " failed: " + e.getMessage());
            return 1;
        });
        return line;
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
            return openWindow(lessonFolder, opened);
        }
    }

    /** The version that the build wrote into the jar. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"NormScope " + About.version()};
        }
    }

    private static int openWindow(Path lessonFolder, Path opened) {
        DisplayCheck.Result result = DisplayCheck.check();
        if (result instanceof DisplayCheck.Ok) {
            try {
                NormScopeApp.open(lessonFolder, opened);
                return 0;
            } catch (RuntimeException | UnsatisfiedLinkError e) {
                Optional<DisplayCheck.Result> explained = DisplayCheck.explain(e);
                if (explained.isEmpty()) {
                    Logger.getLogger(Launcher.class.getName()).log(Level.FINE, "The window failed.", e);
                    System.err.println(startFailure(e));
                    return 1;
                }
                result = explained.get();
            }
        }
        if (result instanceof DisplayCheck.MissingLibrary missing) {
            System.err.println(missing.sentence());
            return 1;
        }
        System.out.println(((DisplayCheck.NoDisplay) result).sentence());
        return withoutWindow();
    }

    /** {@return one sentence with the innermost cause of a start that failed; JavaFX and threads wrap it} */
    static String startFailure(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage().strip());
        return "The window cannot be opened (" + reason.lines().findFirst().orElse("")
                + "); please report this, with your system and its version of Java.";
    }

    /** The window's main job on a machine without a display. */
    private static int withoutWindow() {
        HeadlessRun run =
                new HeadlessRun(new PrintWriter(System.out, true, Charset.defaultCharset()), new LabFigures());
        Path folder = Path.of(System.getProperty("normscope.figures", "normscope-figures"));
        try {
            run.draw(run.train(ExperimentConfig.defaults(), HEADLESS_STEPS), folder);
            return 0;
        } catch (IOException e) {
            System.err.println(
                    "The figures cannot be written to " + folder + "; start in a folder that may be written to.");
            return 1;
        }
    }
}
