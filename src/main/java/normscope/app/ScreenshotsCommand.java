package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.geometry.Dimension2D;
import normscope.app.Screenshots.Act;
import normscope.app.Screenshots.Picture;
import normscope.cli.FolderCommand;
import normscope.cli.OutFolder;
import normscope.data.DataKind;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lab.PreparedShift;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.present.Modes;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscope screenshots DIR}. */
@Command(name = "screenshots", description = "Takes the pictures of the README, of the real window. Needs no display.")
final class ScreenshotsCommand extends FolderCommand {

    private static final Dimension2D NOTEBOOK = new Dimension2D(1366, 768);
    private static final Dimension2D DESK = new Dimension2D(1440, 900);
    private static final Dimension2D WHOLE = new Dimension2D(1920, 1080);

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder for the pictures; made if it is not there.")
    private Path folder;

    @Option(
            names = "--cards",
            description = "Draws the pictures on the lessons' cards instead, of their pages as a student sees them.")
    private boolean cards;

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected void run() throws IOException {
        try (OutFolder kept = new OutFolder(folder, cards ? "cards" : "screenshots")) {
            Screenshots.drawIntoMemory();
            List<Picture> pictures = cards ? cards() : pictures();
            Screenshots.take(pictures, kept.work());
            kept.finish(out(), true);
            say("%d pictures are in %s%n", pictures.size(), place());
        }
    }

    private static List<Picture> cards() throws LessonException {
        return Lessons.builtIn(Locale.ENGLISH).stream()
                .filter(lesson -> lesson.picture() != null)
                .map(lesson -> Picture.ofLesson(
                                lesson.id(),
                                NOTEBOOK,
                                lesson.id(),
                                lesson.indexOf(lesson.picture().page()))
                        .shotBy((scene, file) -> LessonShot.card(lesson, scene, file)))
                .toList();
    }

    private static List<Picture> pictures() {
        ExperimentConfig moons = ExperimentConfig.defaults();
        ExperimentConfig spiral = moons.withData(
                        moons.data().withKind(DataKind.SPIRAL).withNoise(0.03))
                .withTraining(moons.training().withLearningRate(10));
        ExperimentConfig digits = moons.withData(moons.data().withKind(DataKind.DIGITS))
                .withNetwork(moons.network()
                        .withHiddenUnits(List.of(100, 100, 100))
                        .withActivation(Activation.SIGMOID)
                        .withInit(new Init.Xavier()))
                .withTraining(moons.training().withBatchSize(60));
        Act to1200 = to(1200);
        return List.of(
                new Picture("lab-light", DESK, Theme.LIGHT, moons, to1200),
                new Picture("lab-dark", DESK, Theme.DARK, moons, to1200),
                new Picture("lab-projector", WHOLE, Theme.PROJECTOR, moons, to1200),
                new Picture("small-screen", NOTEBOOK, Theme.LIGHT, moons, to(400)),
                new Picture("large-screen", WHOLE, Theme.LIGHT, moons, to(400)),
                new Picture(
                        "review",
                        DESK,
                        Theme.LIGHT,
                        moons,
                        to(64),
                        new Act(vm -> vm.layers().pin(), 64),
                        to(800),
                        new Act(vm -> vm.edit(withRate(vm.configProperty().get(), 0.5)), 800),
                        to1200,
                        new Act(vm -> vm.transport().review(600), 1200)),
                new Picture(
                        "one-unit",
                        NOTEBOOK,
                        Theme.DARK,
                        moons,
                        to(600),
                        new Act(vm -> vm.layers().oneUnitProperty().set(true), 600)),
                new Picture(
                        "present", NOTEBOOK, null, moons, to(1000), new Act(ScreenshotsCommand::shift, 1000), to(1001)),
                new Picture("diverged", DESK, Theme.LIGHT, spiral, to(300)),
                new Picture("digits", DESK, Theme.LIGHT, digits, to(100)),
                new Picture(
                        "compare",
                        NOTEBOOK,
                        Theme.LIGHT,
                        moons,
                        to(400),
                        new Act(vm -> vm.edit(smallBatches(moons)), 0),
                        to(400),
                        new Act(vm -> vm.edit(smallBatches(layerNorm(moons))), 0),
                        to(400),
                        new Act(
                                vm -> {},
                                400,
                                modes -> modes.modeProperty().set(WindowMode.COMPARE),
                                new SomeFrames())),
                Picture.ofLesson("lessons", NOTEBOOK, null, 0),
                Picture.ofLesson("lesson-page", DESK, "shifting-inputs", 1));
    }

    /** Lets the small pictures of runs be drawn, which nobody waits for. */
    private static final class SomeFrames implements Predicate<Modes> {
        private int left = 120;

        @Override
        public boolean test(Modes modes) {
            return --left < 0;
        }
    }

    private static ExperimentConfig smallBatches(ExperimentConfig config) {
        return config.withTraining(config.training().withBatchSize(4));
    }

    /** Layer norm in the place of no normalization. */
    private static ExperimentConfig layerNorm(ExperimentConfig config) {
        return config.withArm(
                0, ArmConfig.of(new NormalizerSpec.Layer(), config.network().layers()));
    }

    private static void shift(LabViewModel vm) {
        PreparedShift shift = new PreparedShift(vm);
        shift.prepareMove(3, 0);
        shift.apply(false);
    }

    private static ExperimentConfig withRate(ExperimentConfig config, double rate) {
        return config.withTraining(config.training().withLearningRate(rate));
    }

    private static Act to(long step) {
        return new Act(
                vm -> vm.transport()
                        .step(step - vm.transport().lastStepProperty().get()),
                step);
    }
}
