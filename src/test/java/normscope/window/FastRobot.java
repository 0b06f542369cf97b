package normscope.window;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;

/**
 * TestFX's robot without its delays. The events are the same and come from the same glass robot, but the mouse goes to
 * its target in one step, and an input is over as soon as the FX thread has handled it and laid out the next frame.
 * TestFX sends up to 200 moves on the way of the mouse and waits 50 ms after each press and each release.
 */
public final class FastRobot extends FxRobot {

    private KeyboardRobot keyboard() {
        return robotContext().getKeyboardRobot();
    }

    private MouseRobot mouse() {
        return robotContext().getMouseRobot();
    }

    private Point2D mousePosition() {
        return robotContext().getBaseRobot().retrieveMouse();
    }

    @Override
    public FastRobot press(KeyCode... keys) {
        for (KeyCode key : keys) {
            keyboard().pressNoWait(key);
        }
        FxThread.awaitFrame();
        return this;
    }

    /** Releases the keys, or all that are pressed if none is given. */
    @Override
    public FastRobot release(KeyCode... keys) {
        keyboard().releaseNoWait(keys);
        FxThread.awaitFrame();
        return this;
    }

    @Override
    public FastRobot press(MouseButton... buttons) {
        mouse().pressNoWait(buttons);
        FxThread.awaitFrame();
        return this;
    }

    /** Releases the buttons, or all that are pressed if none is given. */
    @Override
    public FastRobot release(MouseButton... buttons) {
        mouse().releaseNoWait(buttons);
        FxThread.awaitFrame();
        return this;
    }

    @Override
    public FastRobot clickOn(MouseButton... buttons) {
        mouse().pressNoWait(buttons);
        return release(buttons);
    }

    @Override
    public FastRobot clickOn(PointQuery query, Motion motion, MouseButton... buttons) {
        moveTo(query, motion);
        return clickOn(buttons);
    }

    /** Clicks on what the query finds, once it is there. */
    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        FxThread.await(() -> !lookup(query).queryAll().isEmpty());
        return super.clickOn(query, motion, buttons);
    }

    @Override
    public FastRobot moveTo(PointQuery query, Motion motion) {
        moveMouse(query.query());
        return this;
    }

    @Override
    public FastRobot moveBy(double x, double y, Motion motion) {
        moveMouse(mousePosition().add(x, y));
        return this;
    }

    /** A drag takes two moves: the first only starts it. */
    private void moveMouse(Point2D target) {
        if (!mouse().getPressedButtons().isEmpty()) {
            mouse().moveNoWait(mousePosition().midpoint(target));
            FxThread.awaitFrame();
        }
        mouse().moveNoWait(target);
        FxThread.awaitFrame();
    }

    @Override
    public FastRobot drag(PointQuery query, MouseButton... buttons) {
        moveTo(query, Motion.DEFAULT);
        return press(buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons);
    }

    @Override
    public FastRobot drop() {
        return release(new MouseButton[0]);
    }

    @Override
    public FastRobot dropTo(PointQuery query) {
        moveTo(query, Motion.DEFAULT);
        return drop();
    }
}
