package normscope.instrument.proofs;

import java.lang.ref.WeakReference;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.Snapshot;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;

/** The badges at the shown moment, checked again and again on a thread of its own. */
public final class BadgesViewModel implements AutoCloseable {

    private static final long REST_MILLIS = 400;

    private record Question(Moment moment, List<Badge> badges) {}

    /** Does not keep the moment that it is of. */
    private record Answer(List<Badge> badges, WeakReference<Snapshot> moment, Proofs proofs) {}

    private final LabViewModel lab;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final Background<Question, Answer> worker;
    private final ReadOnlyObjectWrapper<Proofs> proofs = new ReadOnlyObjectWrapper<>(this, "proofs");
    private List<Badge> badges = List.of();

    public BadgesViewModel(LabViewModel lab) {
        this.lab = lab;
        this.worker = new Background<>(
                "badges",
                REST_MILLIS,
                question -> new Answer(
                        question.badges,
                        new WeakReference<>(question.moment.snapshot()),
                        new ProofChecks(replica.at(question.moment)).run(question.badges)),
                replica::forget);
    }

    public void configure(BadgesSettings settings) {
        badges = settings.badges();
        proofs.set(null);
    }

    /** The latest results, a little behind while training: null until the first are ready. */
    public ReadOnlyObjectProperty<Proofs> proofsProperty() {
        return proofs.getReadOnlyProperty();
    }

    public void pulse() {
        worker.ask(new Question(lab.transport().moment(), badges));
        Answer latest = worker.latest();
        if (latest != null && latest.badges.equals(badges)) {
            proofs.set(latest.proofs);
        }
    }

    /** Whether the shown moment is still being checked. */
    public boolean isBusy() {
        Answer latest = worker.latest();
        return latest == null
                || latest.proofs != proofs.get()
                || latest.moment.get() != lab.transport().moment().snapshot();
    }

    @Override
    public void close() {
        worker.close();
    }
}
