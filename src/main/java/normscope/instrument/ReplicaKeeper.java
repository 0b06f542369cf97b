package normscope.instrument;

import normscope.data.Split;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.runner.Moment;
import normscope.runner.RunStatus;

/** The replica of one thread: kept from moment to moment, made anew for another experiment. */
public final class ReplicaKeeper {

    private ExperimentConfig config;
    private Split split;
    private Replica replica;

    public Replica at(Moment moment) {
        return at(moment.status(), moment.snapshot());
    }

    public Replica at(RunStatus status, Snapshot snapshot) {
        if (replica == null || split != status.split() || !config.equals(status.config())) {
            config = status.config();
            split = status.split();
            replica = new Replica(config, split);
        }
        replica.goTo(snapshot);
        return replica;
    }

    public void forget() {
        config = null;
        split = null;
        replica = null;
    }
}
