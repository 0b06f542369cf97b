package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import normscope.experiment.ArmId;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Divergence;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.runner.Session;

/** The window's main job without a window: trains both arms, shows progress, prints what came of it, draws figures. */
public final class HeadlessRun {

    private static final int BAR = 40;

    private final PrintWriter out;
    private final FigureWriter figures;

    /**
     * Prepares to run.
     *
     * @param out where progress and results are printed
     * @param figures draws the figures
     */
    public HeadlessRun(PrintWriter out, FigureWriter figures) {
        this.out = out;
        this.figures = figures;
    }

    /**
     * Trains an experiment and prints a table of both arms.
     *
     * @param config the experiment
     * @param steps updates to make; fewer if both arms diverge
     * @return the run at its end
     */
    public Session train(ExperimentConfig config, long steps) {
        Session session = new Session(config);
        out.printf(Locale.ROOT, "Training %,d steps of both networks  |", steps);
        int drawn = 0;
        while (session.experiment().step() < steps && !session.experiment().isOver()) {
            session.advance();
            for (; drawn < session.experiment().step() * BAR / steps; drawn++) {
                out.print('#');
                out.flush();
            }
        }
        out.println("|");
        printTable(session);
        return session;
    }

    /**
     * Draws a run and names the folder.
     *
     * @param session the run
     * @param folder made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void draw(Session session, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = figures.write(session, folder);
        out.printf(
                Locale.ROOT,
                "%n%d figures are in %s%n",
                files.size(),
                folder.toAbsolutePath().normalize());
        out.flush();
    }

    private void printTable(Session session) {
        Measurement end = session.experiment().measure();
        ExperimentConfig config = session.experiment().config();
        out.printf(Locale.ROOT, "%nAfter step %d        without BN     with BN%n", end.step());
        row("train loss (EVAL)", end, ArmMeasurement::trainLoss, "%.4f");
        row("test loss (EVAL)", end, ArmMeasurement::testLoss, "%.4f");
        row("train accuracy", end, arm -> 100 * arm.trainAccuracy(), "%.1f %%");
        row("test accuracy", end, arm -> 100 * arm.testAccuracy(), "%.1f %%");
        out.printf(Locale.ROOT, "%nOne mini-batch (TRAIN)   without: z          with: z            with: z-tilde%n");
        out.printf(Locale.ROOT, "                           mean      sd       mean      sd       mean      sd%n");
        for (int layer = 0; layer < config.network().layers(); layer++) {
            LayerStats without = end.without().layers().get(layer);
            LayerStats with = end.with().layers().get(layer);
            out.printf(
                    Locale.ROOT,
                    "layer %d (%3d units)    %8.3f%8.3f   %8.3f%8.3f   %8.3f%8.3f%n",
                    layer + 1,
                    config.network().hiddenUnits().get(layer),
                    without.z().mean(),
                    without.z().sd(),
                    with.z().mean(),
                    with.z().sd(),
                    with.zTilde().mean(),
                    with.zTilde().sd());
        }
        for (ArmId arm : ArmId.values()) {
            Divergence divergence = session.experiment().divergence(arm);
            if (divergence != null) {
                boolean output = divergence.layer() >= config.network().layers();
                out.printf(
                        Locale.ROOT,
                        "%nThe network %s batch norm left the finite numbers at step %d in %s and stopped there.%n",
                        arm == ArmId.WITH ? "with" : "without",
                        divergence.step(),
                        output ? "the output layer" : "layer " + (divergence.layer() + 1));
            }
        }
        out.flush();
    }

    private void row(String name, Measurement end, ToDoubleFunction<ArmMeasurement> value, String format) {
        out.printf(
                Locale.ROOT,
                "%-20s%14s%12s%n",
                name,
                String.format(Locale.ROOT, format, value.applyAsDouble(end.without())),
                String.format(Locale.ROOT, format, value.applyAsDouble(end.with())));
    }
}
