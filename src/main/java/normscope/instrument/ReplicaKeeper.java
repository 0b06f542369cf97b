package normscope.instrument;

import normscope.experiment.Snapshot;
import normscope.runner.Moment;
import normscope.runner.RunStatus;

/** The replica of one thread: kept from moment to moment, made anew for another experiment. */
public final class ReplicaKeeper {

    private Replica replica;

    public Replica at(Moment moment) {
        return at(moment.status(), moment.snapshot());
    }

    public Replica at(RunStatus status, Snapshot snapshot) {
        if (replica == null || !replica.isOf(status.config(), status.split())) {
            replica = new Replica(status.config(), status.split());
        }
        replica.goTo(snapshot);
        return replica;
    }

    public void forget() {
        replica = null;
    }
}
