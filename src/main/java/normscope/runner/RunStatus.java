package normscope.runner;

import java.util.List;
import normscope.data.Split;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.history.History;

/**
 * What the trainer thread says of itself.
 *
 * @param run grows with every new run, undo and going back: what was drawn of the history before may be wrong
 * @param split the data that the networks get
 * @param snapshot the present moment, or one shortly before while training
 * @param playing whether it trains
 * @param busy whether it is on its way to a step, as fast as it can
 * @param stepsPerSecond the measured speed while playing, 0 otherwise
 * @param undoable how many times something can be undone
 * @param redoable how many times something that was undone can be brought back
 * @param nextUndone the change that undo takes back next; null if it brings a former run back, or has nothing to do
 * @param coming the commands that the run will still be given by itself, in their order
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
        int redoable,
        Event nextUndone,
        List<Event> coming,
        Throwable failure) {

    /** What the trainer thread says of a session between two steps. */
    static RunStatus of(
            long run,
            Session session,
            Snapshot snapshot,
            boolean playing,
            boolean busy,
            double stepsPerSecond,
            FormerRuns former,
            Throwable failure) {
        Experiment experiment = session.experiment();
        FormerRuns.Entry next = former.next();
        boolean change = next != null && next.isChange();
        return new RunStatus(
                run,
                experiment.config(),
                experiment.split(),
                session.history(),
                snapshot,
                experiment.stepsPerEpoch(),
                playing,
                busy,
                stepsPerSecond,
                former.size(),
                former.redoable(),
                change ? session.history().events().get(next.command()) : null,
                session.coming(),
                failure);
    }

    /** {@return the experiment with the rates of the present moment} */
    public ExperimentConfig presentConfig() {
        return snapshot.ratesIn(config);
    }

    /** The same, but paused because of a failure. */
    RunStatus failed(Throwable cause) {
        return new RunStatus(
                run,
                config,
                split,
                history,
                snapshot,
                stepsPerEpoch,
                false,
                false,
                0,
                undoable,
                redoable,
                nextUndone,
                coming,
                cause);
    }
}
