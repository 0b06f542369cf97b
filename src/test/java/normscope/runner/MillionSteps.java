package normscope.runner;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;

/**
 * A run of a million steps of the default experiment, or as many as the first argument says: its speed, what it keeps
 * in memory, and how long the window would wait for a curve. Not a test, for it takes minutes; the maintainers' notes
 * have the command and the figures.
 */
public final class MillionSteps {

    private static final double MEGA = 1e6;

    private MillionSteps() {}

    /**
     * Trains and prints a line every tenth of the way.
     *
     * @param args the number of steps, a million without it
     */
    public static void main(String[] args) {
        long steps = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        PrintStream out = System.out;
        long empty = usedHeap();
        Session session = new Session(ExperimentConfig.defaults());
        out.println("    steps   steps/s  heap MB  snapshots MB  losses MB  measured  curve ms");
        for (int part = 1; part <= 10; part++) {
            long start = System.nanoTime();
            long before = session.experiment().step();
            while (session.experiment().step() < steps * part / 10) {
                session.advance();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            History history = session.history();
            long drawn = System.nanoTime();
            history.batchLosses(1, 1000);
            history.batchLosses(0, 1000);
            double curve = (System.nanoTime() - drawn) / MEGA;
            out.println(String.format(
                    Locale.ROOT,
                    "%9d %9.0f %8.1f %13.1f %10.1f %9d %9.2f",
                    history.lastStep(),
                    (history.lastStep() - before) / seconds,
                    (usedHeap() - empty) / MEGA,
                    history.snapshotBytes() / MEGA,
                    (history.bytes() - history.snapshotBytes()) / MEGA,
                    history.measurements(0).size(),
                    curve));
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
