package normscope.present;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.app.Themes;
import normscope.chart.FigureCanvas;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instruments;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.noise.NoiseLineFigure;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.TextSizes.Sized;
import normscope.shell.Appearance;
import normscope.shell.FileDialogs;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.window.FxThread;
import normscope.window.StageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the last row must be able to read, on screens of two sizes, in every panel. */
@Tag("window")
@ExtendWith(StageExtension.class)
class PresentScreenTest {

    private Stage stage;
    private LabViewModel lab;
    private LessonsViewModel lessons;
    private PresentViewModel vm;
    private PresentScreen screen;

    @BeforeEach
    void open(Stage first) {
        stage = first;
    }

    private void build(double width, double height, InstrumentSettings instrument) {
        Themes.loadFonts();
        lab = new LabViewModel(ExperimentConfig.defaults());
        lessons = new LessonsViewModel(List::of, () -> List.of(SampleScripts.script("one")), ProgressStore.NONE);
        vm = new PresentViewModel(lessons, lab, instrument, false);
        WindowActions actions = new WindowActions(lab, new NoDialogs()).elsewhere(Theme.PROJECTOR);
        screen = new PresentScreen(vm, new PresentScale(height), () -> actions, () -> {});
        stage.setScene(Presenter.dressed(screen.root(), width, height));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void shutDown() {
        screen.close();
        lab.close();
        lessons.close();
    }

    /** Pulses until the experiment rests at a step, and lays everything out. */
    private void settle(long step) {
        await(() -> {
            vm.pulse();
            screen.update(System.nanoTime());
            LabViewModel shown = vm.shownProperty().get();
            return shown.transport().stepProperty().get() == step
                    && !shown.transport().playingProperty().get()
                    && shown.evaluation().evaluationProperty().get() != null;
        });
        layOut();
    }

    private void layOut() {
        onFx(() -> {
            screen.update(System.nanoTime());
            screen.root().applyCss();
            screen.root().layout();
            return null;
        });
        FxThread.awaitFrame();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1024, 768"})
    @Tag("long")
    void noTextIsSmallerThanAFortyFifthOfTheHeightNorBeyondTheScreen(double width, double height) {
        onFx(() -> {
            build(width, height, null);
            lab.transport().step(120);
            return null;
        });
        settle(120);
        for (int panel = 1; panel <= 4; panel++) {
            int number = panel;
            onFx(() -> {
                vm.press(number);
                return null;
            });
            check(height, "zoomed panel " + panel);
            onFx(() -> {
                vm.press(0);
                return null;
            });
            check(height, "panel " + panel);
        }
        onFx(() -> {
            vm.notesProperty().set(true);
            vm.next();
            return null;
        });
        check(height, "the list of scripts");
        onFx(() -> {
            vm.press(1);
            vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return null;
        });
        settle(0);
        await(() -> {
            vm.pulse();
            return vm.waits();
        });
        onFx(() -> {
            vm.next();
            return null;
        });
        settle(40);
        check(height, "a cue");
        onFx(() -> {
            shutDown();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1024, 768"})
    @Tag("long")
    void noInstrumentHasSmallerText(double width, double height) {
        for (Instruments.Entry entry : Instruments.all()) {
            onFx(() -> {
                build(width, height, entry.kind().defaults());
                lab.transport().step(10);
                return null;
            });
            settle(10);
            onFx(() -> {
                vm.press(5);
                return null;
            });
            check(height, entry.kind().id());
            onFx(() -> {
                shutDown();
                return null;
            });
        }
    }

    @Test
    void theSmallPictureOfAnInstrumentFollowsIt() {
        onFx(() -> {
            build(1920, 1080, NoiseBenchSettings.defaults());
            return null;
        });
        settle(0);
        awaitUpdated(this::isMeasured);
        awaitUpdated(() -> smallPicture() != null && Arrays.equals(pixels(smallPicture()), pixels(small())));

        int[] measured = onFx(() -> {
            screen.root()
                    .lookupAll("#noise-replacement .toggle-button")
                    .forEach(button -> ((ToggleButton) button).fire());
            return pixels(smallPicture());
        });
        layOut();
        onFx(() -> {
            vm.press(1);
            return null;
        });

        assertThat(onFx(() -> pixels(smallPicture()))).as("as it was left").isNotEqualTo(measured);
        onFx(() -> {
            shutDown();
            return null;
        });
    }

    @Test
    void longNamesOfArmsLeaveEverythingOnTheScreen() {
        String name = "batch normalization of all layers, as it stands in the paper";
        onFx(() -> {
            build(1366, 768, null);
            ExperimentConfig config = ExperimentConfig.defaults();
            for (int arm = 0; arm < 2; arm++) {
                config = config.withArm(arm, config.arms().get(arm).withName(name));
            }
            lab.edit(config);
            return null;
        });
        settle(0);

        check(768, "long names");
        assertThat(onFx(() -> screen.root().minWidth(-1))).isLessThanOrEqualTo(1366);
        onFx(() -> {
            shutDown();
            return null;
        });
    }

    private void awaitUpdated(Callable<Boolean> condition) {
        await(() -> {
            vm.pulse();
            screen.update(System.nanoTime());
            return condition.call();
        });
    }

    private boolean isMeasured() {
        return screen.root().lookupAll(".present-instrument .figure").stream()
                .map(node -> ((FigureCanvas) node).figure())
                .anyMatch(figure -> figure instanceof NoiseLineFigure line
                        && !line.numbers().rows().isEmpty());
    }

    /** The picture beside the instrument. */
    private Image smallPicture() {
        return ((ImageView) screen.root().lookup("#present-thumbnail-5 ImageView")).getImage();
    }

    /** A picture of the instrument as it is now, of the size of the one beside it. */
    private Image small() {
        Region large = (Region) screen.root().lookup(".present-instrument");
        Region room =
                (Region) screen.root().lookup("#present-thumbnail-5 ImageView").getParent();
        double scale = Math.min(room.getWidth() / large.getWidth(), room.getHeight() / large.getHeight());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        return large.snapshot(parameters, null);
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private void check(double height, String what) {
        layOut();
        List<Sized> texts = onFx(() -> TextSizes.of(screen.root()));
        assertThat(texts).as(what).hasSizeGreaterThan(5);
        assertThat(texts.stream().filter(text -> text.size() < height / 45 - 1e-6))
                .as(what)
                .isEmpty();
        Stream<String> outside = onFx(() -> screen.root().lookupAll(".present-status .label").stream()
                .filter(node -> !isInside(node))
                .map(Node::toString)
                .toList()
                .stream());
        assertThat(outside).as(what).isEmpty();
    }

    private boolean isInside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Scene scene = screen.root().getScene();
        return bounds.getMinX() >= 0 && bounds.getMaxX() <= scene.getWidth() && bounds.getMaxY() <= scene.getHeight();
    }

    /** Nothing is asked for here. */
    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<java.nio.file.Path> askOpen(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> askSave(Window owner, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> askSheet(Window owner, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> askFolder(Window owner, String titleKey) {
            return Optional.empty();
        }

        @Override
        public boolean askReplace(Window owner, Appearance appearance, java.nio.file.Path file) {
            return false;
        }

        @Override
        public Optional<java.nio.file.Path> askLesson(Window owner) {
            return Optional.empty();
        }
    }
}
