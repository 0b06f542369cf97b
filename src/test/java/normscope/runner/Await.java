package normscope.runner;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
public final class Await {

    /** Far longer than anything here takes, however busy the machine is. */
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private Await() {}

    /**
     * Waits until a condition holds, and fails when it does not in a minute.
     *
     * @param what the condition, in words
     * @param condition asked again and again
     */
    public static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > DEADLINE_NANOS) {
                fail("In a minute it did not come to this: %s.", what);
            }
            Thread.yield();
        }
    }
}
