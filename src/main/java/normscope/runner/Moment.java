package normscope.runner;

import normscope.experiment.Snapshot;

/** What is looked at: a run, and the moment of it that is shown, live or reviewed. */
public record Moment(RunStatus status, Snapshot snapshot) {

    /** The same moment of the same run, whatever the run has done since. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Moment moment && moment.snapshot == snapshot && moment.status.split() == status.split();
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(snapshot);
    }
}
