package normscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Arms;
import normscope.experiment.Divergence;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.Measurement;
import normscope.nn.NormalizerSpec;
import normscope.runner.Session;
import normscope.stats.Moments;
import normscope.text.Texts;

/** The window's main job without a window: trains all arms, shows progress, prints what came of it, draws figures. */
public final class HeadlessRun {

    private static final int BAR = 40;
    private static final int LONGEST_NAME = 13;

    private final PrintWriter out;
    private final FigureWriter<Session> figures;

    public HeadlessRun(PrintWriter out, FigureWriter<Session> figures) {
        this.out = out;
        this.figures = figures;
    }

    /**
     * Trains an experiment, giving its commands at their steps, until all arms have diverged or so many updates are
     * made; prints a table of all arms. Refused if a command leaves nothing to train on.
     */
    public Session train(ExperimentFile file, long steps) {
        Session session = Session.again(file.config(), file.events());
        say("Training %,d steps of both networks  |", steps);
        int drawn = 0;
        while (session.experiment().step() < steps && !session.experiment().isOver()) {
            session.advance();
            for (; drawn < session.experiment().step() * BAR / steps; drawn++) {
                out.print('#');
                out.flush();
            }
        }
        out.println("|");
        long left = file.events().size() - session.history().events().size();
        if (left > 0) {
            say(
                    "%d of the file's changes lie after step %d.%n",
                    left, session.experiment().step());
        }
        printTable(session);
        return session;
    }

    /** Draws a run, puts the files, maybe with others of the run, into their places and names the folder. */
    public void draw(Session session, OutFolder folder) throws IOException {
        int drawn = figures.write(session, folder.work()).size();
        out.println();
        List<Path> files = folder.finish(out, true);
        say(
                "%d figures are in %s%n",
                drawn, files.get(0).toAbsolutePath().normalize().getParent());
        out.flush();
    }

    private void printTable(Session session) {
        Measurement end = session.experiment().measure();
        ExperimentConfig config = session.experiment().config();
        say("%n%-20s", "After step " + end.step());
        for (int arm = 0; arm < end.arms().size(); arm++) {
            say(" %13s", name(config, arm));
        }
        out.println();
        row("train loss (EVAL)", end, arm -> number(arm.trainLoss(), 4, 1e6));
        row("test loss (EVAL)", end, arm -> number(arm.testLoss(), 4, 1e6));
        row("train accuracy", end, arm -> number(100 * arm.trainAccuracy(), 1, 1e3) + " %");
        row("test accuracy", end, arm -> number(100 * arm.testAccuracy(), 1, 1e3) + " %");
        printLayers(end, config);
        for (int arm = 0; arm < end.arms().size(); arm++) {
            Divergence divergence = session.experiment().divergence(arm);
            if (divergence != null) {
                boolean output = divergence.layer() >= config.network().layers();
                say(
                        "%nThe network \"%s\" left the finite numbers at step %d in %s and stopped there.%n",
                        name(config, arm),
                        divergence.step(),
                        output ? "the output layer" : "layer " + (divergence.layer() + 1));
            }
        }
        out.flush();
    }

    /** What the user calls the arm, else its normalizers: without BN, with BN, or their kinds. */
    private static String name(ExperimentConfig config, int arm) {
        String own = config.arms().get(arm).name();
        if (!own.isEmpty()) {
            return Texts.shortened(own, LONGEST_NAME);
        }
        List<String> kinds = config.arms().get(arm).normalizers().stream()
                .map(NormalizerSpec::kind)
                .distinct()
                .toList();
        boolean usual = List.of(List.of(new NormalizerSpec.None().kind()), List.of(new NormalizerSpec.Batch().kind()))
                .get(Math.min(arm, 1))
                .equals(kinds);
        return usual ? Arms.key(arm) + " BN" : String.join("+", kinds);
    }

    /** Mean and standard deviation of z in every arm, and of z-tilde in the one with batch normalization. */
    private void printLayers(Measurement end, ExperimentConfig config) {
        int normalized = config.batchNormArm();
        say("%n%-22s", "One mini-batch (TRAIN)");
        for (int arm = 0; arm < end.arms().size(); arm++) {
            say("   %-17s", name(config, arm) + ": z");
        }
        say("   %s: z-tilde%n%22s", name(config, normalized), "");
        for (int column = 0; column <= end.arms().size(); column++) {
            say("   %8s %8s", "mean", "sd");
        }
        out.println();
        for (int layer = 0; layer < config.network().layers(); layer++) {
            int units = config.network().hiddenUnits().get(layer);
            say("%-22s", String.format(Locale.ROOT, "layer %d (%3d units)", layer + 1, units));
            for (ArmMeasurement arm : end.arms()) {
                print(arm.layers().get(layer).z());
            }
            print(end.arm(normalized).layers().get(layer).zTilde());
            out.println();
        }
    }

    private void print(Moments moments) {
        say("   %8s %8s", number(moments.mean(), 3, 1e3), number(moments.sd(), 3, 1e3));
    }

    /** With so many decimals, or as a power of ten from where that would not fit a column. */
    private static String number(double value, int decimals, double tooLarge) {
        String format = Math.abs(value) < tooLarge || !Double.isFinite(value) ? "%." + decimals + "f" : "%.1e";
        return String.format(Locale.ROOT, format, value);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    private void row(String name, Measurement end, Function<ArmMeasurement, String> value) {
        say("%-20s", name);
        for (ArmMeasurement arm : end.arms()) {
            say("%14s", value.apply(arm));
        }
        out.println();
    }
}
