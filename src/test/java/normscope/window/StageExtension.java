package normscope.window;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Gives tests a stage and a robot. Each class has a stage of its own: one that an earlier class had resized would keep
 * that size. After each test no key or button is held and no other window is open.
 */
public final class StageExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private FastRobot robot;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.registerStage(Stage::new);
        robot = new FastRobot();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FxRobot.class || type == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class ? stage() : robot;
    }

    private static Stage stage() {
        return FxToolkit.toolkitContext().getRegisteredStage();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxThread.onFx(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> each != stage())
                    .forEach(Window::hide);
            FiredEvents.forget();
            return null;
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        FxThread.onFx(() -> {
            stage().hide();
            return null;
        });
    }
}
