package normscope.view.instrument;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import normscope.instrument.BadgesSettings;
import normscope.instrument.BatchBenchSettings;
import normscope.instrument.ContoursSettings;
import normscope.instrument.FormulaSettings;
import normscope.instrument.InstrumentSettings;
import normscope.instrument.NoiseBenchSettings;
import normscope.instrument.RunningStatisticsSettings;
import normscope.instrument.ShiftSettings;
import normscope.instrument.SweepSettings;
import normscope.view.WindowActions;
import normscope.viewmodel.LabViewModel;

/** All instruments, in the order of the menu. */
public final class Instruments {

    /**
     * One line an instrument. The words are {@code instrument.ID} (its name) and {@code instrument.ID.tip} in the
     * window's texts.
     */
    private static final List<Entry> ALL = List.of(
            new Entry(
                    "contours",
                    ContoursSettings.class,
                    ContoursSettings::defaults,
                    (vm, actions) -> new ContoursPanel(actions)),
            new Entry(
                    "batch-bench",
                    BatchBenchSettings.class,
                    BatchBenchSettings::defaults,
                    (vm, actions) -> new BatchBenchPanel(actions)),
            new Entry("noise-bench", NoiseBenchSettings.class, NoiseBenchSettings::defaults, NoiseBenchPanel::new),
            new Entry("sweep", SweepSettings.class, SweepSettings::defaults, SweepPanel::new),
            new Entry("badges", BadgesSettings.class, BadgesSettings::defaults, (vm, actions) -> new BadgesPanel(vm)),
            new Entry(
                    "running-statistics",
                    RunningStatisticsSettings.class,
                    RunningStatisticsSettings::defaults,
                    RunningStatisticsPanel::new),
            new Entry("formula", FormulaSettings.class, FormulaSettings::defaults, FormulaPanel::new),
            new Entry("shift", ShiftSettings.class, ShiftSettings::defaults, ShiftPanel::new));

    private Instruments() {}

    /** Makes an instrument's panel. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Makes the panel; {@link Instrument#configure} is called next.
         *
         * @param vm the running experiment beside it
         * @param actions the theme, and what else the window does
         * @return a new panel
         */
        Instrument create(LabViewModel vm, WindowActions actions);
    }

    /**
     * One instrument.
     *
     * @param id in lower case with hyphens
     * @param settings the class of its settings
     * @param defaults how it starts in the Lab
     * @param factory makes its panel
     */
    public record Entry(
            String id,
            Class<? extends InstrumentSettings> settings,
            Supplier<? extends InstrumentSettings> defaults,
            Factory factory) {}

    /**
     * All instruments.
     *
     * @return in the order of the menu
     */
    public static List<Entry> all() {
        return ALL;
    }

    /**
     * The instrument that settings are made for.
     *
     * @param settings of any instrument
     * @return empty if there is none
     */
    public static Optional<Entry> of(InstrumentSettings settings) {
        return ALL.stream()
                .filter(entry -> entry.settings() == settings.getClass())
                .findFirst();
    }
}
