package normscope.runner;

import normscope.data.Split;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.history.History;

/**
 * What the trainer thread says of itself.
 *
 * @param run grows with every new run, undo and going back: what was drawn of the history before may be wrong
 * @param config the configuration of the run
 * @param split the data that the networks get
 * @param history the recorded history
 * @param snapshot the present moment, or one shortly before while training
 * @param stepsPerEpoch steps of one pass over the training set
 * @param playing whether it trains
 * @param busy whether it is on its way to a step, as fast as it can
 * @param stepsPerSecond the measured speed while playing, 0 otherwise
 * @param undoable how many runs can be brought back
 * @param failure why the trainer thread had to stop, or null
 */
public record RunStatus(
        long run,
        ExperimentConfig config,
        Split split,
        History history,
        Snapshot snapshot,
        int stepsPerEpoch,
        boolean playing,
        boolean busy,
        double stepsPerSecond,
        int undoable,
        Throwable failure) {

    /** The same, but paused because of a failure. */
    RunStatus failed(Throwable cause) {
        return new RunStatus(run, config, split, history, snapshot, stepsPerEpoch, false, false, 0, undoable, cause);
    }
}
