package normscope.window;

import java.lang.reflect.Field;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;

/** The events that TestFX remembers, of every test, with the windows that they went to and all that these show. */
public final class FiredEvents {

    private FiredEvents() {}

    /** Lets TestFX forget them; it gives away only a list that cannot be changed. Called when a test is over. */
    public static void forget() {
        try {
            Field events = FxToolkitContext.class.getDeclaredField("firedEvents");
            events.setAccessible(true);
            ((org.testfx.service.support.FiredEvents) events.get(FxToolkit.toolkitContext())).clearEvents();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("TestFX keeps its events elsewhere now", e);
        }
    }
}
