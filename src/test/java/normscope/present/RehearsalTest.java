package normscope.present;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import normscope.window.WindowTestCase;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What is rehearsed is done for nobody: the window neither shows nor waits for it. */
class RehearsalTest extends WindowTestCase {

    @Test
    void theWindowIsAfterwardsAsItWas() {
        String before = seen();

        window.rehearse();

        assertThat(seen()).isEqualTo(before);
        assertThat(window.step()).isZero();
        assertThat(window.modes().lessons().lessonProperty().get()).isNull();
        assertThat(window.modes()
                        .lessons()
                        .experiment()
                        .transport()
                        .stepProperty()
                        .get())
                .isZero();
        assertThat(onFx(() -> window.presenter().isOpen())).isFalse();
    }

    @Test
    void itWaitsWhileSomethingPlaysAndGoesOnThen(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> window.vm().transport().playingProperty().get());
        onFx(() -> {
            window.content().rehearse();
            return null;
        });
        long step = window.step();
        await(() -> window.step() > step + 20);
        assertThat(onFx(window.content()::isRehearsed)).isFalse();

        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);

        await(window.content()::isRehearsed);
    }

    @Test
    void aPieceThatFailsEndsItAndNobodyIsTold() {
        AtomicBoolean closed = new AtomicBoolean();
        Rehearsal.Part part = new Rehearsal.Part(window.modes().lessons(), 100, 100) {
            @Override
            protected List<Runnable> pieces() {
                return List.of(
                        () -> {
                            throw new IllegalStateException("as the test wants it");
                        },
                        () -> window.vm().transport().play());
            }

            @Override
            protected void close() {
                super.close();
                closed.set(true);
            }
        };
        Rehearsal rehearsal = onFx(() -> new Rehearsal(List.of(part), () -> true));

        onFx(() -> {
            for (int frame = 0; frame < 3; frame++) {
                rehearsal.handle(frame);
            }
            return null;
        });

        assertThat(rehearsal.isOver()).isTrue();
        assertThat(closed).isTrue();
        assertThat(onFx(() -> window.vm().noticeProperty().get())).isNull();
    }

    private String seen() {
        return onFx(() -> window.modes().modeProperty().get() + " "
                + window.actions().instrumentProperty().get() + " "
                + window.scene().getFocusOwner());
    }
}
