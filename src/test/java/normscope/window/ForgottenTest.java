package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;

import java.lang.ref.WeakReference;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;
import normscope.instrument.Instruments;
import normscope.lab.LabViewModel;
import normscope.lesson.Lesson;
import normscope.present.PresentViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** What is closed is let go of, with the runs that it shows. */
@Tag("window")
@ExtendWith(StageExtension.class)
class ForgottenTest {

    private static final int KEPT_BY_UNDO = 20;

    private Stage stage;
    private WindowFixture window;

    @BeforeEach
    void start(Stage first) {
        stage = first;
    }

    @Test
    void aScreenForAClassAndThenTheWindowAreLetGoOf(FxRobot robot) {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        robot.press(KeyCode.F5).release(KeyCode.F5);
        await(() -> window.presenter().isOpen());
        robot.press(KeyCode.I).release(KeyCode.I);
        await(() -> window.presenter().scene().getRoot().lookup("#shift-kind") != null);
        WeakReference<Node> screen =
                onFx(() -> new WeakReference<>(window.presenter().scene().getRoot()));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !window.presenter().isOpen());
        awaitGone(screen);

        WeakReference<Node> content =
                onFx(() -> new WeakReference<>(window.scene().getRoot()));
        window.close();
        window = null;
        onFx(() -> {
            FiredEvents.forget();
            stage.setScene(new Scene(new Group(), 1366, 768));
            return null;
        });
        awaitGone(content);
    }

    /** Cards are made anew for each visit, with their pictures; a class comes by many times. */
    @Test
    void theListOfLessonsIsLetGoOfWhenALessonIsLeft(FxRobot robot) {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        robot.clickOn("Lessons");
        await(() -> window.scene().lookup(".lesson-picture") != null);
        WeakReference<Node> picture =
                onFx(() -> new WeakReference<>(window.scene().lookup(".lesson-picture")));
        robot.clickOn(
                "#open-" + onFx(() -> window.modes().lessons().lessons().get(0).id()));
        await(() -> window.scene().lookup("#lesson-panel") != null);
        robot.clickOn("#lesson-home");
        await(() -> window.modes().lessons().lessonProperty().get() == null);
        onFx(() -> {
            FiredEvents.forget();
            return null;
        });
        awaitGone(picture);
        window.close();
    }

    /** Whoever presents comes back to a script where it was left, with the instrument of its page. */
    @Test
    void aScriptThatIsLeftKeepsNoScreen(FxRobot robot) {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        robot.press(KeyCode.F5).release(KeyCode.F5);
        await(() -> window.presenter().isOpen());
        onFx(() -> {
            PresentViewModel vm = window.presenter().vm();
            Lesson script = vm.scripts().stream()
                    .filter(lesson -> instrumentPage(lesson) >= 0)
                    .findFirst()
                    .orElseThrow();
            vm.play(script);
            vm.scriptProperty().get().goTo(instrumentPage(script));
            return null;
        });
        await(() -> window.presenter().scene().getRoot().lookup(".present-instrument .figure") != null);
        WeakReference<Node> screen =
                onFx(() -> new WeakReference<>(window.presenter().scene().getRoot()));
        onFx(() -> {
            window.presenter().close();
            FiredEvents.forget();
            return null;
        });
        awaitGone(screen);
        window.close();
    }

    private static int instrumentPage(Lesson lesson) {
        return IntStream.range(0, lesson.pages().size())
                .filter(page -> lesson.pages().get(page).instrument() != null)
                .findFirst()
                .orElse(-1);
    }

    /** A run's history takes up to 64 MB; an instrument that was shown once stays for the next time. */
    @Test
    @Tag("long")
    void noInstrumentOutOfSightKeepsARunThatIsNoMore() {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        for (Instruments.Entry entry : Instruments.all()) {
            window.show(entry.kind().defaults());
            window.train(1);
        }
        LabViewModel lab = window.vm();
        WeakReference<History> run = new WeakReference<>(lab.runner().status().history());
        onFx(() -> {
            window.actions().instrumentProperty().set(null);
            for (int seed = 1; seed <= KEPT_BY_UNDO + 1; seed++) {
                lab.edit(ExperimentConfig.defaults().withSeed(seed));
            }
            return null;
        });
        awaitGone(run);
        window.close();
    }

    private static void awaitGone(WeakReference<?> what) {
        await(() -> {
            System.gc();
            return what.get() == null;
        });
    }
}
