package normscope.sweep;

import java.util.function.BooleanSupplier;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;

/** A run without a window, on the caller's thread, with the history that measuring asks for. */
public final class RecordedRun {

    /** Steps between the moments that are kept, so that what lies in the past need not be trained again. */
    public static final int SPACING = 100;

    private final Experiment experiment;
    private final History history;

    public RecordedRun(ExperimentConfig config) {
        experiment = new Experiment(config);
        experiment.keepToOneThread();
        history = new History(experiment.arms());
        recordSometimes();
    }

    public Experiment experiment() {
        return experiment;
    }

    public History history() {
        return history;
    }

    public void advanceTo(long step) {
        advanceTo(step, () -> false);
    }

    /**
     * Trains up to a step, or until no arm can go on; says whether it was not cancelled, which is asked before each
     * update.
     */
    public boolean advanceTo(long step, BooleanSupplier cancelled) {
        while (experiment.step() < step && !experiment.isOver()) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            experiment.advance();
            history.addLosses(experiment.batchLosses());
            recordSometimes();
        }
        return true;
    }

    /** Gives a command, keeping the moment before it. */
    public void apply(Command command) {
        history.add(experiment.snapshot());
        experiment.apply(command);
        history.add(new Event(experiment.step(), command));
    }

    private void recordSometimes() {
        if (experiment.step() % SPACING == 0) {
            history.add(experiment.snapshot());
        }
    }
}
