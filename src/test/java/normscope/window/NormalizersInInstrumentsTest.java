package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import normscope.experiment.ArmConfig;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentKind;
import normscope.nn.NormalizerSpec;
import normscope.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instrument opens, and goes on, whatever normalizes the layers and whatever is learned. */
@Tag("long")
class NormalizersInInstrumentsTest extends SharedWindowTestCase {

    private static final int STEPS = 3;

    /** What has nothing to show of another normalizer, and says why. */
    private static final Set<InstrumentKind> OF_BATCH_NORM =
            Set.of(InstrumentKind.NOISE_BENCH, InstrumentKind.RUNNING_STATISTICS, InstrumentKind.FORMULA);

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Handler noting = new Handler() {
        @Override
        public void publish(LogRecord told) {
            if (told.getThrown() != null) {
                failures.add(told.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    static List<NormalizerSpec> kinds() {
        return NormalizerSpec.EXPERIMENTS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void asTheSecondNetworks(NormalizerSpec kind) {
        open(new NormalizerSpec.None(), kind);
    }

    @Test
    void inBothNetworks() {
        open(new NormalizerSpec.Batch(), new NormalizerSpec.Layer());
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "3, 60", "4, 60"})
    void onPointsThatSomebodyDrew(int classes, int points) {
        onFx(() -> {
            window.vm().edit(Configs.drawn(classes, points));
            return null;
        });
        open(new NormalizerSpec.None(), new NormalizerSpec.Batch());
    }

    private static boolean batchOrNone(NormalizerSpec kind) {
        return kind instanceof NormalizerSpec.Batch || kind instanceof NormalizerSpec.None;
    }

    private static String name(NormalizerSpec kind) {
        return Texts.text("normalizer." + kind.kind());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void open(NormalizerSpec first, NormalizerSpec second) {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.UncaughtExceptionHandler note = (thread, failure) -> failures.add(failure);
        failures.clear();
        Logger.getLogger("").addHandler(noting);
        Thread.setDefaultUncaughtExceptionHandler(note);
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(note);
            ExperimentConfig config = window.config();
            int layers = config.network().layers();
            window.vm().edit(config.withArm(0, ArmConfig.of(first, layers)).withArm(1, ArmConfig.of(second, layers)));
            return null;
        });
        try {
            for (InstrumentKind kind : InstrumentKind.values()) {
                window.show(kind.defaults());
                window.train(STEPS);
                assertThat(failures).as(kind + " with " + second).isEmpty();
                if (OF_BATCH_NORM.contains(kind) && first instanceof NormalizerSpec.None && !batchOrNone(second)) {
                    await(() -> window.scene().getRoot().lookupAll(".label").stream()
                            .filter(NormalizersInInstrumentsTest::isShown)
                            .anyMatch(label -> ((Label) label).getText().contains("This network has " + name(second))));
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            Logger.getLogger("").removeHandler(noting);
            onFx(() -> {
                Thread.currentThread().setUncaughtExceptionHandler(null);
                return null;
            });
        }
    }
}
