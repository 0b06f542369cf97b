package normscope.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.answers.AnswersPanel;
import normscope.instrument.batchbench.BatchBenchPanel;
import normscope.instrument.contours.ContoursPanel;
import normscope.instrument.depth.DepthPanel;
import normscope.instrument.formula.FormulaPanel;
import normscope.instrument.landscape.LandscapePanel;
import normscope.instrument.network.NetworkPanel;
import normscope.instrument.noise.NoiseBenchPanel;
import normscope.instrument.proofs.BadgesPanel;
import normscope.instrument.rate.EffectiveRatePanel;
import normscope.instrument.shift.ShiftPanel;
import normscope.instrument.smoothness.SmoothnessPanel;
import normscope.instrument.statistics.RunningStatisticsPanel;
import normscope.instrument.sweep.SweepPanel;
import normscope.instrument.update.UpdatePanel;
import normscope.instrument.vitals.VitalsPanel;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;

/** All instruments, in the order of the menu. */
public final class Instruments {

    private static final List<Entry> ALL = Stream.of(InstrumentKind.values())
            .map(kind -> new Entry(kind, factory(kind)))
            .toList();

    private Instruments() {}

    private static Factory factory(InstrumentKind kind) {
        return switch (kind) {
            case CONTOURS -> (vm, actions) -> new ContoursPanel(actions);
            case BATCH_BENCH -> (vm, actions) -> new BatchBenchPanel(actions);
            case NOISE_BENCH -> NoiseBenchPanel::new;
            case SWEEP -> SweepPanel::new;
            case BADGES -> (vm, actions) -> new BadgesPanel(vm);
            case RUNNING_STATISTICS -> RunningStatisticsPanel::new;
            case FORMULA -> FormulaPanel::new;
            case NETWORK -> NetworkPanel::new;
            case UPDATE -> UpdatePanel::new;
            case SHIFT -> ShiftPanel::new;
            case ANSWERS -> AnswersPanel::new;
            case VITALS -> VitalsPanel::new;
            case SMOOTHNESS -> SmoothnessPanel::new;
            case LANDSCAPE -> LandscapePanel::new;
            case DEPTH -> DepthPanel::new;
            case EFFECTIVE_RATE -> EffectiveRatePanel::new;
        };
    }

    /** Makes the panel beside a running experiment; {@link Instrument#configure} is called next. */
    @FunctionalInterface
    public interface Factory {
        Instrument create(LabViewModel vm, WindowActions actions);
    }

    public record Entry(InstrumentKind kind, Factory factory) {}

    public static List<Entry> all() {
        return ALL;
    }

    /** The instrument that settings are made for: empty if there is none. */
    public static Optional<Entry> of(InstrumentSettings settings) {
        return ALL.stream()
                .filter(entry -> entry.kind().settings() == settings.getClass())
                .findFirst();
    }
}
