package normscope.viewmodel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.instrument.Badge;
import normscope.instrument.BadgesSettings;
import normscope.instrument.ProofChecks;
import normscope.instrument.Proofs;
import normscope.runner.Background;
import normscope.runner.Moment;

/** The badges at the shown moment, checked again and again on a thread of its own. */
public final class BadgesViewModel implements AutoCloseable {

    private static final long REST_MILLIS = 400;

    private record Question(Moment moment, List<Badge> badges) {}

    private final LabViewModel lab;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final Background<Question, Proofs> worker;
    private final ReadOnlyObjectWrapper<Proofs> proofs = new ReadOnlyObjectWrapper<>(this, "proofs");
    private List<Badge> badges = List.of();

    /**
     * Starts the thread.
     *
     * @param lab the running experiment
     */
    public BadgesViewModel(LabViewModel lab) {
        this.lab = lab;
        this.worker = new Background<>(
                "badges",
                REST_MILLIS,
                question -> new ProofChecks(replica.at(question.moment)).run(question.badges),
                replica::forget);
    }

    /**
     * Chooses what is checked.
     *
     * @param settings the badges
     */
    public void configure(BadgesSettings settings) {
        badges = settings.badges();
        proofs.set(null);
    }

    /**
     * The latest results, a little behind while training.
     *
     * @return null until the first are ready
     */
    public ReadOnlyObjectProperty<Proofs> proofsProperty() {
        return proofs.getReadOnlyProperty();
    }

    /** Asks for the shown moment and takes in what is ready; once a frame while somebody looks. */
    public void pulse() {
        worker.ask(new Question(lab.transport().moment(), badges));
        Optional.ofNullable(worker.latest())
                .filter(latest -> latest.proofs().size() == badges.size())
                .ifPresent(proofs::set);
    }

    /** Ends the thread. */
    @Override
    public void close() {
        worker.close();
    }
}
