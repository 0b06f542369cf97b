package normscope.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** What tests call on the FX thread, and what they wait for there. */
public final class FxThread {

    private static final int SECONDS = 120;

    private FxThread() {}

    /** {@return what the call returns on the FX thread} */
    public static <T> T onFx(Callable<T> call) {
        try {
            return WaitForAsyncUtils.asyncFx(call).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until a condition holds on the FX thread. */
    public static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("the condition didn't come to hold in " + SECONDS + " s", e);
        }
    }

    /**
     * Waits until the FX thread has handled the input sent so far and has laid out a frame after it. The headless glass
     * robot queues an event behind its own call, so the queue is emptied twice.
     */
    public static void awaitFrame() {
        onFx(() -> null);
        CountDownLatch frame = new CountDownLatch(1);
        onFx(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    // Behind the layout, which belongs to the same pulse.
                    Platform.runLater(frame::countDown);
                }
            }.start();
            return null;
        });
        try {
            if (!frame.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame came in " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
