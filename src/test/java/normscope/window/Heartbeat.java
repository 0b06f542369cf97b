package normscope.window;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Asks the FX thread for something many times a second and keeps how long it has to wait, and what it did. */
public final class Heartbeat {

    private static final double STALL_MILLIS = 100;
    private static final double LOOK_MILLIS = 60;
    private static final int EVERY_MILLIS = 20;
    private static final int STACK_SHOWN = 100;

    private final Supplier<String> lastAction;
    private final Thread fxThread = FxThread.onFx(Thread::currentThread);
    private final List<Double> delays = Collections.synchronizedList(new ArrayList<>());
    private final List<String> stalls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long since;
    private volatile long lastBeat;
    private ScheduledFuture<?> beating;

    /** Prepares it; the supplier says what is being done. */
    public Heartbeat(Supplier<String> lastAction) {
        this.lastAction = lastAction;
    }

    public void start() {
        lastBeat = System.nanoTime();
        beating = timer.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Until {@link #start}, nothing that holds up the FX thread counts. */
    public void pause() {
        beating.cancel(false);
        FxThread.await(() -> !waiting.get());
    }

    private void beat() {
        long asked = System.nanoTime();
        double late = (asked - lastBeat) / 1e6 - EVERY_MILLIS;
        lastBeat = asked;
        if (late > EVERY_MILLIS) {
            // Then it was not the FX thread alone that was held up.
            seen.add(String.format(Locale.ROOT, "   this heartbeat came %.0f ms late", late));
        }
        String during = lastAction.get();
        if (waiting.getAndSet(true)) {
            // One wait at a time: a stall counts once. Looking stops all threads, so only where it may become one.
            if (asked - since > LOOK_MILLIS * 1e6) {
                seen.add(String.format(
                        Locale.ROOT,
                        "   %4.0f ms, %s: %s",
                        (asked - since) / 1e6,
                        lastAction.get(),
                        whereTheFxThreadIs()));
            }
            return;
        }
        since = asked;
        seen.clear();
        long cpuBefore = cpuNanos();
        Platform.runLater(() -> {
            waiting.set(false);
            double millis = (System.nanoTime() - asked) / 1e6;
            delays.add(millis);
            if (millis > STALL_MILLIS) {
                String wait = String.format(
                        Locale.ROOT,
                        "%4.0f ms, %4.0f of them at work: %s",
                        millis,
                        (cpuNanos() - cpuBefore) / 1e6,
                        during);
                stalls.add(wait + seen.stream().map("\n"::concat).collect(Collectors.joining()));
            }
        });
    }

    private long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(fxThread.getId());
    }

    private String whereTheFxThreadIs() {
        return Arrays.stream(fxThread.getStackTrace())
                .limit(STACK_SHOWN)
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                .collect(Collectors.joining(" < "));
    }

    /** Prints what was kept. */
    public void report() {
        List<Double> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "soak: FX thread, ms: median %.1f, 99 %% %.1f, 99.9 %% %.1f, max %.1f%n",
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.get((int) (sorted.size() * 0.999)),
                sorted.get(sorted.size() - 1));
        System.out.printf(
                Locale.ROOT, "soak: %d of %d waits over %.0f ms%n", stalls.size(), sorted.size(), STALL_MILLIS);
        stalls.stream().sorted(Collections.reverseOrder()).forEach(System.out::println);
    }
}
